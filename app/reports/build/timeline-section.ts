import type { SnapshotContent } from "#app/domain/committee/snapshot.ts";
import type { Cover, Section } from "#app/reports/model.ts";
import { code, column, date, label, measureLink, quarterValue, text } from "./values.ts";
import { versionPlan } from "./version-plan.ts";

/** The picture, and the same content as a table, since a picture alone does not reach everyone. */
export function timelineSection(content: SnapshotContent, base: SnapshotContent | null, submission: Cover["submission"]): Section {
  const { measures, actionFields } = content.portfolio;
  const fields = new Map(actionFields.map((field) => [field.id, field.name]));
  const dated = measures.filter((measure) => measure.startQuarter !== null || measure.endQuarter !== null);
  if (dated.length === 0) return { id: "timeline", blocks: [{ kind: "paragraph", text: label("nothingDated") }] };
  const inOrder = [...dated].sort((a, b) => compare(a.startQuarter ?? a.endQuarter, b.startQuarter ?? b.endQuarter) || a.id - b.id);
  const plan = versionPlan(content, base, submission);
  const { marks = [] } = plan;
  return {
    id: "timeline",
    blocks: [
      { kind: "timeline", plan, today: content.meta.today },
      ...(marks.length === 0
        ? []
        : [
            {
              kind: "table" as const,
              // The lines across the picture, whose words do not all fit into its axis.
              caption: "timelineDates" as const,
              columns: [column("timelineFrom", "date", "narrow"), column("timelineTo", "date", "narrow"), column("timelineMark", "text", "wide")],
              rows: marks.map((mark) => [date(mark.from), mark.to === null ? text("–") : date(mark.to), text(mark.label)]),
              totals: [],
            },
          ]),
      {
        kind: "table",
        caption: "timelineTable",
        columns: [
          column("measure", "measure", "wide"),
          column("actionField", "text"),
          column("start", "quarter", "narrow"),
          column("end", "quarter", "narrow"),
          column("deadline", "date", "narrow"),
          column("status", "code", "narrow"),
        ],
        rows: inOrder.map((measure) => [
          measureLink(measure.id, measure.title),
          measure.actionFieldId === null ? label("noActionField") : text(fields.get(measure.actionFieldId) ?? null),
          quarterValue(measure.startQuarter),
          measure.permanentTask && measure.endQuarter === null ? label("permanentTask") : quarterValue(measure.endQuarter),
          measure.deadline === null ? text("–") : date(measure.deadline),
          code("status", measure.status),
        ]),
        totals: [],
      },
    ],
  };
}

const compare = (a: string | null, b: string | null): number => (a === b ? 0 : (a ?? "") < (b ?? "") ? -1 : 1);
