import type { Measure } from "#app/domain/measures/measure.ts";
import type { MeasureStatus } from "#app/domain/measures/vocabulary.ts";
import type { NamedMeasure } from "./compare-plans.ts";
import type { AssumedFigure, LeftOutReason, Plan } from "./plan.ts";
import type { PlannerInput, PlannerMeasure } from "./planner-input.ts";

/** What taking over a plan may change of a measure, and nothing else. */
export type AdoptableState = Pick<Measure, "startQuarter" | "endQuarter" | "status"> & { readonly fundingWindowId: number | null };
/** As kept with an adoption, so that it can be undone. */
export type AdoptedChange = NamedMeasure & { readonly before: AdoptableState; readonly after: AdoptableState };

export type LiveMeasure = PlannerMeasure & Pick<Measure, "rowVersion">;

/** What somebody has changed of a measure since the run began, as far as the plan rests on it. */
export const changedParts = ["dates", "status", "limits", "costs", "staff"] as const;
export type ChangedPart = (typeof changedParts)[number];

/**
 * "moved": has other dates now. "dated": has none now. "funded": stays, but counts on another grant or none.
 * "removed": has dates that the plan does not contain; taking it over clears them.
 */
export type AdoptionKind = "moved" | "dated" | "funded" | "removed";
export type AdoptionLine = NamedMeasure & {
  readonly kind: AdoptionKind;
  readonly rowVersion: number;
  readonly before: AdoptableState;
  /** With the status as it is now; see {@link withStatus}. */
  readonly after: AdoptableState;
  readonly changedSince: readonly ChangedPart[];
  /** What the plan only assumed of it: its end, or that money and staff suffice, rests on that. */
  readonly assumed: readonly AssumedFigure[];
  /** For "removed": why the plan does not contain it. */
  readonly reason: LeftOutReason | null;
};
export type Adoption = {
  /** Everything that taking over would change: moved, dated and funded by start, then what would be removed. */
  readonly lines: readonly AdoptionLine[];
  /** Measures that already stand where the plan has them. */
  readonly standing: number;
  /** Planned measures that are archived or deleted by now. */
  readonly gone: readonly NamedMeasure[];
};

/** Compares a plan with the measures as they are now. What stood before the planner began is never moved. */
export function adoptionOf({ plan, input, live, windowIds }: {
  readonly plan: Plan;
  readonly input: PlannerInput;
  readonly live: readonly LiveMeasure[];
  readonly windowIds: ReadonlyMap<number, number>;
}): Adoption {
  const liveById = new Map(live.map((measure) => [measure.id, measure]));
  const seen = new Map(input.measures.map((measure) => [measure.id, measure]));
  const lines: AdoptionLine[] = [];
  const gone: NamedMeasure[] = [];
  let standing = 0;
  const stateOf = ({ id, startQuarter, endQuarter, status }: LiveMeasure): AdoptableState => ({ startQuarter, endQuarter, status, fundingWindowId: windowIds.get(id) ?? null });
  const lineOf = (measure: LiveMeasure, kind: AdoptionKind, after: AdoptableState, { assumed = [], reason = null }: { readonly assumed?: readonly AssumedFigure[]; readonly reason?: LeftOutReason | null } = {}): AdoptionLine => {
    const planned = seen.get(measure.id);
    return { measureId: measure.id, title: measure.title, kind, rowVersion: measure.rowVersion, before: stateOf(measure), after, changedSince: planned === undefined ? [] : changesBetween(planned, measure), assumed, reason };
  };
  for (const { measureId, startQuarter, endQuarter, fundingWindowId, fixed, assumed } of plan.placed) {
    if (fixed) continue;
    const measure = liveById.get(measureId);
    if (measure === undefined) {
      gone.push({ measureId, title: seen.get(measureId)?.title ?? String(measureId) });
      continue;
    }
    const before = stateOf(measure);
    const after = { ...before, startQuarter, endQuarter, fundingWindowId };
    if (isSameState(before, after)) standing += 1;
    else lines.push(lineOf(measure, kindOf(before, after), after, { assumed }));
  }
  lines.sort((a, b) => (a.after.startQuarter ?? "").localeCompare(b.after.startQuarter ?? "") || a.measureId - b.measureId);
  for (const { measureId, reason } of plan.leftOut) {
    const measure = liveById.get(measureId);
    if (measure === undefined || (measure.startQuarter === null && measure.endQuarter === null) || hasBegun(measure)) continue;
    lines.push(lineOf(measure, "removed", { ...stateOf(measure), startQuarter: null, endQuarter: null, fundingWindowId: null }, { reason }));
  }
  return { lines, standing, gone };
}

const hasBegun = ({ status }: Pick<Measure, "status">): boolean => status === "inProgress" || status === "implemented";

function kindOf(before: AdoptableState, after: AdoptableState): AdoptionKind {
  if (before.startQuarter === after.startQuarter && before.endQuarter === after.endQuarter) return "funded";
  return before.startQuarter === null && before.endQuarter === null ? "dated" : "moved";
}

export const isSameState = (a: AdoptableState, b: AdoptableState): boolean =>
  a.startQuarter === b.startQuarter && a.endQuarter === b.endQuarter && a.status === b.status && a.fundingWindowId === b.fundingWindowId;

/** Ideas and proposals that get a date may become planned with it. */
export const becomesPlanned = ({ kind, before }: Pick<AdoptionLine, "kind" | "before">): boolean => kind !== "removed" && (before.status === "idea" || before.status === "proposed");

/** @param setPlanned the officer wants what is taken over to count as planned */
export function withStatus(line: AdoptionLine, setPlanned: boolean): AdoptableState {
  const planned: MeasureStatus = "planned";
  return setPlanned && becomesPlanned(line) ? { ...line.after, status: planned } : line.after;
}

function changesBetween(planned: PlannerMeasure, live: PlannerMeasure): ChangedPart[] {
  const differs: Readonly<Record<ChangedPart, boolean>> = {
    dates: planned.startQuarter !== live.startQuarter || planned.endQuarter !== live.endQuarter || planned.permanentTask !== live.permanentTask,
    status: planned.status !== live.status,
    limits: planned.earliestStart !== live.earliestStart || planned.deadline !== live.deadline,
    costs: JSON.stringify(planned.costItems.map(costFacts)) !== JSON.stringify(live.costItems.map(costFacts)),
    staff: JSON.stringify(planned.staffDemands.map(staffFacts)) !== JSON.stringify(live.staffDemands.map(staffFacts)),
  };
  return changedParts.filter((part) => differs[part]);
}

/** Titles and notes do not matter to a plan. */
const costFacts = ({ rhythm, budgetKind, direction, budgetProduct, budgetAccount, profile, amountCents }: PlannerMeasure["costItems"][number]) => [rhythm, budgetKind, direction, budgetProduct, budgetAccount, profile, amountCents];
const staffFacts = ({ teamId, orgUnitId, basis, personDays, staffSource }: PlannerMeasure["staffDemands"][number]) => [teamId, orgUnitId, basis, personDays, staffSource];
