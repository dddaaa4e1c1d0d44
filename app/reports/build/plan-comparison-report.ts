import { assumptionDifferences, type AssumptionDifference } from "#app/domain/planning/assumption-differences.ts";
import { compareMeasures, shiftOf, type ComparedMeasure, type ComparedRun, type PlanShift } from "#app/domain/planning/compare-plans.ts";
import { moneyOfPlan, postsOfDays, staffOfPlan } from "#app/domain/planning/plan-sums.ts";
import { gapHundredths } from "#app/domain/planning/plan.ts";
import { addCents, ZERO_CENTS } from "#app/domain/money/cents.ts";
import type { Municipality } from "#app/domain/portfolio/portfolio.ts";
import { yearsOf } from "#app/domain/resources/horizon.ts";
import type { LabelCode, PlanComparisonTitle } from "#app/reports/labels.ts";
import type { TableBlock, Value } from "#app/reports/model.ts";
import { code, column, count, empty, measureLink, money, text, year } from "./values.ts";

/** A run as the comparison names it; `scenario` is null for the live plan. */
export type NamedRun = ComparedRun & { readonly scenario: string | null; readonly startedAt: string; /** The run its search began with. */ readonly warmFrom: number | null };

export type PlanComparisonBlock =
  | { readonly kind: "shift"; readonly run: number; readonly shift: PlanShift; readonly differences: readonly AssumptionDifference[]; readonly lastYear: number }
  | { readonly kind: "beatsFirst"; readonly run: number }
  | { readonly kind: "searched" | "searchedFromFirst" | "valueExplained" | "moneyExplained" | "staffExplained" }
  | { readonly kind: "differences"; readonly run: number; readonly differences: readonly AssumptionDifference[] }
  | { readonly kind: "staffUnknown" | "capacityUnknown" | "assumedCounted"; readonly run: number; readonly count: number }
  /** `hidden`: measures that stand alike in all plans and are not in the rows. */
  | { readonly kind: "measures"; readonly measures: readonly ComparedMeasure[]; readonly hidden: number | null }
  /** Where nothing but the run differs the values are equal; a plan weighed otherwise has none to compare. */
  | { readonly kind: "quality"; readonly rows: ReadonlyArray<{ readonly relative: number | null; readonly gap: number }>; readonly table: TableBlock }
  | TableBlock;

export type PlanComparisonReport = {
  readonly cover: Pick<Municipality, "brandColour" | "isDemonstration"> & { readonly municipality: string; readonly asOf: string };
  readonly runs: readonly NamedRun[];
  /** Unique names, as the tables' headings say them. */
  readonly names: readonly string[];
  readonly sections: ReadonlyArray<{ readonly title: PlanComparisonTitle; readonly blocks: readonly PlanComparisonBlock[] }>;
};

type Question = {
  readonly runs: readonly NamedRun[];
  readonly names: readonly string[];
  readonly municipality: Pick<Municipality, "name" | "brandColour" | "isDemonstration">;
  /** Also the measures that stand alike in all plans. */
  readonly allMeasures: boolean;
};

/** Two to four plans side by side; everything is told from the first. @throws Error without a plan */
export function buildPlanComparison({ runs, names, municipality, allMeasures }: Question): PlanComparisonReport {
  const [base, ...others] = runs;
  if (base === undefined) throw new Error("nothing to compare");
  const measures = compareMeasures(runs);
  const compared = others.map((other, index) => ({ run: index + 1, shift: shiftOf(measures, index + 1), differences: assumptionDifferences(base, other) }));
  const changed = measures.filter(({ places }) => places.some(({ change }) => change.kind !== "same"));
  return {
    cover: { municipality: municipality.name, brandColour: municipality.brandColour, isDemonstration: municipality.isDemonstration, asOf: runs.map((run) => run.startedAt).reduce((a, b) => (a > b ? a : b)) },
    runs,
    names,
    sections: [
      { title: "inShort", blocks: [...compared.map((each) => ({ kind: "shift" as const, ...each, lastYear: base.input.horizon.lastYear })), ...searchBlocks(base, others)] },
      { title: "assumptions", blocks: compared.map(({ run, differences }) => ({ kind: "differences", run, differences })) },
      { title: "quality", blocks: [qualityBlock(runs, names, compared.map((each) => each.shift)), { kind: "valueExplained" }, ...assumedBlocks(runs)] },
      { title: "money", blocks: [...moneyTables(runs, names), { kind: "moneyExplained" }] },
      { title: "staff", blocks: staffBlocks(runs, names) },
      { title: "measures", blocks: [{ kind: "measures", measures: allMeasures ? measures : changed, hidden: allMeasures ? null : measures.length - changed.length }] },
    ],
  };
}

