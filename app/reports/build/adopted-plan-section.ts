import { gapOfAdopted, type FrozenAdoptedPlan } from "#app/domain/committee/freeze-adopted-plan.ts";
import type { SnapshotContent } from "#app/domain/committee/snapshot.ts";
import type { LabelCode } from "#app/reports/labels.ts";
import type { Block, Section, TableBlock, Value } from "#app/reports/model.ts";
import { code, codes, column, count, label, measureLink, money, personDays, text, yesNo } from "./values.ts";

/** The computed plan the dates rest on: how good it is, how it was found, what it assumed and what it leaves out. Nothing where none was taken over. */
export function adoptedPlanSection({ portfolio, resources: { adoptedPlan } }: SnapshotContent): Section[] {
  if (adoptedPlan === undefined) return [];
  const known = new Set(portfolio.measures.map(({ id }) => id));
  const titled: Titled = ({ measureId, title }) => (known.has(measureId) ? measureLink(measureId, title) : text(title));
  return [{ id: "adoptedPlan", blocks: [{ kind: "paragraph", text: label("adoptedPlanIntro") }, figures(adoptedPlan), ...assumed(adoptedPlan, titled), leftOut(adoptedPlan, titled), computed(adoptedPlan)] }];
}

/** The plan may name a measure that the version no longer has. */
type Titled = (measure: { readonly measureId: number; readonly title: string }) => Value;

const figures = (plan: FrozenAdoptedPlan): Block => ({
  kind: "keyFigures",
  figures: [
    { label: "planTaken", value: count(plan.takenCount) },
    { label: "planPlaced", value: count(plan.placedCount) },
    { label: "planLeftOut", value: count(plan.leftOut.length) },
    { label: "planValue", value: count(plan.objective) },
    { label: "planBound", value: count(plan.bound) },
    { label: "planGap", value: { unit: "gap", value: gapOfAdopted(plan) } },
  ],
});

function assumed(plan: FrozenAdoptedPlan, titled: Titled): TableBlock[] {
  if (plan.assumed.length === 0) return [];
  const rows = plan.assumed.map((each) => [titled(each), codes("assumedFigure", each.figures)]);
  return [{ kind: "table", caption: "planAssumedTable", columns: [column("measure", "measure", "wide"), column("planAssumed", "codes")], rows, totals: [] }];
}

function leftOut(plan: FrozenAdoptedPlan, titled: Titled): Block {
  if (plan.leftOut.length === 0) return { kind: "paragraph", text: label("planNothingLeftOut") };
  const rows = plan.leftOut.map((each) => [titled(each), yesNo(each.mandatory), code("leftOutReason", each.reason)]);
  return { kind: "table", caption: "planLeftOutTable", columns: [column("measure", "measure", "wide"), column("planMandatory", "yesNo", "narrow"), column("planReason", "code", "wide")], rows, totals: [] };
}

/** What anybody needs to judge the plan, or to ask for the same again. */
function computed(plan: FrozenAdoptedPlan): TableBlock {
  const { assumptions } = plan;
  const rows: Array<readonly [LabelCode, Value]> = [
    ["planBasis", plan.scenario === null ? label("livePlanBasis") : text(plan.scenario)],
    ["planComputedAt", { unit: "day", value: plan.computedAt }],
    ["planAdoptedAt", { unit: "day", value: plan.adoptedAt }],
    ["planAdoptedBy", text(plan.adoptedBy)],
    ["planNumber", count(plan.runId)],
    ["planSeconds", count(plan.seconds)],
    ["planSteps", count(plan.steps)],
    ["planSeed", count(plan.seed)],
    ["planVersion", text(plan.plannerVersion)],
    ["planInput", text(plan.inputHash.slice(0, 16))],
    ...(assumptions === null
      ? [["planUnknown", label("planUnknownLeftOut")] as const]
      : ([
          ["planAssumedDuration", count(assumptions.durationQuarters)],
          ["planAssumedCost", money(assumptions.costCents)],
          ["planAssumedDays", personDays(assumptions.personDays)],
        ] as const)),
  ];
  return { kind: "table", caption: "planComputedTable", columns: [column("figure", "label", "wide"), column("planFigure", "text")], rows: rows.map(([heading, value]) => [label(heading), value]), totals: [] };
}
