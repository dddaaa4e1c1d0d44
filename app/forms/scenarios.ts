import { z } from "zod";
import { quarter, parseQuarter } from "#app/domain/calendar/quarter.ts";
import { budgetKinds } from "#app/domain/measures/vocabulary.ts";
import { measureSwitches, type ScenarioChanges } from "#app/domain/planning/scenario.ts";
import { planSeconds } from "#app/domain/planning/search-time.ts";
import { problemSentence } from "#app/i18n/de/scenarios.ts";
import { amountField } from "./fields.ts";
import { optionalText, requiredText, rowVersionField } from "./plain-fields.ts";
import { settingsFields } from "./planner.ts";

const MOST_LETTERS = { name: 120, description: 4000 } as const;
const tooLong = (max: number) => problemSentence({ code: "textTooLong", values: { max } });
const name = requiredText(MOST_LETTERS.name, problemSentence({ code: "nameMissing" }), tooLong(MOST_LETTERS.name));
const description = optionalText(MOST_LETTERS.description, tooLong(MOST_LETTERS.description));

const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");
/** Fields of rows arrive as an empty text where nothing was entered, others not at all. */
const orNothing = (pattern: RegExp, code: string) => z.union([z.literal(""), z.string().regex(pattern, problemSentence({ code }))], { error: problemSentence({ code }) }).optional().transform((value) => (value === "" ? undefined : value));
const optionalId = orNothing(/^[1-9]\d{0,14}$/, "notAChoice").transform((value) => (value === undefined ? null : Number(value)));

export const NewScenarioForm = z.object({ name, description, copyOf: optionalId });
export const ScenarioRunForm = z.object({ seconds: z.enum(planSeconds.map(String), { error: problemSentence({ code: "secondsNotOffered" }) }).transform(Number) });

const quarterText = orNothing(/^\d{4}-Q[1-4]$/, "quarterMissing");
const signed = orNothing(/^.{1,20}$/, "notDays");
const CapacityRow = z.object({ teamId: optionalId, fromQuarter: quarterText, toQuarter: quarterText, days: signed, remove: ticked });
const PostRow = z.object({ shown: z.literal("1"), counted: ticked });
const FrameRow = z.object({ amount: amountField, none: ticked });
const LineRow = z.object({ amount: amountField });
const MeasureRow = z.object({ measureId: optionalId, choice: z.union([z.literal(""), z.enum(measureSwitches)], { error: problemSentence({ code: "notAChoice" }) }).optional().transform((value) => (value === "" ? undefined : value)) });

const keyed = <T extends z.ZodType>(pattern: RegExp, row: T) => z.record(z.string().regex(pattern), row).optional();
const numberIn = (key: string): number => Number(key.replace(/\D/g, ""));

/**
 * The whole form. Rows have names of letters and numbers: "posts.p12", "frames.f2028investive", "capacities.n1"; what is left empty is
 * as in the live plan.
 */