function assumedBlocks(runs: readonly NamedRun[]): PlanComparisonBlock[] {
  return runs.flatMap(({ plan }, run) => {
    const count = plan.placed.filter(({ assumed }) => assumed.length > 0).length;
    return count === 0 ? [] : [{ kind: "assumedCounted" as const, run, count }];
  });
}

/** How much of a difference may be the search's and not the scenario's. */
function searchBlocks(base: NamedRun, others: readonly NamedRun[]): PlanComparisonBlock[] {
  if ([base, ...others].every(({ plan }) => gapHundredths(plan) === 0)) return [];
  const isFromFirst = ({ warmFrom }: NamedRun) => warmFrom === base.runId;
  return [
    { kind: others.every(isFromFirst) ? "searchedFromFirst" : "searched" },
    ...others.flatMap((other, index) => (isFromFirst(other) && other.plan.beatsItsStart === true ? [{ kind: "beatsFirst" as const, run: index + 1 }] : [])),
  ];
}

function qualityBlock(runs: readonly NamedRun[], names: readonly string[], shifts: readonly PlanShift[]): PlanComparisonBlock {
  const [base] = runs;
  const figures = (heading: LabelCode, of: (shift: PlanShift) => number): Value[] => [{ unit: "label", value: heading }, empty, ...shifts.map((shift) => count(of(shift)))];
  return {
    kind: "quality",
    rows: runs.map((run) => ({ relative: base === undefined || !isWeighedAlike(base, run) || base.plan.objective <= 0 ? null : Math.round((run.plan.objective * 1000) / base.plan.objective), gap: gapHundredths(run.plan) })),
    table: {
      kind: "table",
      caption: "planQualityTable",
      columns: [column("figure", "label", "wide"), ...names.map((name) => column({ text: name }, "count"))],
      rows: [
        [{ unit: "label", value: "plannedCount" }, ...runs.map(({ plan }) => count(plan.placed.length))],
        [{ unit: "label", value: "leftOutCount" }, ...runs.map(({ plan }) => count(plan.leftOut.length))],
        figures("slippedCount", ({ later }) => later.count),
        figures("advancedCount", ({ earlier }) => earlier.count),
        figures("droppedCount", ({ dropped }) => dropped.length),
        figures("gainedCount", ({ gained }) => gained.length),
      ],
      totals: [],
    },
  };
}

/** The value of a plan counts what its settings weigh; another weighing is another currency. */
const isWeighedAlike = ({ settings: a }: ComparedRun, { settings: b }: ComparedRun): boolean =>
  a.priorityWeight === b.priorityWeight && a.savingWeight === b.savingWeight && a.lateDiscountPercent === b.lateDiscountPercent && a.stability === b.stability;

