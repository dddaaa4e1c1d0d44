import { mulberry } from "#app/domain/prioritisation/mulberry.ts";
import { createCrossing } from "./crossing.ts";
import { flatten, useOf, type Direction } from "./direction.ts";
import { createGenerator } from "./generation.ts";
import { lowerBound } from "./lower-bound.ts";
import { createMembers, fittest, type Member } from "./member.ts";
import type { Project } from "./project.ts";
import { drawList, drawRanks } from "./sampling.ts";
import { shorten } from "./shorten.ts";
import { createTriedLists } from "./tried-lists.ts";

export type ScheduleTerms = {
  /** How many schedules may be generated in all, in either direction; at least 1. */
  readonly schedules: number;
  readonly seed: number;
};

export type FoundSchedule = {
  /** By position of the activity. */
  readonly starts: readonly number[];
  readonly makespan: number;
  /** No schedule is shorter. */
  readonly bound: number;
  /** How many were generated. */
  readonly schedules: number;
};

/** Members of a generation for so many schedules: this power of their number. */
const SIZE_POWER = 0.54;
/** So many times as many are drawn to begin with. */
const DRAWN = 2;
/** Share of those drawn that is packed, and of the others that is made in parallel. */
const PACKED_DRAWN = 0.6;
const PARALLEL_DRAWN = 0.6;
/** Share of children that is packed. */
const PACKED_CHILDREN = 0.2;
/** Share of the others made by parametrised generation, and its longest delay in periods. */
const PARALLEL_CHILDREN = 0.4;
const LONGEST_DELAY = 4;
/** What an activity is worth in a packed schedule: the power of its use, what it is worth without any, the weight of its rank. */
const USE = 1.3;
const WITHOUT_USE = 0.1;
const RANK = 6;
/** The best so many go on unchanged at first, which is their justification. */
const ELITE = 3;
const SHIFTS = 1;
const SHIFTS_OF_A_COPY = 8;
/** Shifts where a list was used before, of the best ones and of others, and how often at most. */
const SHIFTS_OF_THE_BEST = 3;
const SHIFTS_OF_A_REPEAT = 8;
const REPEATS = 20;
/** The population shrinks from the first to the second share of its size, so that the search ends around its best members. */
const FIRST_SIZE = 1.3;
const LAST_SIZE = 0.4;
/** Share of the schedules that goes into shortening the best ones window by window in the end, and how many at most. */
const SHORTENING = 0.2;
const MOST_ATTEMPTS = 600;

/**
 * The shortest schedule found, the same for the same seed: a genetic algorithm on two populations, one made forwards from the
 * other made backwards, so that every child is its parents' justification as well (Debels & Vanhoucke 2005), with peak crossover
 * (Valls, Ballestín & Quintanilla 2008) and generation schemes that change (Hartmann 2002), one of which packs sets of activities. No list is
 * used twice in a direction. Then windows of the best ones are searched (see `shorten`). The project must have no flaw.
 */