export const ScenarioForm = z
  .object({
    name,
    description,
    rowVersion: rowVersionField,
    ...settingsFields,
    posts: keyed(/^p[1-9]\d{0,14}$/, PostRow),
    capacities: keyed(/^[sn]\d{1,3}$/, CapacityRow),
    frames: keyed(/^f\d{4}(investive|consumptive)$/, FrameRow),
    lines: keyed(/^l[1-9]\d{0,14}$/, LineRow),
    measures: keyed(/^[mn]\d{1,15}$/, MeasureRow),
  })
  .transform(({ posts = {}, capacities = {}, frames = {}, lines = {}, measures = {}, name: named, description: described, rowVersion, ...settings }, context) => {
    const problem = (path: readonly string[], code: string): void => context.addIssue({ code: "custom", path: [...path], message: problemSentence({ code }) });
    const switched = new Set<number>();
    const changes: ScenarioChanges = {
      posts: Object.entries(posts).map(([key, { counted }]) => ({ postId: numberIn(key), counted })),
      capacities: Object.entries(capacities).flatMap(([key, row]) => readCapacity(row, (field, code) => problem(["capacities", key, field], code))),
      frames: Object.entries(frames).flatMap(([key, { amount, none }]) => {
        if (amount !== null && none) problem(["frames", key, "amount"], "amountAndNone");
        const budgetKind = budgetKinds.find((kind) => key.endsWith(kind)) ?? "investive";
        return amount === null && !none ? [] : [{ fiscalYear: numberIn(key), budgetKind, amountCents: none ? null : amount }];
      }),
      lines: Object.entries(lines).flatMap(([key, { amount }]) => (amount === null ? [] : [{ lineId: numberIn(key), appropriationCents: amount }])),
      measures: Object.entries(measures).flatMap(([key, { measureId: chosen, choice }]) => {
        const measureId = key.startsWith("m") ? numberIn(key) : chosen;
        if (measureId === null && choice !== undefined) problem(["measures", key, "measureId"], "measureMissing");
        if (measureId !== null && choice === undefined && key.startsWith("n")) problem(["measures", key, "choice"], "choiceMissing");
        if (measureId === null || choice === undefined) return [];
        if (switched.has(measureId)) problem(["measures", key, "measureId"], "measureTwice");
        switched.add(measureId);
        return [{ measureId, choice }];
      }),
    };
    if (settings.priorityWeight + settings.savingWeight === 0) problem(["priorityWeight"], "weightless");
    return { name: named, description: described, rowVersion, settings, changes };
  });

/** A row in which nothing stands, or that is to be removed, is none. */
function readCapacity({ teamId, fromQuarter, toQuarter, days, remove }: z.infer<typeof CapacityRow>, problem: (field: string, code: string) => void): ScenarioChanges["capacities"] {
  if (remove || (teamId === null && fromQuarter === undefined && toQuarter === undefined && days === undefined)) return [];
  const [from, to] = [parseQuarter(fromQuarter ?? ""), parseQuarter(toQuarter ?? fromQuarter ?? "")];
  const deltaPersonDays = readDays(days ?? "");
  if (teamId === null) problem("teamId", "teamMissing");
  if (from === null) problem("fromQuarter", "quarterMissing");
  if (from !== null && to !== null && to < from) problem("toQuarter", "endBeforeStart");
  if (deltaPersonDays === null) problem("days", "notDays");
  return teamId === null || from === null || to === null || deltaPersonDays === null ? [] : [{ teamId, fromQuarter: quarter(from), toQuarter: quarter(to), deltaPersonDays }];
}

/** "-20", "−20", "+ 5" or "1.000"; null where it is no whole number that a team could have. */
function readDays(text: string): number | null {
  const match = /^([-−–+]?)\s?(\d{1,3}(?:\.\d{3})|\d{1,6})$/.exec(text.trim());
  if (match === null) return null;
  const days = Number(match[2]?.replace(".", ""));
  if (days > 100_000) return null;
  return match[1] === "" || match[1] === "+" ? days : -days || 0;
}

export const AdoptForm = z
  .object({
    setPlanned: ticked,
    taken: z.record(z.string().regex(/^m[1-9]\d{0,14}$/), ticked).optional(),
    versions: z.record(z.string().regex(/^m[1-9]\d{0,14}$/), rowVersionField).optional(),
  })
  .transform(({ setPlanned, taken = {}, versions = {} }) => ({
    setPlanned,
    taken: Object.entries(taken).flatMap(([key, isTaken]) => {
      const rowVersion = versions[key];
      return isTaken && rowVersion !== undefined ? [{ measureId: numberIn(key), rowVersion }] : [];
    }),
  }));

/** Runs to compare from the address: "lauf=3&lauf=5", or all that was ticked; what is no number is passed over. */
export const readRunIds = (params: URLSearchParams): number[] => [...new Set(params.getAll("lauf").filter((value) => /^[1-9]\d{0,14}$/.test(value)).map(Number))];