/** Where all plans have the same frames, these stand beside the expenses; otherwise in a table of their own. */
function moneyTables(runs: readonly NamedRun[], names: readonly string[]): TableBlock[] {
  const sums = runs.map(moneyOfPlan);
  const keys = sums[0]?.cells ?? [];
  type Cell = (typeof keys)[number];
  const cellOf = (run: number, { fiscalYear, budgetKind }: Cell) => sums[run]?.cells.find((cell) => cell.fiscalYear === fiscalYear && cell.budgetKind === budgetKind);
  const head = [column("year", "year", "narrow"), column("budgetKind", "code", "narrow")];
  const perRun = names.map((name) => column({ text: name }, "cents"));
  const rowsOf = (rows: readonly Cell[], valueOf: (cell: Cell | undefined) => Value, more: (key: Cell) => Value[] = () => []) =>
    rows.map((key): Value[] => [year(key.fiscalYear), code("budgetKind", key.budgetKind), ...runs.map((_, run) => valueOf(cellOf(run, key))), ...more(key)]);
  const frameOf = (cell: Cell | undefined): Value => (cell === undefined || cell.frame === null ? text("–") : money(cell.frame));
  const total = (of: (cell: Cell) => Cell["expense"], unknown: (run: number) => number): Value[] => [
    { unit: "label", value: "total" },
    empty,
    ...sums.map(({ cells }, run) => money(cells.map(of).reduce(addCents, ZERO_CENTS), unknown(run))),
  ];
  const sameFrames = keys.every((key) => runs.every((_, run) => cellOf(run, key)?.frame === key.frame));
  const granted = keys.filter((key) => runs.some((_, run) => (cellOf(run, key)?.grants ?? 0) > 0));
  return [
    {
      kind: "table",
      caption: "planMoneyTable",
      columns: [...head, ...perRun, ...(sameFrames ? [column("frame", "cents")] : [])],
      rows: rowsOf(keys, (cell) => money(cell?.expense ?? null, cell?.unknownCount), (key) => (sameFrames ? [frameOf(key)] : [])),
      totals: [[...total(({ expense }) => expense, (run) => sums[run]?.unknownCount ?? 0), ...(sameFrames ? [empty] : [])]],
    },
    ...(sameFrames ? [] : [{ kind: "table" as const, caption: "planFrameTable" as const, columns: [...head, ...perRun], rows: rowsOf(keys, frameOf), totals: [] }]),
    ...(granted.length === 0
      ? []
      : [{ kind: "table" as const, caption: "planGrantTable" as const, columns: [...head, ...perRun], rows: rowsOf(granted, (cell) => money(cell?.grants ?? null)), totals: [total(({ grants }) => grants, () => 0)] }]),
  ];
}

function staffBlocks(runs: readonly NamedRun[], names: readonly string[]): PlanComparisonBlock[] {
  const sums = runs.map(staffOfPlan);
  const years = runs[0] === undefined ? [] : yearsOf(runs[0].input.horizon);
  const table = (caption: "planStaffTable" | "planCapacityTable", of: (cell: (typeof sums)[number][number]) => number): TableBlock => ({
    kind: "table",
    caption,
    columns: [column("year", "year", "narrow"), ...names.map((name) => column({ text: name }, "posts"))],
    rows: years.map((fiscalYear) => [
      year(fiscalYear),
      ...sums.map((cells): Value => {
        const cell = cells.find((each) => each.fiscalYear === fiscalYear);
        return { unit: "posts", value: cell === undefined ? null : postsOfDays(of(cell)) };
      }),
    ]),
    totals: [],
  });
  const worst = (run: number, of: (cell: (typeof sums)[number][number]) => number) => Math.max(0, ...(sums[run] ?? []).map(of));
  return [
    table("planStaffTable", (cell) => cell.personDays),
    table("planCapacityTable", (cell) => cell.capacity),
    { kind: "staffExplained" },
    ...runs.flatMap((_, run): PlanComparisonBlock[] => {
      const unknown = worst(run, (cell) => cell.unknownCount);
      const quarters = (sums[run] ?? []).reduce((sum, cell) => sum + cell.unknownQuarters, 0);
      return [...(unknown > 0 ? [{ kind: "staffUnknown" as const, run, count: unknown }] : []), ...(quarters > 0 ? [{ kind: "capacityUnknown" as const, run, count: quarters }] : [])];
    }),
  ];
}

/** The table of measures as a workbook and a page have it. */
export const measureTable = (measures: readonly ComparedMeasure[], names: readonly string[], texts: { readonly place: (place: ComparedMeasure["places"][number]["place"]) => string; readonly change: (change: ComparedMeasure["places"][number]["change"]) => string; readonly changeOf: (name: string) => string }): TableBlock => ({
  kind: "table",
  caption: "planMeasureTable",
  columns: [column("measure", "measure", "wide"), ...names.flatMap((name, index) => [column({ text: name }, "text"), ...(index === 0 ? [] : [column({ text: texts.changeOf(name) }, "text")])])],
  rows: measures.map(({ measureId, title, places }) => [
    measureLink(measureId, title),
    ...places.flatMap(({ place, change }, index) => [text(texts.place(place)), ...(index === 0 ? [] : [text(texts.change(change))])]),
  ]),
  totals: [],
});
