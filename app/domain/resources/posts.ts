import { addQuarters, type Quarter } from "#app/domain/calendar/quarter.ts";
import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import type { Cents } from "#app/domain/money/cents.ts";
import type { FteHundredths } from "./fte.ts";

/** besetzt, unbesetzt, beantragt, im Entwurf */
export const postStates = ["filled", "vacant", "requested", "inDraft"] as const;
export type PostState = (typeof postStates)[number];

/** What a rate of the table says: a year of a pay grade, a workplace a year, or overhead in percent of the personnel cost. */
export const payRateKinds = ["personnel", "workplace", "overhead"] as const;
export type PayRateKind = (typeof payRateKinds)[number];

/** A post of the staff plan (Stellenplan). */
export type Post = {
  readonly id: number;
  readonly title: string;
  readonly orgUnitId: number;
  /** The team whose capacity it raises; null: none, such as a post outside the teams. */
  readonly teamId: number | null;
  readonly fte: FteHundredths;
  readonly payGrade: string;
  /** Null: computed from the rate table, unknown where that has no rate. */
  readonly yearlyCostCents: Cents | null;
  readonly state: PostState;
  /** Null: permanent. */
  readonly limitedUntil: PlainDate | null;
  /** From this quarter on the post exists; null: unknown, it raises no capacity. */
  readonly fromQuarter: Quarter | null;
  /** Quarters from then until somebody works on it. */
  readonly hiringDelayQuarters: number;
  /** Does the plan count on it? Filled posts are part of the team's own staffing and never raise it again. */
  readonly counted: boolean;
  /** What it is for: "Barrierefreiheit". */
  readonly purpose: string;
  readonly note: string;
  readonly rowVersion: number;
};

/** What a team can give from a quarter on, until the next entry: posts less absences and permanent tasks. */
export type TeamStaffing = {
  readonly id: number;
  readonly teamId: number;
  readonly fromQuarter: Quarter;
  readonly fte: FteHundredths;
  /** Of one full post in a quarter. */
  readonly personDaysPerFte: number;
  readonly absencePercent: number;
  readonly baseLoadPercent: number;
  readonly note: string;
  readonly rowVersion: number;
};

/** A dated, sourced rate: "E11, 2024, 95.000 €, KGSt". */
export type PayRate = {
  readonly id: number;
  readonly kind: PayRateKind;
  /** For "personnel"; empty for the others. */
  readonly payGrade: string;
  readonly validFrom: PlainDate;
  /** For "personnel" and "workplace"; null for "overhead". */
  readonly yearlyCostCents: Cents | null;
  /** For "overhead"; null for the others. */
  readonly percent: number | null;
  readonly source: string;
  /** For "personnel": workplace and overhead are already in it, so nothing is added. */
  readonly fullCost: boolean;
  readonly rowVersion: number;
};

/** The first quarter in which a post raises its team's capacity; null where it never does. */
export function worksFrom({ state, counted, teamId, fromQuarter, hiringDelayQuarters }: Pick<Post, "state" | "counted" | "teamId" | "fromQuarter" | "hiringDelayQuarters">): Quarter | null {
  if (state === "filled" || !counted || teamId === null || fromQuarter === null) return null;
  return addQuarters(fromQuarter, hiringDelayQuarters);
}
