import type { Measure } from "#app/domain/measures/measure.ts";
import type { OrgUnit, Portfolio } from "#app/domain/portfolio/portfolio.ts";
import { write, type Db, type Tx } from "#db/client.server.ts";
import { insertRound, storeRoundCriteria, storeRoundGroups } from "#db/queries/rounds.server.ts";
import * as schema from "#db/schema/index.ts";

type UserRow = typeof schema.user.$inferInsert;

/**
 * Writes a portfolio as it is, ids included, into an empty database; `loadPortfolio` then gives it back.
 * Raters who are not among the users are created.
 */
export function storePortfolio(db: Db, portfolio: Portfolio, users: readonly UserRow[] = []): void {
  write(db, (tx) => {
    tx.insert(schema.municipality).values({ id: 1, ...portfolio.municipality }).run();
    for (const unit of parentsFirst(portfolio.orgUnits)) tx.insert(schema.orgUnit).values(unit).run();
    for (const field of portfolio.actionFields) tx.insert(schema.actionField).values(field).run();
    for (const goal of portfolio.goals) tx.insert(schema.goal).values(goal).run();
    for (const team of portfolio.teams) tx.insert(schema.team).values(team).run();
    for (const capacity of portfolio.capacities) tx.insert(schema.teamCapacity).values(capacity).run();
    for (const frame of portfolio.budgetFrames) tx.insert(schema.budgetFrame).values({ ...frame, updatedAt: AT }).run();
    for (const { levels, ...criterion } of portfolio.criteria) {
      tx.insert(schema.criterion).values(criterion).run();
      levels.forEach((sentence, level) => tx.insert(schema.criterionLevel).values({ criterionId: criterion.id, level, sentence }).run());
    }
    for (const group of portfolio.raterGroups) tx.insert(schema.raterGroup).values(group).run();
    for (const user of users) tx.insert(schema.user).values(user).run();
    for (const measure of portfolio.measures) storeMeasure(tx, measure);
    for (const dependency of portfolio.dependencies) tx.insert(schema.dependency).values(dependency).run();
    for (const userId of new Set(portfolio.ratings.map((rating) => rating.userId))) storeRater(tx, userId);
    if (portfolio.criteria.length > 0 && portfolio.raterGroups.length > 0) storeRound(tx, portfolio);
  });
}

const AT = "2026-01-05T08:00:00.000Z";

/** One open round with the portfolio's criteria, groups and ratings. */
function storeRound(tx: Tx, { criteria, raterGroups, ratings, groupWeights = [] }: Portfolio): void {
  const roundId = insertRound(tx, { title: "Priorisierung", question: "", disclosure: "byGroup", openedAt: AT });
  storeRoundCriteria(tx, roundId, criteria.map(({ id, weight }) => ({ criterionId: id, weight })));
  storeRoundGroups(tx, roundId, raterGroups.map(({ id, weight }) => ({ raterGroupId: id, weight, ratesUntil: null })));
  for (const weight of groupWeights) tx.insert(schema.groupWeight).values({ roundId, ...weight }).run();
  for (const rating of ratings) tx.insert(schema.rating).values({ ...rating, roundId, ratedAt: AT }).run();
}

/** Writes one measure with everything that hangs on it. */
export function storeMeasure(tx: Tx | Db, measure: Measure): void {
  const { targetGroups, participatingUnitIds, goalIds, milestones, costItems, staffDemands, benefits, ...row } = measure;
  const measureId = row.id;
  tx.insert(schema.measure).values(row).run();
  for (const targetGroup of targetGroups) tx.insert(schema.measureTargetGroup).values({ measureId, targetGroup }).run();
  for (const orgUnitId of participatingUnitIds) tx.insert(schema.measureUnit).values({ measureId, orgUnitId }).run();
  for (const goalId of goalIds) tx.insert(schema.measureGoal).values({ measureId, goalId }).run();
  for (const milestone of milestones) tx.insert(schema.milestone).values({ measureId, ...milestone }).run();
  for (const costItem of costItems) tx.insert(schema.costItem).values({ measureId, ...costItem }).run();
  for (const staffDemand of staffDemands) tx.insert(schema.staffDemand).values({ measureId, ...staffDemand }).run();
  for (const benefit of benefits) tx.insert(schema.benefit).values({ measureId, ...benefit }).run();
}

function storeRater(tx: Tx, id: number): void {
  tx.insert(schema.user)
    .values({ id, email: `person${id}@musterstadt.example`, name: `Person ${id}`, role: "digitalOfficer", passwordHash: "", createdAt: AT })
    .onConflictDoNothing()
    .run();
}

function parentsFirst(units: readonly OrgUnit[]): OrgUnit[] {
  const ordered: OrgUnit[] = [];
  const placed = new Set<number | null>([null]);
  while (ordered.length < units.length) {
    const ready = units.filter((unit) => !placed.has(unit.id) && placed.has(unit.parentId));
    if (ready.length === 0) throw new Error("the units do not form a tree");
    for (const unit of ready) {
      ordered.push(unit);
      placed.add(unit.id);
    }
  }
  return ordered;
}
