import { durationInQuarters, quarterOf, yearOfQuarter, type Quarter } from "#app/domain/calendar/quarter.ts";
import { earliestStartAfter } from "#app/domain/measures/dependency-graph.ts";
import type { BudgetKind } from "#app/domain/measures/vocabulary.ts";
import { settledStatuses } from "#app/domain/measures/vocabulary.ts";
import { estimate } from "#app/domain/planning/assumptions.ts";
import type { Plan, PlannedMeasure } from "#app/domain/planning/plan.ts";
import { noTerms } from "#app/domain/planning/planning-terms.ts";
import type { PlannerInput, PlannerMeasure } from "#app/domain/planning/planner-input.ts";
import { missesDeadline } from "#app/domain/planning/reschedule.ts";
import type { PlanningSettings } from "#app/domain/planning/scenario.ts";
import { standings } from "#app/domain/planning/standing.ts";
import { budgetByAccount } from "#app/domain/resources/budget-by-account.ts";
import { budgetByYear } from "#app/domain/resources/budget-by-year.ts";
import { effectiveCapacities } from "#app/domain/resources/effective-capacity.ts";
import { quartersOf } from "#app/domain/resources/horizon.ts";
import { staffByQuarter } from "#app/domain/resources/staff-by-quarter.ts";

/** A rule the plan breaks. */
export type PlanBreach =
  | { readonly rule: "unknownMeasure" | "placedTwice" | "notToBePlanned" | "movedThoughFixed" | "wrongDuration" | "beforeStart" | "afterHorizon" | "beforeEarliestStart" | "afterDeadline" | "outsideWindow" | "unaccountedFor" | "mandatoryNotListed"; readonly measureId: number }
  | { readonly rule: "dependency" | "exclusion"; readonly measureId: number; readonly otherId: number }
  | { readonly rule: "staff"; readonly teamId: number; readonly quarter: Quarter; readonly overuse: number }
  | { readonly rule: "budget"; readonly fiscalYear: number; readonly budgetKind: BudgetKind; readonly overuse: number }
  | { readonly rule: "budgetLine"; readonly lineId: number; readonly overuse: number }
  | { readonly rule: "starts"; readonly orgUnitId: number; readonly quarter: Quarter; readonly starts: number };

/**
 * The second, plain implementation of all rules: no plan is stored or shown that this does not accept. It sums the whole
 * plan by the figures of the staff and budget pages instead of counting rows as the optimiser does. A limit that is
 * exceeded by what stands already is no breach as long as the plan does not make it worse.
 */
export function checkPlan(input: PlannerInput, settings: PlanningSettings, plan: Plan): PlanBreach[] {
  const byId = new Map(input.measures.map((measure) => [measure.id, measure]));
  const standing = standings(input, settings);
  const placedMeasures = plan.placed.flatMap((place) => {
    const measure = byId.get(place.measureId);
    return measure === undefined ? [] : [placedVersion(measure, place, input, settings)];
  });
  const boundMeasures = placedMeasures.filter(({ id }) => standing.get(id)?.kind === "bound");
  return [...checkPlaces(input, settings, plan, byId, standing), ...checkDependencies(input, plan, byId, standing), ...checkPairs(input, plan), ...checkStaff(input, placedMeasures, boundMeasures), ...checkMoney(input, plan, placedMeasures, boundMeasures), ...checkStarts(input, plan, byId, standing)];
}

/** The measure as it stands in the plan, unknown figures replaced where the plan says they are assumed. */
function placedVersion(measure: PlannerMeasure, { startQuarter, endQuarter, assumed }: PlannedMeasure, input: PlannerInput, settings: PlanningSettings): PlannerMeasure {
  const terms = input.terms.measures.find((each) => each.measureId === measure.id) ?? noTerms(measure.id);
  const filled = assumed.length === 0 ? measure : estimate(measure, terms, settings).estimated.measure;
  return { ...filled, startQuarter, endQuarter };
}

type Standings = ReturnType<typeof standings>;
type ById = ReadonlyMap<number, PlannerMeasure>;

