import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import type { Quarter } from "#app/domain/calendar/quarter.ts";
import type { BudgetSystem } from "#app/domain/measures/vocabulary.ts";
import type { Cents } from "#app/domain/money/cents.ts";
import type { RoundInForce } from "#app/domain/prioritisation/round.ts";
import type { LabelCode, VocabularyName } from "#app/reports/labels.ts";
import type { Column, Unit, Value } from "#app/reports/model.ts";

/** Short names for a report's raw values, so that a builder reads as the table it makes. */
export const text = (value: string | null): Value => ({ unit: "text", value });
export const measureLink = (measureId: number, value: string): Value => ({ unit: "measure", measureId, value });
export const list = (value: readonly string[]): Value => ({ unit: "list", value });
export const code = (vocabulary: VocabularyName, value: string | null): Value => ({ unit: "code", vocabulary, value });
export const codes = (vocabulary: VocabularyName, value: readonly string[]): Value => ({ unit: "codes", vocabulary, value });
export const label = (value: LabelCode): Value => ({ unit: "label", value });
export const yesNo = (value: boolean): Value => ({ unit: "yesNo", value });
export const money = (value: Cents | null, unknownCount?: number): Value => ({ unit: "cents", value, ...(unknownCount === undefined ? {} : { unknownCount }) });
export const delta = (value: Cents | null): Value => ({ unit: "deltaCents", value });
export const personDays = (value: number | null, unknownCount?: number): Value => ({ unit: "personDays", value, ...(unknownCount === undefined ? {} : { unknownCount }) });
/** Shares of full posts in hundredths. */
export const posts = (value: number | null): Value => ({ unit: "posts", value });
export const count = (value: number | null): Value => ({ unit: "count", value });
export const points = (value: number | null): Value => ({ unit: "points", value });
export const percent = (value: number | null): Value => ({ unit: "percent", value });
export const year = (value: number): Value => ({ unit: "year", value });
export const quarterValue = (value: Quarter | null): Value => ({ unit: "quarter", value });
export const date = (value: PlainDate | null): Value => ({ unit: "date", value });
export const roundValue = (value: RoundInForce): Value => ({ unit: "round", value });
export const empty: Value = { unit: "empty" };

/** The columns of a code in the words of the budget system. */
export const codeColumns = ({ budgetSystem }: { readonly budgetSystem: BudgetSystem }): readonly [product: Column, account: Column] =>
  budgetSystem === "kameral" ? [column("kameralProduct", "text", "narrow"), column("kameralAccount", "text", "narrow")] : [column("budgetProduct", "text", "narrow"), column("budgetAccount", "text", "narrow")];

export const column = (heading: Column["heading"], unit: Unit, width: Column["width"] = "normal"): Column => ({ heading, unit, width });
