import { addQuarters, yearOfQuarter, type Quarter } from "#app/domain/calendar/quarter.ts";
import type { BudgetKind } from "#app/domain/measures/vocabulary.ts";
import type { PlannerInput } from "#app/domain/planning/planner-input.ts";
import type { BudgetLine } from "#app/domain/resources/budget-lines.ts";
import { effectiveCapacities } from "#app/domain/resources/effective-capacity.ts";

/** What one row of the problem limits. */
export type RowKey =
  | { readonly kind: "team"; readonly teamId: number; readonly quarter: Quarter }
  | { readonly kind: "frame"; readonly fiscalYear: number; readonly budgetKind: BudgetKind }
  | { readonly kind: "line"; readonly lineId: number; readonly fiscalYear: number; readonly budgetKind: BudgetKind; readonly budgetProduct: string; readonly budgetAccount: string }
  | { readonly kind: "starts"; readonly orgUnitId: number; readonly quarter: Quarter };

/** `capacity`: person-days, cents, or number of starts, before anything takes of it. */
export type Limit = { readonly key: RowKey; readonly capacity: number };

export const teamRow = (teamId: number, quarter: Quarter): string => `team ${teamId} ${quarter}`;
export const frameRow = (fiscalYear: number, budgetKind: BudgetKind): string => `frame ${fiscalYear} ${budgetKind}`;
export const lineRow = ({ fiscalYear, budgetKind, budgetProduct, budgetAccount }: Pick<BudgetLine, "fiscalYear" | "budgetKind" | "budgetProduct" | "budgetAccount">): string =>
  `line ${fiscalYear} ${budgetKind} ${budgetProduct} ${budgetAccount}`;
export const startsRow = (orgUnitId: number, quarter: Quarter): string => `starts ${orgUnitId} ${quarter}`;

/** Every limit that is known, by its row's name. What nobody has limited (no frame, unknown capacity) limits nothing and has no row. */
export function limitsOf(input: PlannerInput, quarters: readonly Quarter[]): Map<string, Limit> {
  const limits = new Map<string, Limit>();
  const { horizon, teams, capacities, staffing, posts } = input;
  const teamIds = teams.filter((team) => team.archived !== true).map((team) => team.id);
  for (const { teamId, quarter, personDays } of effectiveCapacities({ entered: capacities, staffing, posts }, teamIds, quarters)) {
    limits.set(teamRow(teamId, quarter), { key: { kind: "team", teamId, quarter }, capacity: personDays });
  }
  const isPlannedYear = (year: number) => year >= horizon.firstYear && year <= horizon.lastYear;
  for (const { fiscalYear, budgetKind, amountCents } of input.budgetFrames) {
    if (isPlannedYear(fiscalYear)) limits.set(frameRow(fiscalYear, budgetKind), { key: { kind: "frame", fiscalYear, budgetKind }, capacity: amountCents });
  }
  for (const line of input.budgetLines.filter(isLimit)) {
    const { id: lineId, fiscalYear, budgetKind, budgetProduct, budgetAccount } = line;
    if (!isPlannedYear(fiscalYear)) continue;
    limits.set(lineRow(line), { key: { kind: "line", lineId, fiscalYear, budgetKind, budgetProduct, budgetAccount }, capacity: availableOf(line) });
  }
  for (const { orgUnitId, startsPerQuarter } of input.terms.startLimits) {
    for (const quarter of quarters) limits.set(startsRow(orgUnitId, quarter), { key: { kind: "starts", orgUnitId, quarter }, capacity: startsPerQuarter });
  }
  return limits;
}

const isLimit = (line: BudgetLine): boolean => line.limitsPlan && line.direction === "expense" && line.appropriationCents !== null;

/** Money under a Sperrvermerk cannot be planned with until the council releases it. */
const availableOf = ({ locked, appropriationCents }: BudgetLine): number => (locked ? 0 : (appropriationCents ?? 0));

/** The quarters a plan may use, from the first in which something may start to the end of the horizon. */
export function plannedQuarters({ firstQuarter, horizon }: Pick<PlannerInput, "firstQuarter" | "horizon">): Quarter[] {
  const quarters: Quarter[] = [];
  for (let quarter = firstQuarter; yearOfQuarter(quarter) <= horizon.lastYear; quarter = addQuarters(quarter, 1)) quarters.push(quarter);
  return quarters;
}
