import type { Measure } from "./measure.ts";

/** The fields of a measure that one form edits; everything else hangs on it or is kept by the program. */
export const contentFields = [
  "title",
  "summary",
  "description",
  "actionFieldId",
  "goalIds",
  "effectDirection",
  "targetGroups",
  "leadUnitId",
  "participatingUnitIds",
  "responsiblePerson",
  "permanentTask",
  "planningHorizon",
  "startQuarter",
  "endQuarter",
  "timeframeText",
  "earliestStart",
  "deadline",
  "deadlineReason",
  "status",
  "progressPercent",
  "trafficLight",
  "trafficLightReason",
  "source",
  "externalReference",
] as const satisfies ReadonlyArray<keyof Measure>;

export type ContentField = (typeof contentFields)[number];
export type MeasureContent = Pick<Measure, ContentField>;

export const emptyContent: MeasureContent = {
  title: "",
  summary: "",
  description: "",
  actionFieldId: null,
  goalIds: [],
  effectDirection: null,
  targetGroups: [],
  leadUnitId: null,
  participatingUnitIds: [],
  responsiblePerson: "",
  permanentTask: false,
  planningHorizon: null,
  startQuarter: null,
  endQuarter: null,
  timeframeText: "",
  earliestStart: null,
  deadline: null,
  deadlineReason: "",
  status: "idea",
  progressPercent: null,
  trafficLight: null,
  trafficLightReason: "",
  source: "",
  externalReference: "",
};

export function contentOf(measure: MeasureContent): MeasureContent {
  const {
    title,
    summary,
    description,
    actionFieldId,
    goalIds,
    effectDirection,
    targetGroups,
    leadUnitId,
    participatingUnitIds,
    responsiblePerson,
    permanentTask,
    planningHorizon,
    startQuarter,
    endQuarter,
    timeframeText,
    earliestStart,
    deadline,
    deadlineReason,
    status,
    progressPercent,
    trafficLight,
    trafficLightReason,
    source,
    externalReference,
  } = measure;
  return {
    title,
    summary,
    description,
    actionFieldId,
    goalIds,
    effectDirection,
    targetGroups,
    leadUnitId,
    participatingUnitIds,
    responsiblePerson,
    permanentTask,
    planningHorizon,
    startQuarter,
    endQuarter,
    timeframeText,
    earliestStart,
    deadline,
    deadlineReason,
    status,
    progressPercent,
    trafficLight,
    trafficLightReason,
    source,
    externalReference,
  };
}

/**
 * Brings what a person typed into the one stored form: texts without surrounding blanks and with plain line ends,
 * lists sorted and without doubles, the lead unit not among the participating ones.
 */
export function normaliseContent(content: MeasureContent): MeasureContent {
  const text = (value: string) => value.replace(/\r\n?/g, "\n").trim();
  const ids = (values: readonly number[]) => [...new Set(values)].sort((a, b) => a - b);
  return {
    ...content,
    title: text(content.title).replace(/\s+/g, " "),
    summary: text(content.summary),
    description: text(content.description),
    goalIds: ids(content.goalIds),
    targetGroups: [...new Set(content.targetGroups)].sort(),
    participatingUnitIds: ids(content.participatingUnitIds).filter((unitId) => unitId !== content.leadUnitId),
    responsiblePerson: text(content.responsiblePerson),
    timeframeText: text(content.timeframeText),
    deadlineReason: text(content.deadlineReason),
    trafficLightReason: text(content.trafficLightReason),
    source: text(content.source),
    externalReference: text(content.externalReference),
  };
}
