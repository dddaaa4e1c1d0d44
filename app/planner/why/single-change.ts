import { lastDayOf, quarterRange, type Quarter } from "#app/domain/calendar/quarter.ts";
import type { BudgetKind } from "#app/domain/measures/vocabulary.ts";
import { cents } from "#app/domain/money/cents.ts";
import { applyScenario } from "#app/domain/planning/apply-scenario.ts";
import type { PlannerInput } from "#app/domain/planning/planner-input.ts";
import { noChanges } from "#app/domain/planning/scenario.ts";
import type { Attempt, Obstacle } from "./obstacles.ts";

/** One thing more, and the measure could start then. Amounts above 0: person-days in each of the quarters, cents, starts. */
export type SingleChange =
  | { readonly kind: "staff"; readonly teamId: number; readonly fromQuarter: Quarter; readonly toQuarter: Quarter; readonly personDays: number }
  | { readonly kind: "money"; readonly fiscalYear: number; readonly budgetKind: BudgetKind; readonly amountCents: number; readonly lineIds: readonly number[] }
  | { readonly kind: "starts"; readonly orgUnitId: number; readonly quarter: Quarter }
  /** The deadline of the measure itself reaches at least to the end of the quarter. */
  | { readonly kind: "deadline"; readonly measureId: number; readonly until: Quarter };

type LimitObstacle = Extract<Obstacle, { kind: "limit" }>;

/** The one change that clears the way of an attempt; null where it takes more than one, or nothing can be bought. */
export function singleChangeFor({ obstacles }: Attempt): SingleChange | null {
  const limits = obstacles.filter((each): each is LimitObstacle => each.kind === "limit");
  const [first] = limits;
  if (first === undefined || limits.length < obstacles.length) return null;
  if (first.key.kind === "team") return moreStaff(limits);
  if (first.key.kind === "starts") return limits.length === 1 ? { kind: "starts", orgUnitId: first.key.orgUnitId, quarter: first.key.quarter } : null;
  return moreMoney(limits);
}

function moreStaff(limits: readonly LimitObstacle[]): SingleChange | null {
  const keys = limits.flatMap(({ key }) => (key.kind === "team" ? [key] : []));
  const [first] = keys;
  if (first === undefined || keys.length < limits.length || keys.some((key) => key.teamId !== first.teamId)) return null;
  const quarters = keys.map((key) => key.quarter).sort();
  const [fromQuarter, toQuarter] = [quarters[0] ?? first.quarter, quarters.at(-1) ?? first.quarter];
  return { kind: "staff", teamId: first.teamId, fromQuarter, toQuarter, personDays: Math.max(...limits.map((limit) => limit.missing)) };
}

/** The frame of a year and the lines in it are one matter: more for the line is more in the frame. */
function moreMoney(limits: readonly LimitObstacle[]): SingleChange | null {
  const keys = limits.flatMap(({ key }) => (key.kind === "frame" || key.kind === "line" ? [key] : []));
  const [first] = keys;
  if (first === undefined || keys.length < limits.length) return null;
  const { fiscalYear, budgetKind } = first;
  if (keys.some((key) => key.fiscalYear !== fiscalYear || key.budgetKind !== budgetKind)) return null;
  const lineIds = keys.flatMap((key) => (key.kind === "line" ? [key.lineId] : []));
  return { kind: "money", fiscalYear, budgetKind, amountCents: Math.max(...limits.map((limit) => limit.missing)), lineIds };
}

/** The input with the change made. */
export function withChange(input: PlannerInput, change: SingleChange): PlannerInput {
  if (change.kind === "starts") {
    const startLimits = input.terms.startLimits.map((each) => (each.orgUnitId === change.orgUnitId ? { ...each, startsPerQuarter: each.startsPerQuarter + 1 } : each));
    return { ...input, terms: { ...input.terms, startLimits } };
  }
  if (change.kind === "deadline") {
    return { ...input, measures: input.measures.map((measure) => (measure.id === change.measureId ? { ...measure, deadline: lastDayOf(change.until) } : measure)) };
  }
  const changes = change.kind === "staff" ? { ...noChanges, capacities: [{ ...change, deltaPersonDays: change.personDays }] } : { ...noChanges, ...moneyChanges(input, change) };
  return { ...applyScenario(input, changes), switches: input.switches };
}

function moneyChanges({ budgetFrames, budgetLines }: PlannerInput, { fiscalYear, budgetKind, amountCents, lineIds }: Extract<SingleChange, { kind: "money" }>) {
  const frames = budgetFrames.filter((frame) => frame.fiscalYear === fiscalYear && frame.budgetKind === budgetKind);
  return {
    frames: frames.map((frame) => ({ fiscalYear, budgetKind, amountCents: cents(frame.amountCents + amountCents) })),
    lines: budgetLines.flatMap((line) => (lineIds.includes(line.id) && line.appropriationCents !== null ? [{ lineId: line.id, appropriationCents: cents(line.appropriationCents + amountCents) }] : [])),
  };
}

/** How large a change is, to find the smallest of a kind: person-days over all quarters, cents, starts. */
export function sizeOf(change: SingleChange): number {
  if (change.kind === "staff") return change.personDays * quarterRange(change.fromQuarter, change.toQuarter).length;
  return change.kind === "money" ? change.amountCents : 1;
}
