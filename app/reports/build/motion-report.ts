import { deltaOf, type AmendmentMotion } from "#app/domain/committee/amendment.ts";
import type { AmendmentSum } from "#app/domain/committee/amendment-sums.ts";
import type { Municipality } from "#app/domain/portfolio/portfolio.ts";
import type { PartialSum } from "#app/domain/money/cents.ts";
import type { Fact, TableBlock, Value } from "#app/reports/model.ts";
import { code, column, date, delta, list, money, text, year } from "./values.ts";

/** An Änderungsantrag as raw values, in the order of the form that councils use. */
export type MotionReport = {
  readonly municipality: { readonly name: string; readonly brandColour: string; readonly isDemonstration: boolean };
  readonly number: string;
  /** When the document is made. */
  readonly asOf: string;
  readonly facts: readonly Fact[];
  readonly lines: TableBlock | null;
  /** What a line says beyond its figures; `lock` is a Sperrvermerk. */
  readonly notes: ReadonlyArray<{ readonly kind: "lock" | "note"; readonly codes: string; readonly fiscalYear: number; readonly text: string }>;
  readonly sums: TableBlock | null;
  readonly reasoning: readonly string[];
  readonly statement: readonly string[];
};

export function buildMotionReport({ motion, sums, asOf, municipality: { budgetSystem, ...municipality } }: {
  readonly motion: AmendmentMotion;
  readonly sums: readonly AmendmentSum[];
  readonly asOf: string;
  readonly municipality: MotionReport["municipality"] & Pick<Municipality, "budgetSystem">;
}): MotionReport {
  return {
    municipality,
    number: motion.number,
    asOf,
    facts: [
      { label: "motionNumber", value: text(motion.number) },
      { label: "motionTitle", value: text(motion.title) },
      { label: "motionApplicant", value: text(motion.applicant) },
      { label: "motionDate", value: date(motion.movedOn) },
      { label: "motionState", value: code("amendmentState", motion.state) },
    ],
    lines: motion.lines.length === 0 ? null : linesTable(motion, budgetSystem === "kameral"),
    notes: motion.lines.flatMap((line) => {
      const at = { codes: [line.budgetProduct, line.budgetAccount].filter(Boolean).join("/"), fiscalYear: line.fiscalYear };
      return [...(line.locked ? [{ kind: "lock" as const, ...at, text: line.lockNote }] : []), ...(line.note === "" ? [] : [{ kind: "note" as const, ...at, text: line.note }])];
    }),
    sums: sums.length === 0 ? null : sumsTable(sums),
    reasoning: paragraphs(motion.reasoning),
    statement: paragraphs(motion.statement),
  };
}

const paragraphs = (value: string): string[] => value.split(/\n+/).filter((each) => each.trim() !== "");
const orDash = (value: string): Value => list(value === "" ? [] : [value]);
const posts = (hundredths: number): Value => (hundredths === 0 ? list([]) : { unit: "deltaPosts", value: hundredths });

const linesTable = ({ lines }: AmendmentMotion, isKameral: boolean): TableBlock => ({
  kind: "table",
  caption: "motionLines",
  columns: [
    column("motionYear", "text", "narrow"),
    column(isKameral ? "kameralProduct" : "motionProduct", "text", "narrow"),
    column(isKameral ? "kameralAccount" : "motionAccount", "text", "normal"),
    column("motionLabel", "text", "wide"),
    column("motionReference", "text", "normal"),
    column("motionAppropriation", "cents"),
    column("motionAmended", "cents"),
    column("motionDelta", "deltaCents"),
    column("motionPosts", "deltaPosts", "narrow"),
  ],
  rows: lines.map((line) => [
    year(line.fiscalYear),
    orDash(line.budgetProduct),
    text(line.budgetAccount),
    orDash(line.label),
    orDash(line.budgetReference),
    money(line.appropriationCents),
    money(line.amendedCents),
    delta(deltaOf(line)),
    posts(line.postDeltaHundredths),
  ]),
  totals: [],
});

const sumsTable = (sums: readonly AmendmentSum[]): TableBlock => ({
  kind: "table",
  caption: "motionSums",
  columns: [
    column("motionYear", "text", "narrow"),
    column("motionKind", "text", "wide"),
    column("motionAppropriation", "cents"),
    column("motionAmended", "cents"),
    column("motionDelta", "deltaCents"),
    column("motionPosts", "deltaPosts", "narrow"),
  ],
  rows: sums.map((sum) => [
    year(sum.fiscalYear),
    sum.accountClass === null ? { unit: "label", value: "motionKindOpen" } : { unit: "accountClass", value: sum.accountClass },
    partial(sum.appropriation, sum.lineCount),
    partial(sum.amended, sum.lineCount),
    sum.delta.unknownCount === sum.lineCount ? delta(null) : { unit: "deltaCents", value: sum.delta.known, unknownCount: sum.delta.unknownCount },
    posts(sum.postDeltaHundredths),
  ]),
  totals: [],
});

const partial = ({ known, unknownCount }: PartialSum, count: number): Value => (unknownCount === count ? money(null) : money(known, unknownCount));