function checkPlaces(input: PlannerInput, settings: PlanningSettings, plan: Plan, byId: ById, standing: Standings): PlanBreach[] {
  const breaches: PlanBreach[] = [];
  const seen = new Set<number>();
  for (const place of plan.placed) {
    const { measureId, startQuarter, endQuarter, fundingWindowId } = place;
    const report = (rule: Extract<PlanBreach, { measureId: number }>["rule"]) => {
      if (rule !== "dependency" && rule !== "exclusion") breaches.push({ rule, measureId });
    };
    const measure = byId.get(measureId);
    if (measure === undefined) {
      report("unknownMeasure");
      continue;
    }
    if (seen.has(measureId)) report("placedTwice");
    seen.add(measureId);
    const kind = standing.get(measureId)?.kind;
    if (kind === "bound") {
      if (measure.startQuarter !== startQuarter || measure.endQuarter !== endQuarter) report("movedThoughFixed");
      continue;
    }
    if (kind !== "candidate") report("notToBePlanned");
    const terms = input.terms.measures.find((each) => each.measureId === measureId) ?? noTerms(measureId);
    const { durationQuarters } = estimate(measure, terms, settings).estimated;
    if (durationQuarters === null ? endQuarter !== null : endQuarter === null || durationInQuarters(startQuarter, endQuarter) !== durationQuarters) report("wrongDuration");
    if (startQuarter < input.firstQuarter) report("beforeStart");
    if (yearOfQuarter(endQuarter ?? startQuarter) > input.horizon.lastYear) report("afterHorizon");
    if (measure.earliestStart !== null && startQuarter < quarterOf(measure.earliestStart)) report("beforeEarliestStart");
    if (missesDeadline(endQuarter, measure.deadline)) report("afterDeadline");
    const own = input.terms.windows.filter((window) => window.measureId === measureId);
    const window = own.find((each) => each.id === fundingWindowId);
    if (fundingWindowId === null ? own.some((each) => each.required) : !window || startQuarter < window.opensQuarter || startQuarter > window.closesQuarter) report("outsideWindow");
  }
  const listed = new Map(plan.leftOut.map((each) => [each.measureId, each]));
  for (const [measureId, { kind, ...rest }] of standing) {
    if (kind === "out" || seen.has(measureId)) continue;
    const left = listed.get(measureId);
    const undatedBound = kind === "bound" && byId.get(measureId)?.startQuarter === null;
    if (left === undefined && !undatedBound) breaches.push({ rule: "unaccountedFor", measureId });
    else if (left && "mandatory" in rest && rest.mandatory && !left.mandatory) breaches.push({ rule: "mandatoryNotListed", measureId });
  }
  return breaches;
}

function checkDependencies({ dependencies, firstQuarter }: PlannerInput, plan: Plan, byId: ById, standing: Standings): PlanBreach[] {
  const placeOf = new Map(plan.placed.map((place) => [place.measureId, place]));
  const isBound = (id: number) => standing.get(id)?.kind === "bound";
  return dependencies.flatMap(({ predecessorId, successorId, lagQuarters }) => {
    const [predecessor, successor] = [byId.get(predecessorId), byId.get(successorId)];
    const place = placeOf.get(successorId);
    if (!predecessor || !successor || !place || settledStatuses.includes(predecessor.status) || settledStatuses.includes(successor.status)) return [];
    if (isBound(successorId) && (isBound(predecessorId) || place.startQuarter <= firstQuarter)) return [];
    const before = placeOf.get(predecessorId);
    // What stands was resolved without the predecessor being planned; only a placed predecessor can be too late for it.
    if (before === undefined) return isBound(successorId) ? [] : [{ rule: "dependency" as const, measureId: successorId, otherId: predecessorId }];
    const earliest = earliestStartAfter(before, lagQuarters);
    return earliest !== null && place.startQuarter < earliest ? [{ rule: "dependency" as const, measureId: successorId, otherId: predecessorId }] : [];
  });
}

function checkPairs({ terms }: PlannerInput, plan: Plan): PlanBreach[] {
  const placed = new Map(plan.placed.map((place) => [place.measureId, place]));
  return terms.pairs.flatMap(({ kind, firstId, secondId }) => {
    const [first, second] = [placed.get(firstId), placed.get(secondId)];
    if (kind !== "excludes" || !first || !second || (first.fixed && second.fixed)) return [];
    return [{ rule: "exclusion" as const, measureId: firstId, otherId: secondId }];
  });
}

