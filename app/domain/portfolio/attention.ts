import { dayNumber, plainDate, yearOf, type PlainDate } from "#app/domain/calendar/plain-date.ts";
import { lastDayOf, quarterOf, type Quarter } from "#app/domain/calendar/quarter.ts";
import { missingFacts, type FactBearer } from "#app/domain/measures/completeness.ts";
import { violatedDependencies } from "#app/domain/measures/dependency-graph.ts";
import type { Dependency, Measure, Milestone } from "#app/domain/measures/measure.ts";
import { settledStatuses, type BudgetKind } from "#app/domain/measures/vocabulary.ts";
import type { Cents } from "#app/domain/money/cents.ts";
import { budgetByYear } from "#app/domain/resources/budget-by-year.ts";
import type { CostedMeasure } from "#app/domain/resources/dated-costs.ts";
import { horizonOf } from "#app/domain/resources/horizon.ts";
import { staffByQuarter, type StaffedMeasure } from "#app/domain/resources/staff-by-quarter.ts";
import type { Portfolio } from "./portfolio.ts";

/** A measure nobody changed or confirmed for longer than this may no longer be true. */
export const STALE_AFTER_DAYS = 180;

/** What can be wrong with a measure in time; in this order of urgency. */
export const measureFindingCodes = ["deadlinePassed", "redLight", "endPassed", "milestonePassed", "dependencyViolated", "startPassed", "stale", "estimateMissing"] as const;
export type MeasureFindingCode = (typeof measureFindingCodes)[number];

/** What awaits the acting user in person. */
export const personalFindingCodes = ["commentsToAnswer", "versionToRead", "answersToRead", "importsToFinish", "ratingsOwed", "ballotsToVote"] as const;
export type PersonalFindingCode = (typeof personalFindingCodes)[number];

export type BudgetOveruse = { readonly fiscalYear: number; readonly budgetKind: BudgetKind; readonly overuse: Cents };
export type CapacityOveruse = { readonly teamId: number; readonly quarters: readonly Quarter[] };

export type Finding =
  | { readonly code: MeasureFindingCode; readonly measureIds: readonly number[] }
  | { readonly code: "overBudget"; readonly cells: readonly BudgetOveruse[] }
  | { readonly code: "overCapacity"; readonly teams: readonly CapacityOveruse[] }
  | { readonly code: PersonalFindingCode; readonly count: number };
export type FindingCode = Finding["code"];

/** From "must be dealt with today" to "when there is time"; findings are listed in this order. */
const ORDER: readonly FindingCode[] = [
  "deadlinePassed", "redLight", "overBudget", "overCapacity", "endPassed", "milestonePassed",
  "commentsToAnswer", "versionToRead", "answersToRead", "ballotsToVote", "dependencyViolated", "startPassed", "importsToFinish", "ratingsOwed", "stale", "estimateMissing",
];
const URGENT: ReadonlySet<FindingCode> = new Set(["deadlinePassed", "redLight", "overBudget", "overCapacity"]);
const ROUTINE: ReadonlySet<FindingCode> = new Set(["importsToFinish", "ratingsOwed", "stale", "estimateMissing"]);

export type Severity = "urgent" | "soon" | "routine";
export const severityOf = (code: FindingCode): Severity => (URGENT.has(code) ? "urgent" : ROUTINE.has(code) ? "routine" : "soon");

/** What of a measure tells whether it is in order. */
export type WatchedMeasure = CostedMeasure &
  StaffedMeasure &
  FactBearer &
  Pick<Measure, "deadline" | "trafficLight" | "updatedAt"> & { readonly milestones: ReadonlyArray<Pick<Milestone, "dueDate" | "reachedOn">> };

export type PlanInTime = Pick<Portfolio, "municipality" | "dependencies" | "teams" | "capacities" | "budgetFrames" | "adoptedWindows"> & {
  readonly measures: readonly WatchedMeasure[];
  readonly confirmedAt: ReadonlyMap<number, string>;
};

