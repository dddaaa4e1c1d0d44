import { readDate, readQuarter, readTimeframe } from "#app/domain/calendar/date-text.ts";
import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import { quarterOf, type Quarter } from "#app/domain/calendar/quarter.ts";
import { isDateCell } from "./cell.ts";
import type { ImportField } from "./fields.ts";
import type { ProblemCode } from "./problems.ts";
import type { ContentDraft, RowReader } from "./row.ts";

/** Used as the reason of a deadline or traffic light for which the list gives none. */
export const REASON_FROM_LIST = "laut importierter Liste";

/** Start, end, deadline and earliest start. What cannot be read is kept word for word in `timeframeText`. */
export function readTimes(reader: RowReader): ContentDraft {
  const kept: string[] = [];
  const frame = readFrame(reader, kept);
  const start = readEdge(reader, "start", kept);
  const end = readEdge(reader, "end", kept);
  let startQuarter = start ?? frame.start;
  let endQuarter = end ?? frame.end;
  if ((start !== null && frame.start !== null && start !== frame.start) || (end !== null && frame.end !== null && end !== frame.end)) {
    reader.note("timeframeConflict", "timeframe");
    kept.push(reader.cell("timeframe")?.text ?? "");
  }
  if (startQuarter !== null && endQuarter !== null && endQuarter < startQuarter) {
    reader.note("endBeforeStart", reader.cell("end") === null ? "start" : "end");
    keepWords(reader, "start", kept);
    keepWords(reader, "end", kept);
    startQuarter = null;
    endQuarter = null;
  }
  const earliestStart = readDay(reader, "earliestStart", kept);
  const deadline = readDay(reader, "deadline", kept);
  const times: ContentDraft = {};
  if (startQuarter !== null) times.startQuarter = startQuarter;
  if (endQuarter !== null) times.endQuarter = endQuarter;
  if (earliestStart !== null) times.earliestStart = earliestStart;
  if (deadline !== null) Object.assign(times, { deadline, deadlineReason: readReason(reader) });
  const words = [...new Set(kept)].join("; ");
  // A time frame that was read whole replaces whatever words stood there before.
  if (words !== "" || startQuarter !== null || endQuarter !== null) times.timeframeText = words;
  return times;
}

function readFrame(reader: RowReader, kept: string[]): { start: Quarter | null; end: Quarter | null } {
  const found = reader.cell("timeframe");
  if (found === null) return { start: null, end: null };
  const reading = readTimeframe(found.text);
  if (reading.text !== "") kept.push(reading.text);
  const CODES = { severalDates: "severalDates", vague: "timeframeVague", singleDay: "singleDay", endBeforeStart: "endBeforeStart" } as const;
  for (const problem of reading.problems) reader.note(CODES[problem], "timeframe");
  return reading;
}

function readEdge(reader: RowReader, field: "start" | "end", kept: string[]): Quarter | null {
  const found = reader.cell(field);
  if (found === null) return null;
  if (isDateCell(found.cell)) return quarterOf(found.cell.date);
  const reading = readQuarter(found.text);
  if (reading.kind === "quarter") return reading.quarter;
  if (reading.kind === "span") {
    reader.note("spanAsQuarter", field);
    return field === "start" ? reading.first : reading.last;
  }
  if (reading.kind !== "empty") {
    reader.note(reading.kind === "several" ? "severalDates" : "dateUnreadable", field);
    keepWords(reader, field, kept);
  }
  return null;
}

const DAY_CODES: Readonly<Record<"several" | "ambiguous" | "unreadable", ProblemCode>> = {
  several: "severalDates",
  ambiguous: "dateAmbiguous",
  unreadable: "dateUnreadable",
};

function readDay(reader: RowReader, field: "earliestStart" | "deadline", kept: string[]): PlainDate | null {
  const found = reader.cell(field);
  if (found === null) return null;
  if (isDateCell(found.cell)) return found.cell.date;
  const reading = readDate(found.text);
  if (reading.kind === "date") return reading.date;
  if (reading.kind !== "empty") {
    reader.note(DAY_CODES[reading.kind], field);
    keepWords(reader, field, kept);
  }
  return null;
}

function readReason(reader: RowReader): string {
  const reason = reader.cell("deadlineReason")?.text;
  if (reason !== undefined) return reason;
  reader.note("reasonFromList", "deadline");
  return REASON_FROM_LIST;
}

function keepWords(reader: RowReader, field: ImportField, kept: string[]): void {
  const found = reader.cell(field);
  if (found !== null) kept.push(`${found.heading}: ${found.text}`);
}
