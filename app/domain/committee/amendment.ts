import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import { subtractCents, type Cents } from "#app/domain/money/cents.ts";

export const amendmentStates = ["draft", "submitted", "adopted", "rejected", "withdrawn"] as const;
export type AmendmentState = (typeof amendmentStates)[number];

/** A motion to amend the draft budget (Änderungsantrag zum Haushalt). */
export type AmendmentMotion = {
  readonly id: number;
  /** Antragsnummer, as the council office gives it. */
  readonly number: string;
  readonly title: string;
  /** The group or person who moves it. */
  readonly applicant: string;
  readonly movedOn: PlainDate | null;
  readonly state: AmendmentState;
  readonly reasoning: string;
  /** Stellungnahme der Verwaltung. */
  readonly statement: string;
  readonly lines: readonly AmendmentLine[];
  readonly rowVersion: number;
};

/** One change of one account in one fiscal year. */
export type AmendmentLine = {
  readonly id: number;
  readonly fiscalYear: number;
  readonly budgetProduct: string;
  readonly budgetAccount: string;
  readonly label: string;
  /** Fundstelle: the page of the draft. */
  readonly budgetReference: string;
  /** Ansatz so far. Null: unknown, so that the difference is unknown, too. */
  readonly appropriationCents: Cents | null;
  readonly amendedCents: Cents;
  readonly locked: boolean;
  readonly lockNote: string;
  /** Posts more or less, in hundredths of a post. */
  readonly postDeltaHundredths: number;
  readonly note: string;
};

/** New minus former appropriation; null where the former is unknown. */
export const deltaOf = ({ appropriationCents, amendedCents }: Pick<AmendmentLine, "appropriationCents" | "amendedCents">): Cents | null =>
  appropriationCents === null ? null : subtractCents(amendedCents, appropriationCents);
