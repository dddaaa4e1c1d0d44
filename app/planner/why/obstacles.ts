import { addQuarters, quarterDistance, type Quarter } from "#app/domain/calendar/quarter.ts";
import { overuseOf, type PlanModel } from "#app/planner/model/build-problem.ts";
import type { RowKey } from "#app/planner/model/limit-rows.ts";
import type { Choice, PlanOption } from "#app/planner/problem.ts";

/** What stands in the way of one start, with everything else of the plan where it is. */
export type Obstacle =
  /** `free` is below zero by what stands takes too much already. `missing`: so many person-days, cents or starts more would be needed than there are. `needed` by the measure itself; `takers` of the plan, largest first; `standing` by what stood before. */
  | { readonly kind: "limit"; readonly key: RowKey; readonly needed: number; readonly free: number; readonly missing: number; readonly takers: readonly Taker[]; readonly standing: number }
  | { readonly kind: "predecessor"; readonly measureId: number; readonly readyFrom: Quarter | null }
  | { readonly kind: "successor" | "exclusion"; readonly measureId: number }
  /** No funding window without which it is not done is open then. */
  | { readonly kind: "window" };
export type Taker = { readonly measureId: number; readonly amount: number };

/** One start and what is in its way; nothing where it would fit. */
export type Attempt = { readonly start: Quarter; readonly fundingWindowId: number | null; readonly value: number; readonly obstacles: readonly Obstacle[] };

const NAMED_TAKERS = 5;

/** Tries starts of single measures against the rest of a plan. Made once per plan: it sums up what the plan takes. */
export class PlanAround {
  private readonly taken: Float64Array;
  private readonly overuse: readonly number[];

  /** @param capacities of the rows before anything stood, by position */
  constructor(
    private readonly model: PlanModel,
    private readonly choice: Choice,
    private readonly capacities: readonly number[],
  ) {
    this.taken = new Float64Array(model.problem.rows.length);
    this.overuse = overuseOf(model);
    choice.forEach((_, activity) => {
      for (const { row, amount } of this.chosen(activity)?.usage ?? []) this.taken[row] = (this.taken[row] ?? 0) + amount;
    });
  }

  /** Every start the measure's own dates allow, from the earliest, in the mode in whose way least stands. */
  attempts(activity: number): Attempt[] {
    const span = this.model.activities[activity]?.span;
    if (span === undefined) return [];
    return Array.from({ length: Math.max(0, quarterDistance(span.earliest, span.latest) + 1) }, (_, offset) => this.attempt(activity, addQuarters(span.earliest, offset)));
  }

  private attempt(activity: number, start: Quarter): Attempt {
    const at = quarterDistance(this.model.firstQuarter, start);
    const options = this.model.problem.activities[activity]?.options.filter((option) => option.start === at) ?? [];
    const tried = options.map((option) => ({ option, obstacles: this.obstaclesOf(activity, option) }));
    const [best] = tried.sort((a, b) => weightOf(a.obstacles) - weightOf(b.obstacles) || b.option.value - a.option.value);
    if (best === undefined) return { start, fundingWindowId: null, value: 0, obstacles: [{ kind: "window" }] };
    return { start, fundingWindowId: this.model.activities[activity]?.windows[best.option.mode]?.id ?? null, value: best.option.value, obstacles: best.obstacles };
  }

  private obstaclesOf(activity: number, option: PlanOption): Obstacle[] {
    const { rows, precedences, exclusions } = this.model.problem;
    const own = new Map(this.chosen(activity)?.usage.map(({ row, amount }) => [row, amount]));
    const obstacles: Obstacle[] = [];
    for (const { row, amount } of option.usage) {
      const over = this.overuse[row] ?? 0;
      const left = (rows[row]?.capacity ?? 0) - (this.taken[row] ?? 0) + (own.get(row) ?? 0) - over;
      const key = this.model.rows[row];
      if (amount > left && key !== undefined) obstacles.push({ kind: "limit", key, needed: amount, free: left, missing: amount - left, takers: this.takersOf(row, activity), standing: (this.capacities[row] ?? 0) - (rows[row]?.capacity ?? 0) + over });
    }
    for (const { predecessor, successor, lag } of precedences) {
      if (successor === activity) {
        const before = this.chosen(predecessor);
        if (before === undefined || before.end + lag > option.start) obstacles.push({ kind: "predecessor", measureId: this.idOf(predecessor), readyFrom: before === undefined ? null : addQuarters(this.model.firstQuarter, before.end + lag) });
      }
      const after = predecessor === activity ? this.chosen(successor) : undefined;
      if (after !== undefined && option.end + lag > after.start) obstacles.push({ kind: "successor", measureId: this.idOf(successor) });
    }
    for (const [first, second] of exclusions) {
      const other = first === activity ? second : second === activity ? first : null;
      if (other !== null && this.chosen(other) !== undefined) obstacles.push({ kind: "exclusion", measureId: this.idOf(other) });
    }
    return obstacles;
  }

  private takersOf(row: number, except: number): Taker[] {
    const takers = this.choice.flatMap((_, activity) => {
      const amount = activity === except ? undefined : this.chosen(activity)?.usage.find((use) => use.row === row)?.amount;
      return amount === undefined ? [] : [{ measureId: this.idOf(activity), amount }];
    });
    return takers.sort((a, b) => b.amount - a.amount || a.measureId - b.measureId).slice(0, NAMED_TAKERS);
  }

  private chosen(activity: number): PlanOption | undefined {
    const at = this.choice[activity] ?? null;
    return at === null ? undefined : this.model.problem.activities[activity]?.options[at];
  }

  private idOf(activity: number): number {
    return this.model.activities[activity]?.measureId ?? 0;
  }
}

/** Few obstacles before many; of equally many the ones where less is missing in proportion. */
const weightOf = (obstacles: readonly Obstacle[]): number => obstacles.reduce((sum, each) => sum + 1 + (each.kind === "limit" ? Math.min(0.9, each.missing / each.needed) / 100 : 0), 0);
