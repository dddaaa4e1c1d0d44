import { mulberry } from "#app/domain/prioritisation/mulberry.ts";
import { createCrossing } from "./crossing.ts";
import { flatten, type Direction } from "./direction.ts";
import { createGenerator } from "./generation.ts";
import { lowerBound } from "./lower-bound.ts";
import { memberOf, type Member } from "./member.ts";
import type { Project } from "./project.ts";
import { drawList, drawRanks } from "./sampling.ts";

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
const PARALLEL_DRAWN = 0.6;
/** Share of children made by parametrised generation, and its longest delay in periods. */
const PARALLEL_CHILDREN = 0.4;
const LONGEST_DELAY = 4;
/** The best so many go on unchanged, which is their justification. */
const ELITE = 3;
const SHIFTS = 1;
const SHIFTS_OF_A_COPY = 8;

/**
 * The shortest schedule found, the same for the same seed: a genetic algorithm on two populations, one made forwards from the
 * other made backwards, so that every child is its parents' justification as well (Debels & Vanhoucke 2005), with peak crossover
 * (Valls, Ballestín & Quintanilla 2008) and generation schemes that change (Hartmann 2002). The project must have no flaw.
 */
export function findSchedule(project: Project, { schedules, seed }: ScheduleTerms): FoundSchedule {
  const flat = flatten(project);
  const { count, durations } = flat;
  const chance = mulberry(seed);
  const generator = createGenerator(flat);
  const { cross, shift } = createCrossing(flat, chance);
  const bound = lowerBound(flat);
  const starts = new Int32Array(count);
  const ranks = new Float64Array(count);
  let best = Infinity;
  let bestStarts = starts;
  const isDone = () => generator.generated() >= schedules || best <= bound;
  const size = Math.max(4, Math.round(schedules ** SIZE_POWER));

  function keep(direction: Direction, list: Int32Array, makespan: number): Member {
    if (makespan < best) {
      best = makespan;
      bestStarts = direction === flat.forwards ? starts.slice() : starts.map((start, activity) => makespan - start - (durations[activity] ?? 0));
    }
    return memberOf(flat, list, starts, makespan);
  }

  function child(direction: Direction, list: Int32Array): Member {
    if (chance() >= PARALLEL_CHILDREN) return keep(direction, list, generator.serial(direction, list, starts));
    list.forEach((activity, index) => {
      ranks[activity] = index;
    });
    return keep(direction, list, generator.parallel(direction, ranks, starts, Math.floor(chance() * (LONGEST_DELAY + 1))));
  }

  function draw(): Member {
    const { forwards } = flat;
    const list = drawList(flat, forwards, chance);
    const isParallel = chance() < PARALLEL_DRAWN;
    return keep(forwards, list, isParallel ? generator.parallel(forwards, drawRanks(flat, forwards, chance), starts, 0) : generator.serial(forwards, list, starts));
  }

  function parent(population: readonly Member[]): Member | undefined {
    const [one, other] = [pick(population), pick(population)];
    return one !== undefined && other !== undefined && other.makespan < one.makespan ? other : one;
  }
  const pick = (population: readonly Member[]): Member | undefined => population[Math.floor(chance() * population.length)];

  const drawn: Member[] = [];
  while (drawn.length < DRAWN * size && !isDone()) drawn.push(draw());
  let parents = fittest(drawn, size, chance);
  let elders: readonly Member[] = [];
  for (let isForwards = false; !isDone(); isForwards = !isForwards) {
    const direction = isForwards ? flat.forwards : flat.backwards;
    const children: Member[] = [];
    for (let index = 0; index < size && !isDone(); index += 1) {
      const father = index < ELITE ? parents[index] : parent(parents);
      const mother = index < ELITE ? father : parent(parents);
      if (father === undefined || mother === undefined) break;
      const list = mother === father ? father.list.slice() : cross(mother, father);
      if (index >= ELITE) shift(direction, list, mother === father ? SHIFTS_OF_A_COPY : SHIFTS);
      children.push(child(direction, list));
    }
    const next = fittest([...children, ...elders], size, chance);
    elders = parents;
    parents = next;
  }
  return { starts: Array.from(bestStarts), makespan: Number.isFinite(best) ? best : 0, bound, schedules: generator.generated() };
}

/** The shortest ones, each schedule once, equally long ones in random order. */
function fittest(members: readonly Member[], size: number, chance: () => number): readonly Member[] {
  const different = [...new Map(members.map((member) => [member.mark, member])).values()];
  return different
    .map((member) => ({ member, order: member.makespan + chance() / 2 }))
    .sort((a, b) => a.order - b.order)
    .slice(0, size)
    .map(({ member }) => member);
}
