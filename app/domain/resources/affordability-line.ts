import { quarter, yearOfQuarter, type Quarter } from "#app/domain/calendar/quarter.ts";
import { budgetKinds, type BudgetKind } from "#app/domain/measures/vocabulary.ts";
import { cents, type Cents } from "#app/domain/money/cents.ts";
import type { BudgetFrame, TeamCapacity } from "#app/domain/portfolio/portfolio.ts";
import { datedCosts, type CostedMeasure } from "./dated-costs.ts";
import { adoptedGrants, type AdoptedWindow } from "./earmarked-grants.ts";
import { lastQuarterOf, quartersOf, yearsOf, type Horizon } from "./horizon.ts";
import { claimsMoney, claimsStaff } from "./plan-scope.ts";
import { demandByQuarter, type StaffedMeasure } from "./staff-by-quarter.ts";

/** A limit that does not hold any more. The totals are those of the whole horizon, which undated measures are held against. */
export type BrokenLimit =
  | { readonly kind: "budget"; readonly fiscalYear: number; readonly budgetKind: BudgetKind; readonly over: Cents }
  | { readonly kind: "budgetTotal"; readonly budgetKind: BudgetKind; readonly over: Cents }
  /** Person-days. */
  | { readonly kind: "staff"; readonly teamId: number; readonly quarter: Quarter; readonly over: number }
  | { readonly kind: "staffTotal"; readonly teamId: number; readonly over: number };

export type AffordabilityLine = {
  /** Running, resolved or implemented: they come first, wherever they stand in the ranking. */
  readonly boundIds: readonly number[];
  /** Above the line, in rank order, without the bound ones. */
  readonly fittingIds: readonly number[];
  /** The first that does not fit any more, with every limit it breaks; null: everything fits. */
  readonly first: { readonly measureId: number; readonly breaks: readonly BrokenLimit[] } | null;
  /** Of the bound ones and those above the line: some cost, effort or date of theirs is unknown, so they are not wholly in the sums. */
  readonly unknownIds: readonly number[];
  /** What is left above the line, by year and kind; negative where the bound measures alone exceed a frame. Years without a frame are not limited and not in it. */
  readonly left: ReadonlyArray<{ readonly fiscalYear: number; readonly budgetKind: BudgetKind; readonly amountCents: Cents }>;
};

type RankedMeasure = CostedMeasure & StaffedMeasure;
type Question = {
  /** Best first; measures that are not in `measures` or claim nothing (rejected, deferred) are passed over. */
  readonly rankedIds: readonly number[];
  readonly measures: readonly RankedMeasure[];
  readonly budgetFrames: readonly BudgetFrame[];
  readonly capacities: readonly TeamCapacity[];
  readonly adoptedWindows: readonly AdoptedWindow[];
  readonly horizon: Horizon;
};

/** Amounts by limit, "2027 investive", "all investive", "3 2027-Q1" or "3 all"; and whether something about it is unknown. */
type Claim = { readonly amounts: ReadonlyMap<string, number>; readonly isUnknown: boolean };

/**
 * Walks down the ranking and puts one measure after the other into the frames by year and kind and into the teams'
 * quarters, after everything that is bound. A measure fits when no limit it draws on is exceeded with it; the line stands
 * before the first that does not fit, even if a smaller one further down would. So more money or staff never moves the
 * line up. Dated measures are held against their years and quarters and, with the undated ones, against the whole horizon.
 */
export function affordabilityLine(question: Question): AffordabilityLine {
  const { rankedIds, measures, horizon } = question;
  const limits = limitsOf(question);
  const used = new Map<string, number>();
  const unknownIds: number[] = [];
  const take = ({ amounts, isUnknown }: Claim, id: number) => {
    for (const [key, amount] of amounts) used.set(key, (used.get(key) ?? 0) + amount);
    if (isUnknown) unknownIds.push(id);
  };
  const bound = measures.filter(isBoundFirst);
  for (const measure of bound) take(claimOf(measure, question), measure.id);

  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  const fittingIds: number[] = [];
  let first: AffordabilityLine["first"] = null;
  for (const id of rankedIds) {
    const measure = byId.get(id);
    if (measure === undefined || isBoundFirst(measure) || !claimsMoney(measure, "all")) continue;
    const claim = claimOf(measure, question);
    const breaks = [...claim.amounts].flatMap(([key, amount]) => {
      const limit = limits.get(key);
      const over = (used.get(key) ?? 0) + amount - (limit ?? 0);
      return limit === undefined || amount <= 0 || over <= 0 ? [] : [brokenLimit(key, over)];
    });
    if (breaks.length > 0) {
      first = { measureId: id, breaks: breaks.sort(inOrder) };
      break;
    }
    take(claim, id);
    fittingIds.push(id);
  }
  const left = yearsOf(horizon).flatMap((fiscalYear) =>
    budgetKinds.flatMap((budgetKind) => {
      const limit = limits.get(`${fiscalYear} ${budgetKind}`);
      return limit === undefined ? [] : [{ fiscalYear, budgetKind, amountCents: cents(limit - (used.get(`${fiscalYear} ${budgetKind}`) ?? 0)) }];
    }),
  );
  return { boundIds: bound.map(({ id }) => id), fittingIds, first, unknownIds, left };
}