function checkStaff({ teams, capacities, staffing, posts, horizon, firstQuarter }: PlannerInput, placed: readonly PlannerMeasure[], bound: readonly PlannerMeasure[]): PlanBreach[] {
  const quarters = quartersOf(horizon);
  const effective = effectiveCapacities({ entered: capacities, staffing, posts }, teams.map((team) => team.id), quarters);
  const overuseOf = (measures: readonly PlannerMeasure[]) => {
    const overuse = new Map<string, number>();
    for (const { addressee, cells } of staffByQuarter({ measures, teams, capacities: effective, horizon, scope: "all" }).rows) {
      if (addressee.kind === "team") for (const cell of cells) overuse.set(`${addressee.teamId} ${cell.quarter}`, cell.overuse ?? 0);
    }
    return overuse;
  };
  const [before, after] = [overuseOf(bound), overuseOf(placed)];
  return teams.flatMap(({ id: teamId, archived }) =>
    quarters.flatMap((quarter) => {
      const overuse = after.get(`${teamId} ${quarter}`) ?? 0;
      if (archived === true || quarter < firstQuarter || overuse <= (before.get(`${teamId} ${quarter}`) ?? 0)) return [];
      return [{ rule: "staff" as const, teamId, quarter, overuse }];
    }),
  );
}

function checkMoney({ budgetFrames, budgetLines, horizon, terms }: PlannerInput, plan: Plan, placed: readonly PlannerMeasure[], bound: readonly PlannerMeasure[]): PlanBreach[] {
  const windowIds = new Set(plan.placed.map((place) => place.fundingWindowId));
  const adoptedWindows = terms.windows.filter((window) => windowIds.has(window.id));
  const question = (measures: readonly PlannerMeasure[]) => ({ measures, horizon, scope: "all" as const, adoptedWindows });
  const overuseByYear = (measures: readonly PlannerMeasure[]) => budgetByYear({ ...question(measures), budgetFrames }).cells;
  const before = overuseByYear(bound);
  const breaches: PlanBreach[] = overuseByYear(placed).flatMap(({ fiscalYear, budgetKind, overuse }, index) =>
    (overuse ?? 0) > (before[index]?.overuse ?? 0) ? [{ rule: "budget" as const, fiscalYear, budgetKind, overuse: overuse ?? 0 }] : [],
  );
  const byAccount = (measures: readonly PlannerMeasure[]) => {
    const { rows } = budgetByAccount(question(measures));
    return (fiscalYear: number, budgetKind: BudgetKind, product: string, account: string): number => {
      const row = rows.find((each) => each.budgetKind === budgetKind && each.budgetProduct === product && each.budgetAccount === account);
      const cell = row?.years.find((each) => each.fiscalYear === fiscalYear);
      return cell === undefined ? 0 : cell.expense - cell.earmarked;
    };
  };
  const [linesBefore, linesAfter] = [byAccount(bound), byAccount(placed)];
  for (const line of budgetLines) {
    const { id: lineId, fiscalYear, budgetKind, budgetProduct, budgetAccount, appropriationCents, locked } = line;
    if (!line.limitsPlan || line.direction !== "expense" || appropriationCents === null || fiscalYear < horizon.firstYear || fiscalYear > horizon.lastYear) continue;
    const limit = locked ? 0 : appropriationCents;
    const overuse = Math.max(0, linesAfter(fiscalYear, budgetKind, budgetProduct, budgetAccount) - limit);
    if (overuse > Math.max(0, linesBefore(fiscalYear, budgetKind, budgetProduct, budgetAccount) - limit)) breaches.push({ rule: "budgetLine", lineId, overuse });
  }
  return breaches;
}

function checkStarts({ terms, firstQuarter }: PlannerInput, plan: Plan, byId: ById, standing: Standings): PlanBreach[] {
  const starts = new Map<string, { readonly orgUnitId: number; readonly quarter: Quarter; count: number; hasCandidate: boolean }>();
  for (const { measureId, startQuarter } of plan.placed) {
    const orgUnitId = byId.get(measureId)?.leadUnitId ?? null;
    if (orgUnitId === null || startQuarter < firstQuarter) continue;
    const key = `${orgUnitId} ${startQuarter}`;
    const entry = starts.get(key) ?? { orgUnitId, quarter: startQuarter, count: 0, hasCandidate: false };
    entry.count += 1;
    entry.hasCandidate ||= standing.get(measureId)?.kind === "candidate";
    starts.set(key, entry);
  }
  return [...starts.values()].flatMap(({ orgUnitId, quarter, count, hasCandidate }) => {
    const limit = terms.startLimits.find((each) => each.orgUnitId === orgUnitId)?.startsPerQuarter;
    return limit !== undefined && hasCandidate && count > limit ? [{ rule: "starts" as const, orgUnitId, quarter, starts: count }] : [];
  });
}
