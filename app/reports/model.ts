import type { TimelinePlan } from "#app/charts/svg/arrange-timeline.ts";
import type { ChangeStatement } from "#app/domain/committee/summarise-changes.ts";
import type { OpenPoint } from "#app/domain/committee/open-points.ts";
import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import type { Quarter } from "#app/domain/calendar/quarter.ts";
import type { Cents } from "#app/domain/money/cents.ts";
import type { ComparedField, FieldValue } from "#app/domain/committee/field-changes.ts";
import type { PartChange } from "#app/domain/committee/part-changes.ts";
import type { RoundInForce } from "#app/domain/prioritisation/round.ts";
import type { AccountClass } from "#app/domain/resources/account-class.ts";
import type { LabelCode, SectionId, VocabularyName } from "./labels.ts";

/**
 * A report as raw values, units and codes: what it says, in which order, and nothing about how it looks.
 * One formatter and one labels file make the text; every renderer walks the same model.
 */
export type Report = {
  readonly cover: Cover;
  readonly sections: readonly Section[];
};

export type Cover = {
  readonly municipality: string;
  /** "#rrggbb" */
  readonly brandColour: string;
  readonly isDemonstration: boolean;
  readonly versionNumber: number;
  readonly title: string;
  readonly note: string;
  readonly frozenAt: string;
  readonly frozenBy: string;
  readonly today: PlainDate;
  readonly sha256: string;
  /** Null: a draft that no committee has seen. */
  readonly submission: { readonly committee: string; readonly meetingDate: PlainDate | null; readonly submittedAt: string } | null;
  readonly firstYear: number;
  readonly lastYear: number;
};

export type Section = { readonly id: SectionId; readonly blocks: readonly Block[] };

export type Block =
  | { readonly kind: "paragraph"; readonly text: Value }
  | { readonly kind: "keyFigures"; readonly figures: readonly Fact[] }
  | { readonly kind: "changes"; readonly base: { readonly number: number; readonly title: string; readonly frozenAt: string } | null; readonly statements: readonly ChangeStatement[] }
  | { readonly kind: "openPoints"; readonly points: readonly OpenPoint[] }
  | { readonly kind: "timeline"; readonly plan: TimelinePlan; readonly today: PlainDate }
  | TableBlock
  | { readonly kind: "measures"; readonly fields: readonly MeasureGroup[] };

export type TableBlock = {
  readonly kind: "table";
  readonly caption: LabelCode;
  readonly columns: readonly Column[];
  readonly rows: ReadonlyArray<readonly Value[]>;
  /** Sums below the rows; never part of them. */
  readonly totals: ReadonlyArray<readonly Value[]>;
};

/** `heading` is a label, or text from the data (a fiscal year, a criterion's name). The first column heads its rows. */
export type Column = { readonly heading: LabelCode | { readonly text: string }; readonly unit: Unit; readonly width: "narrow" | "normal" | "wide" };

export type MeasureGroup = { readonly name: Value; readonly description: string; readonly sheets: readonly MeasureSheet[] };
export type MeasureSheet = {
  readonly measureId: number;
  readonly title: string;
  readonly summary: string;
  readonly description: string;
  readonly facts: readonly Fact[];
  readonly tables: readonly TableBlock[];
};

export type Fact = { readonly label: LabelCode; readonly value: Value };

/** A raw value with its unit. Null is unknown and never zero. */
export type Value =
  | { readonly unit: "text"; readonly value: string | null }
  /** A measure of the version, by its title; a page makes it a link. */
  | { readonly unit: "measure"; readonly measureId: number; readonly value: string }
  | { readonly unit: "list"; readonly value: readonly string[] }
  | { readonly unit: "code"; readonly vocabulary: VocabularyName; readonly value: string | null }
  | { readonly unit: "codes"; readonly vocabulary: VocabularyName; readonly value: readonly string[] }
  | { readonly unit: "label"; readonly value: LabelCode }
  | { readonly unit: "yesNo"; readonly value: boolean }
  | { readonly unit: "cents"; readonly value: Cents | null; readonly unknownCount?: number }
  | { readonly unit: "deltaCents"; readonly value: Cents | null; readonly unknownCount?: number }
  | { readonly unit: "personDays"; readonly value: number | null; readonly unknownCount?: number }
  | { readonly unit: "hours"; readonly value: number | null }
  | { readonly unit: "count"; readonly value: number | null }
  | { readonly unit: "points"; readonly value: number | null }
  | { readonly unit: "percent"; readonly value: number | null }
  /** Full-time posts in hundredths. */
  | { readonly unit: "posts"; readonly value: number | null }
  /** Full-time posts more or less, in hundredths. */
  | { readonly unit: "deltaPosts"; readonly value: number }
  | { readonly unit: "accountClass"; readonly value: AccountClass }
  /** A mean of ratings in ten-thousandths of a level. */
  | { readonly unit: "level"; readonly value: number | null }
  | { readonly unit: "quarters"; readonly value: number | null }
  | { readonly unit: "year"; readonly value: number }
  | { readonly unit: "quarter"; readonly value: Quarter | null }
  | { readonly unit: "date"; readonly value: PlainDate | null }
  /** The day of an instant. */
  | { readonly unit: "day"; readonly value: string }
  /** How far below the best possible plan, in hundredths of a percent. */
  | { readonly unit: "gap"; readonly value: number | null }
  | { readonly unit: "field"; readonly value: ComparedField }
  | { readonly unit: "fieldValue"; readonly field: ComparedField; readonly value: FieldValue }
  | { readonly unit: "partName"; readonly value: PartChange["part"] }
  | { readonly unit: "part"; readonly value: PartChange; readonly side: "before" | "after" }
  /** The round a ranking comes from, and where it stands. */
  | { readonly unit: "round"; readonly value: RoundInForce }
  | { readonly unit: "empty" };

export type Unit = Value["unit"];

const NUMERIC: ReadonlySet<Unit> = new Set<Unit>(["cents", "deltaCents", "personDays", "hours", "count", "points", "percent", "posts", "deltaPosts", "level", "quarters", "year"]);
export const isNumeric = (unit: Unit): boolean => NUMERIC.has(unit);
