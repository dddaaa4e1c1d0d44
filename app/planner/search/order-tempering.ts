import type { CompiledProblem } from "#app/planner/compile/compiled-problem.ts";
import { isBetter, type Best } from "#app/planner/shared-plan.ts";
import { averageValue } from "./cooling.ts";
import { OrderAnnealing } from "./order-annealing.ts";

/**
 * How many searches there are, and how warm the warmest and the coldest are, as shares of an option's average value. On two tight
 * instances of 60 measures, 840,000 orders each and six seeds, five from 0.3 to 0.1 gave 99.5 % of the best known on average,
 * eight from 0.35 to 0.08 99.2 %, a single one that cools down 98.8 %.
 */
const LADDER = { count: 5, warm: 0.3, cold: 0.1 };
/** So many orders each tries before neighbours may change places. */
const MOVES_PER_ROUND = 120;

/**
 * Searches over orders side by side, each at a temperature of its own; neighbours change places by Metropolis' rule (parallel
 * tempering, Geyer 1991), so that what one finds while warm is worked out while cold, and the cold ones get out of where they
 * are caught. There is no end to prepare for: it may go on at any time.
 */
export class OrderTempering {
  private readonly ladder: OrderAnnealing[];
  private readonly temperatures: readonly number[];
  private turn = 0;

  constructor(
    compiled: CompiledProblem,
    private readonly chance: () => number,
  ) {
    const average = averageValue(compiled);
    this.temperatures = Array.from({ length: LADDER.count }, (_, rung) => average * LADDER.warm * (LADDER.cold / LADDER.warm) ** (rung / (LADDER.count - 1)));
    this.ladder = this.temperatures.map(() => new OrderAnnealing(compiled, chance));
  }

  /** The best plan any of them has met. */
  get best(): Best {
    const plans = this.ladder.map(({ best, bestWorth, bestMissing }): Best => ({ chosen: best, worth: bestWorth, missing: bestMissing }));
    return plans.reduce((best, plan) => (isBetter(plan, best) ? plan : best));
  }

  /** One of the searches goes on for a round; after the last of them neighbours may change places. */
  step(): void {
    const search = this.ladder[this.turn];
    search?.run(MOVES_PER_ROUND, this.temperatures[this.turn] ?? 0);
    this.turn = (this.turn + 1) % this.ladder.length;
    if (this.turn === 0) this.exchange();
  }

  private exchange(): void {
    const { ladder, temperatures, chance } = this;
    for (let rung = 0; rung + 1 < ladder.length; rung += 1) {
      const [warmer, colder] = [ladder[rung], ladder[rung + 1]];
      if (warmer === undefined || colder === undefined) continue;
      const gain = (warmer.standing - colder.standing) * (1 / (temperatures[rung + 1] ?? 1) - 1 / (temperatures[rung] ?? 1));
      if (gain < 0 && chance() >= Math.exp(gain)) continue;
      ladder[rung] = colder;
      ladder[rung + 1] = warmer;
    }
  }
}