/** What `plan` and the user's own duties ask for now, most urgent first; what is in order is not mentioned. */
export function findAttention({
  plan,
  ownUnitIds,
  today,
  personal,
}: {
  /** Null for whom the living plan is not shown. */
  readonly plan: PlanInTime | null;
  /** Only measures and teams of these units; null: of all. The budget belongs to all. */
  readonly ownUnitIds: readonly number[] | null;
  readonly today: PlainDate;
  readonly personal: Readonly<Partial<Record<PersonalFindingCode, number>>>;
}): Finding[] {
  const findings: Finding[] = personalFindingCodes.flatMap((code) => ((personal[code] ?? 0) > 0 ? [{ code, count: personal[code] ?? 0 }] : []));
  if (plan !== null) {
    const isOwn = (unitId: number | null) => ownUnitIds === null || (unitId !== null && ownUnitIds.includes(unitId));
    const measures = plan.measures.filter((measure) => isOwn(measure.leadUnitId));
    for (const code of measureFindingCodes) {
      const measureIds = measuresWith({ code, measures, plan, today });
      if (measureIds.length > 0) findings.push({ code, measureIds });
    }
    const cells = ownUnitIds === null ? overusedBudget(plan, today) : [];
    if (cells.length > 0) findings.push({ code: "overBudget", cells });
    const ownTeams = new Set(plan.teams.filter((team) => isOwn(team.orgUnitId)).map((team) => team.id));
    const teams = overusedTeams(plan, today).filter(({ teamId }) => ownTeams.has(teamId));
    if (teams.length > 0) findings.push({ code: "overCapacity", teams });
  }
  return findings.sort((a, b) => ORDER.indexOf(a.code) - ORDER.indexOf(b.code));
}

/** Ids of the measures a finding is about, in the order of `measures`. Settled measures ask for nothing. */
export function measuresWith({
  code,
  measures,
  plan: { measures: all, dependencies, confirmedAt },
  today,
}: {
  readonly code: MeasureFindingCode;
  readonly measures: readonly WatchedMeasure[];
  readonly plan: Pick<PlanInTime, "measures" | "dependencies" | "confirmedAt">;
  readonly today: PlainDate;
}): number[] {
  const test = code === "dependencyViolated" ? isAmong(violatedSuccessors(all, dependencies)) : code === "stale" ? isStale(confirmedAt, today) : inTime[code](today);
  return measures.filter((measure) => !settledStatuses.includes(measure.status) && test(measure)).map((measure) => measure.id);
}

type Test = (measure: WatchedMeasure) => boolean;

const inTime: Readonly<Record<Exclude<MeasureFindingCode, "dependencyViolated" | "stale">, (today: PlainDate) => Test>> = {
  deadlinePassed: (today) => (measure) => measure.deadline !== null && measure.deadline < today,
  redLight: () => (measure) => measure.trafficLight === "red",
  endPassed: (today) => (measure) => measure.endQuarter !== null && lastDayOf(measure.endQuarter) < today,
  milestonePassed: (today) => (measure) => measure.milestones.some((milestone) => milestone.reachedOn === null && milestone.dueDate < today),
  startPassed: (today) => (measure) => measure.status !== "inProgress" && measure.startQuarter !== null && lastDayOf(measure.startQuarter) < today,
  /** Ideas need no estimate yet. Neither cost nor staff stated counts as missing; either of them unknown does, too. */
  estimateMissing: () => (measure) => {
    if (measure.status === "idea") return false;
    const facts = missingFacts(measure);
    return facts.includes("costAmount") || facts.includes("staffAmount") || (facts.includes("costItem") && facts.includes("staffDemand"));
  },
};

const isStale =
  (confirmedAt: ReadonlyMap<number, string>, today: PlainDate): Test =>
  (measure) => {
    const confirmed = confirmedAt.get(measure.id) ?? "";
    const touched = confirmed > measure.updatedAt ? confirmed : measure.updatedAt;
    return dayNumber(today) - dayNumber(plainDate(touched.slice(0, 10))) > STALE_AFTER_DAYS;
  };

const isAmong =
  (ids: ReadonlySet<number>): Test =>
  (measure) =>
    ids.has(measure.id);

const violatedSuccessors = (measures: readonly WatchedMeasure[], dependencies: readonly Dependency[]): ReadonlySet<number> =>
  new Set(violatedDependencies(measures, dependencies).map((violation) => violation.successorId));

function overusedBudget({ municipality, measures, budgetFrames, adoptedWindows }: PlanInTime, today: PlainDate): BudgetOveruse[] {
  const { cells } = budgetByYear({ measures, budgetFrames, horizon: horizonOf(municipality), scope: "planned", adoptedWindows });
  return cells.flatMap(({ fiscalYear, budgetKind, overuse }) => (overuse !== null && overuse > 0 && fiscalYear >= yearOf(today) ? [{ fiscalYear, budgetKind, overuse }] : []));
}

function overusedTeams({ municipality, measures, teams, capacities }: PlanInTime, today: PlainDate): CapacityOveruse[] {
  const { rows } = staffByQuarter({ measures, teams, capacities, horizon: horizonOf(municipality), scope: "planned" });
  return rows.flatMap(({ addressee, cells }) => {
    const quarters = cells.filter((cell) => (cell.overuse ?? 0) > 0 && cell.quarter >= quarterOf(today)).map((cell) => cell.quarter);
    return addressee.kind === "team" && quarters.length > 0 ? [{ teamId: addressee.teamId, quarters }] : [];
  });
}