export function findSchedule(project: Project, { schedules, seed }: ScheduleTerms): FoundSchedule {
  const flat = flatten(project);
  const { count, durations } = flat;
  const chance = mulberry(seed);
  const generator = createGenerator(flat);
  const { cross, shift } = createCrossing(flat, chance);
  const least = lowerBound(flat);
  const tried = createTriedLists();
  const starts = new Int32Array(count);
  const ranks = new Float64Array(count);
  const values = new Float64Array(count);
  const use = useOf(flat);
  const memberOf = createMembers(flat, use);
  let best = Infinity;
  let bestStarts = starts;
  const inPopulation = schedules - Math.min(MOST_ATTEMPTS, Math.round(schedules * SHORTENING));
  const isDone = () => generator.generated() >= inPopulation || best <= least;
  const size = Math.max(4, Math.round(schedules ** SIZE_POWER));

  function take(isForwards: boolean, from: Int32Array, makespan: number): void {
    best = makespan;
    bestStarts = isForwards ? from.slice() : from.map((start, activity) => makespan - start - (durations[activity] ?? 0));
  }

  function keep(direction: Direction, list: Int32Array, makespan: number): Member {
    if (makespan < best) take(direction === flat.forwards, starts, makespan);
    return memberOf(list, starts, makespan);
  }

  function child(direction: Direction, list: Int32Array): Member {
    const isPacked = chance() < PACKED_CHILDREN;
    if (!isPacked && chance() >= PARALLEL_CHILDREN) return keep(direction, list, generator.serial(direction, list, starts));
    list.forEach((activity, index) => {
      ranks[activity] = index;
    });
    if (isPacked) return pack(direction, list, ranks, count);
    return keep(direction, list, generator.parallel(direction, ranks, starts, Math.floor(chance() * (LONGEST_DELAY + 1))));
  }

  /** By how much of the resources an activity takes, the smaller its rank of `scale` the more. */
  function pack(direction: Direction, list: Int32Array, from: Float64Array, scale: number): Member {
    for (let activity = 0; activity < count; activity += 1) {
      values[activity] = ((use[activity] ?? 0) ** USE + WITHOUT_USE) * Math.exp((-RANK * (from[activity] ?? 0)) / scale);
    }
    return keep(direction, list, generator.packing(direction, values, starts));
  }

  function draw(): Member {
    const { forwards } = flat;
    const list = drawList(flat, forwards, chance);
    if (chance() < PACKED_DRAWN) return pack(forwards, list, drawRanks(flat, forwards, chance), 1);
    const isParallel = chance() < PARALLEL_DRAWN;
    return keep(forwards, list, isParallel ? generator.parallel(forwards, drawRanks(flat, forwards, chance), starts, 0) : generator.serial(forwards, list, starts));
  }

  function parent(population: readonly Member[]): Member | undefined {
    const [one, other] = [pick(population), pick(population)];
    return one !== undefined && other !== undefined && other.length < one.length ? other : one;
  }
  const pick = (population: readonly Member[]): Member | undefined => population[Math.floor(chance() * population.length)];

  const drawn: Member[] = [];
  while (drawn.length < DRAWN * size && !isDone()) drawn.push(draw());
  let parents = fittest(drawn, size);
  let elders: readonly Member[] = [];
  let isForwards = false;
  for (; !isDone(); isForwards = !isForwards) {
    const direction = isForwards ? flat.forwards : flat.backwards;
    const now = Math.max(4, Math.round(size * (FIRST_SIZE + ((LAST_SIZE - FIRST_SIZE) * generator.generated()) / inPopulation)));
    const children: Member[] = [];
    for (let index = 0; index < now && !isDone(); index += 1) {
      const father = index < ELITE ? parents[index] : parent(parents);
      const mother = index < ELITE ? father : parent(parents);
      if (father === undefined || mother === undefined) break;
      const list = mother === father ? father.list.slice() : cross(mother, father);
      if (index >= ELITE) shift(direction, list, mother === father ? SHIFTS_OF_A_COPY : SHIFTS);
      for (let repeat = 0; !tried.add(isForwards, list) && repeat < REPEATS; repeat += 1) shift(direction, list, index < ELITE ? SHIFTS_OF_THE_BEST : SHIFTS_OF_A_REPEAT);
      children.push(child(direction, list));
    }
    const next = fittest([...children, ...elders], now);
    elders = parents;
    parents = next;
  }
  const generated = generator.generated();
  // What was made in one direction is seen from its end, and so a placement in the other.
  const last = [...parents.map((member) => ({ ...member, isForwards })), ...elders.map((member) => ({ ...member, isForwards: !isForwards }))];
  const others = last.sort((a, b) => a.length - b.length).map(({ keys, isForwards, makespan }) => ({ starts: keys, isForwards, makespan }));
  const placements = [{ starts: bestStarts, isForwards: true, makespan: best }, ...others];
  const { placement, bound, attempts } = shorten(flat, chance, { placements, bound: least, attempts: schedules - generated });
  if (placement !== null) take(placement.isForwards, placement.starts, placement.makespan);
  return { starts: Array.from(bestStarts), makespan: Number.isFinite(best) ? best : 0, bound, schedules: generated + attempts };
}
