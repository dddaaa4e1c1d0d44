import { addDays, plainDate } from "#app/domain/calendar/plain-date.ts";
import { addQuarters, lastDayOf, quarterFrom, type Quarter } from "#app/domain/calendar/quarter.ts";
import type { Benefit, CostItem, Dependency, Measure, Milestone, StaffDemand } from "#app/domain/measures/measure.ts";
import { costProfiles, effectDirections, measureStatuses, planningHorizons, targetGroups, trafficLights } from "#app/domain/measures/vocabulary.ts";
import { cents, euros } from "#app/domain/money/cents.ts";
import type { Portfolio, Rating } from "#app/domain/portfolio/portfolio.ts";
import { generatedFields, generatedFoundation, raterIds } from "./generated-foundation.ts";
import { costTitles, milestoneTitles, places, sentences, subjects, undertakings } from "./generated-titles.ts";
import { seededRandom, type Random } from "./seeded-random.ts";

const CREATED_AT = "2026-01-05T08:00:00.000Z";
/** Six years, in which all dates lie. */
const FIRST_QUARTER = quarterFrom(2026, 1);
const QUARTERS = 24;
const DEPENDENT_SHARE = 0.3;

/**
 * An invented municipality with so many measures, for measuring and trying out: the same numbers give the same data.
 * Like real lists it has gaps: about a tenth without dates, a fifth of the amounts unknown, some units missing. Three in
 * ten wait for another one; some of them begin before it ends.
 */
export function generatePortfolio({ count, seed }: { readonly count: number; readonly seed: number }): Portfolio {
  const random = seededRandom(seed);
  const foundation = generatedFoundation();
  const nextId = counter();
  const measures = Array.from({ length: count }, (_, index) => generateMeasure(random, index + 1, nextId, foundation));
  return { ...foundation, measures, dependencies: generateDependencies(random, measures), ratings: measures.flatMap((measure) => generateRatings(random, measure.id, foundation)) };
}

const counter = () => {
  let last = 0;
  return () => (last += 1);
};
type NextId = () => number;
type Foundation = ReturnType<typeof generatedFoundation>;

function generateMeasure(random: Random, id: number, nextId: NextId, foundation: Foundation): Measure {
  const field = random.pick(generatedFields);
  const undated = random.chance(0.1);
  const offset = random.between(0, QUARTERS - 2);
  const start = addQuarters(FIRST_QUARTER, offset);
  const end = addQuarters(start, random.between(0, Math.min(9, QUARTERS - 1 - offset)));
  const permanentTask = random.chance(0.08);
  const status = random.pick(measureStatuses);
  const light = random.chance(0.6) ? random.pick(trafficLights) : null;
  const deadline = random.chance(0.15) ? lastDayOf(end) : null;
  return {
    id,
    title: `${random.pick(undertakings)}: ${random.pick(subjects[field.key])}${random.pick(places)} (${id})`,
    summary: random.pick(sentences),
    description: random.some(sentences, random.between(2, 5)).join(" "),
    actionFieldId: random.chance(0.97) ? generatedFields.indexOf(field) + 1 : null,
    effectDirection: random.chance(0.9) ? random.pick(effectDirections) : null,
    targetGroups: random.some(targetGroups, random.between(0, 3)).sort(),
    leadUnitId: random.chance(0.97) ? random.between(2, foundation.orgUnits.length) : null,
    participatingUnitIds: random.some(foundation.orgUnits.map((unit) => unit.id), random.between(0, 3)),
    goalIds: random.some(foundation.goals.map((goal) => goal.id), random.between(0, 2)),
    responsiblePerson: random.chance(0.7) ? `Sachgebiet ${random.between(1, 40)}` : "",
    status,
    permanentTask,
    planningHorizon: random.chance(0.9) ? random.pick(planningHorizons) : null,
    startQuarter: undated ? null : start,
    endQuarter: undated || permanentTask ? null : end,
    timeframeText: undated ? `ab ${random.between(2026, 2029)} schrittweise` : "",
    earliestStart: null,
    deadline,
    deadlineReason: deadline === null ? "" : "Onlinezugangsgesetz",
    progressPercent: status === "inProgress" ? random.between(1, 95) : status === "implemented" ? 100 : null,
    trafficLight: light,
    trafficLightReason: light === "red" || light === "yellow" ? random.pick(["Vergabe verzögert sich", "Personal fehlt", "Zulieferung steht aus"]) : "",
    source: "",
    externalReference: `G-${String(id).padStart(4, "0")}`,
    createdAt: CREATED_AT,
    updatedAt: `2026-${String(random.between(1, 10)).padStart(2, "0")}-15T09:30:00.000Z`,
    archivedAt: null,
    rowVersion: 1,
    milestones: undated ? [] : generateMilestones(random, start, nextId),
    costItems: Array.from({ length: random.between(1, 3) }, () => generateCostItem(random, nextId())),
    staffDemands: Array.from({ length: random.between(0, 2) }, () => generateStaffDemand(random, nextId(), foundation)),
    benefits: random.chance(0.6) ? [generateBenefit(random, nextId())] : [],
  };
}

