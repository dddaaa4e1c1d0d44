import { measureStatuses, type MeasureStatus } from "#app/domain/measures/vocabulary.ts";
import { cellText, isBlankCell, normaliseWord } from "./cell.ts";
import type { ImportField } from "./fields.ts";
import type { ProblemCode, RowProblem } from "./problems.ts";
import { readCosts, readSaving } from "./read-costs.ts";
import { REASON_FROM_LIST, readTimes } from "./read-times.ts";
import type { ContentDraft, ImportRow, ProposedBenefit, ProposedDemand, ReadingContext, ReadRow, RowReader } from "./row.ts";
import { readEffectDirection, readPlanningHorizon, readStatus, readTargetGroup, readTrafficLight, readYesNo, splitList, wordKey } from "./words.ts";

export const LONGEST_TITLE = 200;

/** Prepares the look-ups once and gives the function that reads one row. Pure: the same row always reads the same. */
export function prepareReading(context: ReadingContext): (row: ImportRow) => ReadRow {
  const positions = new Map<ImportField, number>();
  context.columns.forEach((field, index) => {
    if (field !== null && !positions.has(field)) positions.set(field, index);
  });
  const lookups: Lookups = {
    units: new Map(context.orgUnits.flatMap((unit) => [[normaliseWord(unit.shortName), unit.id] as const, [normaliseWord(unit.name), unit.id] as const])),
    actionFields: new Map(context.actionFields.map((field) => [normaliseWord(field.name), field.id])),
    goals: new Map(context.goals.map((goal) => [normaliseWord(goal.title), goal.id])),
  };
  return (row) => {
    const problems: RowProblem[] = [];
    const reader = readerFor(row, context, positions, problems);
    const content = { ...readTexts(reader), ...readRelations(reader, lookups), ...readStates(reader), ...readTimes(reader) };
    const title = content.title ?? "";
    if (title === "") problems.unshift({ code: "titleMissing", field: "title", column: positions.get("title") ?? null, text: "" });
    if (title.length > LONGEST_TITLE) reader.note("titleTooLong", "title");
    return {
      rowNumber: row.rowNumber,
      title,
      content,
      costItems: readCosts(reader),
      staffDemand: readStaff(reader, content.leadUnitId ?? null),
      benefits: [...readSaving(reader), ...readHours(reader)],
      problems,
    };
  };
}

type Lookups = { readonly units: ReadonlyMap<string, number>; readonly actionFields: ReadonlyMap<string, number>; readonly goals: ReadonlyMap<string, number> };

function readerFor(row: ImportRow, context: ReadingContext, positions: ReadonlyMap<ImportField, number>, problems: RowProblem[]): RowReader {
  const cell: RowReader["cell"] = (field) => {
    const column = positions.get(field);
    const value = column === undefined ? undefined : row.cells[column];
    if (column === undefined || value === undefined || isBlankCell(value)) return null;
    return { cell: value, text: cleanText(cellText(value)), column, heading: context.headings[column]?.trim() ?? "" };
  };
  const note = (code: ProblemCode, field: ImportField, details: Partial<RowProblem> = {}) => {
    const found = cell(field);
    problems.push({ code, field, column: found?.column ?? null, text: found?.text ?? "", ...details });
  };
  return { row, context, cell, note };
}

/** Without control characters, with plain line ends and no blanks around. */
const cleanText = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]|\uFEFF/gu, "")
    .trim();

const TEXT_FIELDS = ["summary", "description", "responsiblePerson", "source", "externalReference"] as const;

function readTexts(reader: RowReader): ContentDraft {
  const content: ContentDraft = {};
  const title = reader.cell("title")?.text.replace(/\s+/g, " ");
  if (title !== undefined) content.title = title;
  for (const field of TEXT_FIELDS) {
    const text = reader.cell(field)?.text;
    if (text !== undefined) content[field] = text;
  }
  return content;
}

function readRelations(reader: RowReader, lookups: Lookups): ContentDraft {
  const content: ContentDraft = {};
  const { wordChoices } = reader.context;
  const unitOf = (text: string): number | null | undefined => lookups.units.get(normaliseWord(text)) ?? chosenId(wordChoices[wordKey("unit", text)]);

  const lead = reader.cell("leadUnit");
  const leadUnitId = lead === null ? undefined : unitOf(lead.text);
  if (lead !== null && leadUnitId === undefined) reader.note("unknownUnit", "leadUnit");
  if (typeof leadUnitId === "number") content.leadUnitId = leadUnitId;

  const participating = readList(reader, "participatingUnits", unitOf, "unknownUnit");
  if (participating !== null) content.participatingUnitIds = participating.filter((id) => id !== leadUnitId).sort((a, b) => a - b);

  const field = reader.cell("actionField");
  const actionFieldId = field === null ? undefined : (lookups.actionFields.get(normaliseWord(field.text)) ?? chosenId(wordChoices[wordKey("actionField", field.text)]));
  if (field !== null && actionFieldId === undefined) reader.note("unknownActionField", "actionField");
  if (typeof actionFieldId === "number") content.actionFieldId = actionFieldId;

  const goals = readList(reader, "goals", (text) => lookups.goals.get(normaliseWord(text)), "unknownGoal");
  if (goals !== null) content.goalIds = goals.sort((a, b) => a - b);
  const groups = readList(reader, "targetGroups", (text) => readTargetGroup(text) ?? undefined, "unknownWord");
  if (groups !== null) content.targetGroups = groups.sort();
  return content;
}