const isBoundFirst = ({ status }: Pick<RankedMeasure, "status">): boolean => status === "inProgress" || status === "resolved" || status === "implemented";

/** The whole horizon is a limit only where every year, or every quarter of the team, has one. */
function limitsOf({ budgetFrames, capacities, horizon }: Question): Map<string, number> {
  const limits = new Map<string, number>();
  for (const budgetKind of budgetKinds) {
    const frames = yearsOf(horizon).flatMap((year) => budgetFrames.find((frame) => frame.fiscalYear === year && frame.budgetKind === budgetKind) ?? []);
    for (const frame of frames) limits.set(`${frame.fiscalYear} ${budgetKind}`, frame.amountCents);
    if (frames.length === yearsOf(horizon).length) limits.set(`all ${budgetKind}`, frames.reduce((sum, frame) => sum + frame.amountCents, 0));
  }
  const quarters = new Set(quartersOf(horizon));
  const known = new Map<number, number>();
  for (const { teamId, quarter: when, personDays } of capacities) {
    if (!quarters.has(when)) continue;
    limits.set(`${teamId} ${when}`, personDays);
    limits.set(`${teamId} all`, (limits.get(`${teamId} all`) ?? 0) + personDays);
    known.set(teamId, (known.get(teamId) ?? 0) + 1);
  }
  for (const [teamId, count] of known) if (count < quarters.size) limits.delete(`${teamId} all`);
  return limits;
}

/** Expense that no earmarked grant pays, and own staff. What is unknown counts for nothing and is said. */
function claimOf(measure: RankedMeasure, { adoptedWindows, horizon }: Question): Claim {
  const amounts = new Map<string, number>();
  const add = (key: string, amount: number) => amounts.set(key, (amounts.get(key) ?? 0) + amount);
  let isUnknown = measure.costItems.length === 0 && measure.status !== "implemented";
  const costs = datedCosts({ measures: [measure], horizon, scope: "all" });
  for (const { fiscalYear, budgetKind, direction, amountCents } of costs.inHorizon) {
    if (amountCents === null) isUnknown = true;
    else if (direction === "expense") for (const year of [fiscalYear, "all"]) add(`${year} ${budgetKind}`, amountCents);
  }
  for (const { budgetKind, direction, rhythm, amountCents } of costs.undated) {
    // For how many years an undated measure's running costs fall due, nobody knows.
    if (amountCents === null || rhythm === "running") isUnknown = true;
    else if (direction === "expense") add(`all ${budgetKind}`, amountCents);
  }
  for (const { fiscalYear, budgetKind, amountCents } of adoptedGrants({ measures: [measure], windows: adoptedWindows }).grants) {
    if (fiscalYear >= horizon.firstYear && fiscalYear <= horizon.lastYear) for (const year of [fiscalYear, "all"]) add(`${year} ${budgetKind}`, -amountCents);
  }
  if (claimsStaff(measure, "all")) {
    isUnknown ||= measure.staffDemands.length === 0 && !isBoundFirst(measure);
    for (const demand of measure.staffDemands) {
      if (demand.staffSource !== "internal" || demand.teamId === null) continue;
      const days = demandByQuarter(measure, demand, lastQuarterOf(horizon));
      if (days === null && (demand.personDays === null || demand.basis === "perQuarter")) isUnknown = true;
      else if (days === null) add(`${demand.teamId} all`, demand.personDays ?? 0);
      else
        for (const { quarter: when, personDays } of days) {
          if (yearOfQuarter(when) < horizon.firstYear || yearOfQuarter(when) > horizon.lastYear) continue;
          if (personDays === null) isUnknown = true;
          else for (const part of [when, "all"]) add(`${demand.teamId} ${part}`, personDays);
        }
    }
  }
  return { amounts, isUnknown };
}

function brokenLimit(key: string, over: number): BrokenLimit {
  const [head = "", tail = ""] = key.split(" ");
  const budgetKind = budgetKinds.find((kind) => kind === tail);
  if (budgetKind !== undefined) return head === "all" ? { kind: "budgetTotal", budgetKind, over: cents(over) } : { kind: "budget", fiscalYear: Number(head), budgetKind, over: cents(over) };
  return tail === "all" ? { kind: "staffTotal", teamId: Number(head), over } : { kind: "staff", teamId: Number(head), quarter: quarter(tail), over };
}

/** Money before staff, the earliest first, the whole horizon last. */
function inOrder(a: BrokenLimit, b: BrokenLimit): number {
  const [left, right] = [rank(a), rank(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function rank(limit: BrokenLimit): string {
  switch (limit.kind) {
    case "budget":
      return `1 ${limit.fiscalYear} ${limit.budgetKind}`;
    case "budgetTotal":
      return `2 ${limit.budgetKind}`;
    case "staff":
      return `3 ${limit.quarter} ${limit.teamId}`;
    case "staffTotal":
      return `4 ${limit.teamId}`;
  }
}