function generateMilestones(random: Random, start: Quarter, nextId: NextId): Milestone[] {
  const titles = random.some(milestoneTitles, random.between(0, 3));
  return titles.map((title, index) => {
    const dueDate = addDays(lastDayOf(addQuarters(start, index)), -random.between(0, 60));
    const reachedOn = dueDate < plainDate("2026-10-01") && random.chance(0.8) ? dueDate : null;
    return { id: nextId(), title, dueDate, reachedOn, rowVersion: 1 };
  });
}

function generateCostItem(random: Random, id: number): CostItem {
  const unknown = random.chance(0.2);
  const investive = random.chance(0.4);
  const amount = random.chance(0.3) ? cents(random.between(50_000, 40_000_000)) : euros(500 * random.between(2, 500));
  return {
    id,
    title: random.pick(costTitles),
    rhythm: random.chance(0.65) ? "oneOff" : "running",
    budgetKind: investive ? "investive" : "consumptive",
    direction: random.chance(0.1) ? "revenue" : "expense",
    budgetProduct: random.pick(["1115", "1111", "1122", "2101", "5110"]),
    budgetAccount: investive ? random.pick(["783100", "783200"]) : random.pick(["528100", "529100", "543100"]),
    profile: random.pick(costProfiles),
    amountCents: unknown ? null : amount,
    estimateNote: unknown ? "Angebot steht aus" : "",
    rowVersion: 1,
  };
}

function generateStaffDemand(random: Random, id: number, foundation: Foundation): StaffDemand {
  const ofTeam = random.chance(0.9);
  return {
    id,
    teamId: ofTeam ? random.between(1, foundation.teams.length) : null,
    orgUnitId: ofTeam ? null : random.between(2, foundation.orgUnits.length),
    basis: random.chance(0.5) ? "total" : "perQuarter",
    personDays: random.chance(0.15) ? null : random.between(1, 40),
    staffSource: random.chance(0.85) ? "internal" : "external",
    purpose: "",
    note: "",
    rowVersion: 1,
  };
}

function generateBenefit(random: Random, id: number): Benefit {
  const kind = random.pick(["savingPerYear", "hoursPerYear", "serviceGain"] as const);
  return {
    id,
    kind,
    amountCents: kind === "savingPerYear" ? euros(100 * random.between(5, 900)) : null,
    hoursPerYear: kind === "hoursPerYear" ? random.between(10, 3_000) : null,
    description: kind === "serviceGain" ? random.pick(sentences) : "",
    estimateBasis: "Schätzung des Fachbereichs",
    rowVersion: 1,
  };
}

/** How often another predecessor is tried that ends in time. */
const TRIES = 6;

/** A predecessor always has the smaller number, so there is no cycle. */
function generateDependencies(random: Random, measures: readonly Measure[]): Dependency[] {
  const dependencies: Dependency[] = [];
  measures.forEach((successor, index) => {
    if (index === 0 || !random.chance(DEPENDENT_SHARE)) return;
    const candidates = Array.from({ length: TRIES }, () => measures[random.between(Math.max(0, index - 60), index - 1)]);
    const { startQuarter } = successor;
    const inTime = candidates.find((each) => each?.endQuarter && startQuarter !== null && each.endQuarter < startQuarter);
    const predecessor = inTime ?? candidates[0];
    if (predecessor) dependencies.push({ id: dependencies.length + 1, predecessorId: predecessor.id, successorId: successor.id, lagQuarters: inTime === undefined && random.chance(0.1) ? 1 : 0 });
  });
  return dependencies;
}

function generateRatings(random: Random, measureId: number, { criteria }: Foundation): Rating[] {
  if (random.chance(0.2)) return [];
  return raterIds().flatMap(({ userId, raterGroupId }) =>
    criteria.map((criterion) => ({ measureId, criterionId: criterion.id, userId, raterGroupId, value: random.chance(0.05) ? null : random.between(0, 4) })),
  );
}