const chosenId = (choice: number | string | null | undefined): number | null | undefined => (typeof choice === "string" ? undefined : choice);

/** The known entries of a list cell, each once; null where none is known. Unknown ones become one problem each. */
function readList<T>(reader: RowReader, field: ImportField, find: (text: string) => T | null | undefined, code: ProblemCode): T[] | null {
  const found = reader.cell(field);
  if (found === null) return null;
  const whole = find(found.text);
  if (whole !== undefined) return whole === null ? null : [whole];
  const known = new Set<T>();
  for (const part of splitList(found.text).flatMap((piece) => (find(piece) === undefined ? piece.split(/ und | & /) : [piece]))) {
    const entry = find(part);
    if (entry === undefined) reader.note(code, field, { text: part.trim() });
    else if (entry !== null) known.add(entry);
  }
  return known.size > 0 ? [...known] : null;
}

function readStates(reader: RowReader): ContentDraft {
  const content: ContentDraft = {};
  const word = <T>(field: ImportField, read: (text: string) => T | null, code: ProblemCode = "unknownWord"): T | undefined => {
    const found = reader.cell(field);
    if (found === null) return undefined;
    const value = read(found.text);
    if (value === null) reader.note(code, field);
    return value ?? undefined;
  };
  const status = readStatusCell(reader);
  if (status !== null) content.status = status;
  const direction = word("effectDirection", readEffectDirection);
  if (direction !== undefined) content.effectDirection = direction;
  const horizon = word("planningHorizon", readPlanningHorizon);
  if (horizon !== undefined) content.planningHorizon = horizon;
  const permanent = word("permanentTask", readYesNo);
  if (permanent !== undefined) content.permanentTask = permanent === "yes";
  const progress = readProgress(reader);
  if (progress !== null) content.progressPercent = progress;
  const light = word("trafficLight", readTrafficLight);
  const reason = reader.cell("trafficLightReason")?.text;
  if (light !== undefined) {
    content.trafficLight = light;
    if (reason === undefined && light !== "green") {
      reader.note("reasonFromList", "trafficLight");
      content.trafficLightReason = REASON_FROM_LIST;
    }
  }
  if (reason !== undefined) content.trafficLightReason = reason;
  return content;
}

function readStatusCell(reader: RowReader): MeasureStatus | null {
  const found = reader.cell("status");
  if (found === null) return null;
  const known = readStatus(found.text);
  if (known !== null) return known;
  const choice = reader.context.wordChoices[wordKey("status", found.text)];
  if (choice === undefined) reader.note("unknownStatus", "status");
  return measureStatuses.find((status) => status === choice) ?? null;
}

/** "50 %", "50", or a spreadsheet's 0.5; a bare 1 could be one percent or all of it. */
function readProgress(reader: RowReader): number | null {
  const found = reader.cell("progress");
  if (found === null) return null;
  const match = /^(\d{1,3})\s*(?:%|prozent)?$/i.exec(found.text);
  const percent = typeof found.cell === "number" && found.cell > 0 && found.cell < 1 ? Math.round(found.cell * 100) : match ? Number(match[1]) : null;
  const isUnclear = typeof found.cell === "number" && found.cell === 1;
  if (percent !== null && percent <= 100 && !isUnclear) return percent;
  reader.note("progressUnreadable", "progress");
  return null;
}

/** Whole person-days, asked of the lead unit. Anything else, "1.000" too, is kept as a note with the days unknown. */
function readStaff(reader: RowReader, leadUnitId: number | null): ProposedDemand | null {
  const found = reader.cell("personDays");
  if (found === null) return null;
  const match = /^(\d{1,5})(?:[.,]0{1,2})?\s*(?:pt|personentage|tage|arbeitstage)?$/i.exec(found.text);
  if (match === null) reader.note("daysUnreadable", "personDays");
  if (leadUnitId === null) {
    reader.note("daysWithoutUnit", "personDays");
    return null;
  }
  return { personDays: match ? Number(match[1]) : null, orgUnitId: leadUnitId, note: match ? "" : found.text };
}

function readHours(reader: RowReader): ProposedBenefit[] {
  const found = reader.cell("hoursPerYear");
  if (found === null) return [];
  const match = /^(\d{1,6})\s*(?:h|std\.?|stunden)?$/i.exec(found.text);
  if (match === null) reader.note("daysUnreadable", "hoursPerYear");
  return [{ kind: "hoursPerYear", amountCents: null, hoursPerYear: match ? Number(match[1]) : null, description: found.heading, estimateBasis: match ? "" : found.text }];
}
