import { normaliseText } from "#app/domain/text/normalise-text.ts";
import { LEVEL_UNITS, TOP_LEVEL, divideRoundingHalfUp } from "./level-units.ts";

/** What a survey said on one criterion of one measure: the mean in ten-thousandths of a level, as asked, and how many people answered. */
export type SurveyAnswer = { readonly measureId: number; readonly criterionId: number; readonly raterGroupId: number; readonly meanUnits: number; readonly answerCount: number };

/** The answers of each measure that has any. */
export function bySurveyedMeasure(answers: readonly SurveyAnswer[]): ReadonlyMap<number, readonly SurveyAnswer[]> {
  const byMeasure = new Map<number, SurveyAnswer[]>();
  for (const answer of answers) {
    const ofMeasure = byMeasure.get(answer.measureId);
    if (ofMeasure === undefined) byMeasure.set(answer.measureId, [answer]);
    else ofMeasure.push(answer);
  }
  return byMeasure;
}

/** The columns a survey list may have, with the headings they are known by. */
export const surveyColumns = {
  measure: ["maßnahme", "massnahme", "titel", "nummer", "nr", "id"],
  criterion: ["kriterium", "frage"],
  mean: ["mittelwert", "mittel", "durchschnitt"],
  count: ["anzahl", "antworten", "anzahl antworten", "anzahl der antworten", "n"],
  level0: ["0", "stufe 0"],
  level1: ["1", "stufe 1"],
  level2: ["2", "stufe 2"],
  level3: ["3", "stufe 3"],
  level4: ["4", "stufe 4"],
} as const satisfies Record<string, readonly string[]>;
export type SurveyColumn = keyof typeof surveyColumns;
const levelColumns = ["level0", "level1", "level2", "level3", "level4"] as const;

export type SurveyRow = { readonly rowNumber: number; readonly cells: readonly string[] };
export type SurveyProblem = "measureUnknown" | "measureAmbiguous" | "criterionUnknown" | "meanUnreadable" | "meanMissing" | "countUnreadable" | "countMissing" | "countDiffers" | "twice";
export type ReadSurveyRow = {
  readonly rowNumber: number;
  readonly measureText: string;
  readonly criterionText: string;
  readonly answer: Omit<SurveyAnswer, "raterGroupId"> | null;
  /** Null where there is an answer. */
  readonly problem: SurveyProblem | null;
};

const MOST_ANSWERS = 1_000_000;
const folded = (text: string): string => (normaliseText(text, 500) ?? "").toLocaleLowerCase("de");

/** Which column of the list is what; the first of two with the same meaning counts. */
export function surveyColumnsOf(headings: readonly string[]): ReadonlyMap<SurveyColumn, number> {
  const found = new Map<SurveyColumn, number>();
  headings.map(folded).forEach((heading, index) => {
    for (const column of Object.keys(surveyColumns) as SurveyColumn[]) {
      const names: readonly string[] = surveyColumns[column];
      if (names.includes(heading) && !found.has(column)) found.set(column, index);
    }
  });
  return found;
}

/** The list says what was rated by whom only with measure, criterion, and a mean with its count or the counts of all levels. */
export const isSurvey = (columns: ReadonlyMap<SurveyColumn, number>): boolean =>
  columns.has("measure") && columns.has("criterion") && ((columns.has("mean") && columns.has("count")) || levelColumns.every((column) => columns.has(column)));

type Named = { readonly id: number; readonly name: string };

/** Reads row by row. Nothing is guessed: a row that is not clear has a problem and no answer. */
export function readSurvey({ columns, rows, measures, criteria }: {
  readonly columns: ReadonlyMap<SurveyColumn, number>;
  readonly rows: readonly SurveyRow[];
  readonly measures: readonly Named[];
  readonly criteria: readonly Named[];
}): ReadSurveyRow[] {
  const seen = new Set<string>();
  return rows.map(({ rowNumber, cells }) => {
    const cell = (column: SurveyColumn) => (cells[columns.get(column) ?? -1] ?? "").trim();
    const [measureText, criterionText] = [cell("measure"), cell("criterion")];
    const refused = (problem: SurveyProblem) => ({ rowNumber, measureText, criterionText, answer: null, problem });
    const found = named(measures, measureText);
    if (found.length !== 1) return refused(found.length === 0 ? "measureUnknown" : "measureAmbiguous");
    const [criterion] = named(criteria, criterionText);
    if (criterion === undefined) return refused("criterionUnknown");
    const figures = columns.has("mean") ? readMean(cell("mean"), cell("count")) : readCounts(levelColumns.map(cell), columns.has("count") ? cell("count") : null);
    if (typeof figures === "string") return refused(figures);
    const measureId = found[0]?.id ?? 0;
    const key = `${measureId}.${criterion.id}`;
    if (seen.has(key)) return refused("twice");
    seen.add(key);
    return { rowNumber, measureText, criterionText, answer: { measureId, criterionId: criterion.id, ...figures }, problem: null };
  });
}

type Figures = { readonly meanUnits: number; readonly answerCount: number };

/** By number where the text is one, else by name. */
function named(things: readonly Named[], text: string): readonly Named[] {
  const byName = things.filter((thing) => folded(thing.name) === folded(text));
  return byName.length > 0 || !/^\d{1,9}$/.test(text) ? byName : things.filter((thing) => thing.id === Number(text));
}

/** "2,7" with up to four decimals, 0 to 4. */
function readMean(mean: string, count: string): Figures | SurveyProblem {
  if (mean === "") return "meanMissing";
  const match = /^([0-4])(?:[.,](\d{1,4}))?$/.exec(mean);
  const meanUnits = Number(match?.[1] ?? Number.NaN) * LEVEL_UNITS + Number((match?.[2] ?? "").padEnd(4, "0"));
  if (match === null || meanUnits > TOP_LEVEL * LEVEL_UNITS) return "meanUnreadable";
  const answerCount = readCount(count);
  return typeof answerCount === "string" ? answerCount : answerCount === 0 ? "countMissing" : { meanUnits, answerCount };
}

function readCounts(texts: readonly string[], total: string | null): Figures | SurveyProblem {
  let [sum, answerCount] = [0, 0];
  for (const [level, text] of texts.entries()) {
    const count = text === "" ? 0 : readCount(text);
    if (typeof count === "string") return count;
    sum += level * count;
    answerCount += count;
  }
  if (answerCount === 0) return "countMissing";
  if (total !== null && total !== "" && readCount(total) !== answerCount) return "countDiffers";
  return { meanUnits: divideRoundingHalfUp(sum * LEVEL_UNITS, answerCount), answerCount };
}

function readCount(text: string): number | SurveyProblem {
  if (text === "") return "countMissing";
  const plain = /^\d{1,3}(\.\d{3})+$/.test(text) ? text.replaceAll(".", "") : text;
  return /^\d{1,7}$/.test(plain) && Number(plain) <= MOST_ANSWERS ? Number(plain) : "countUnreadable";
}
