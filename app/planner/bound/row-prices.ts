import type { CompiledProblem } from "#app/planner/compile/compiled-problem.ts";

/** What one more unit of each row is worth, in the unit of the options' values, and the upper bound these prices prove. */
export type RowPrices = { readonly price: Float64Array; readonly bound: number };

const ROUNDS = 150;
const PATIENCE = 8;
const FLOOR = 0.3;

/**
 * Prices by Lagrangian relaxation of the rows, improved by subgradient steps (Held, Wolfe & Crowder 1974; step length after
 * Polyak). Precedences and exclusions are left aside and each partner of a synergy gets half of it, so every round proves an
 * upper bound for plans with all mandatory activities. It takes milliseconds where the linear programme takes tenths of a second.
 * `target`: the worth of a plan that is known, 0 if none.
 */
export function priceRows(compiled: CompiledProblem, target: number): RowPrices {
  const { activityCount, rowCount, optionFrom, optionValue, usageFrom, usageRow, usageAmount, capacity, synergies, synergyBonus } = compiled;
  const isMandatory = Uint8Array.from(compiled.problem.activities, ({ mandatory }) => (mandatory ? 1 : 0));
  const share = new Float64Array(activityCount);
  for (let activity = 0; activity < activityCount; activity += 1) {
    for (let at = synergies.from[activity] ?? 0; at < (synergies.from[activity + 1] ?? 0); at += 1) share[activity] = (share[activity] ?? 0) + (synergyBonus[at] ?? 0) / 2;
  }
  const price = new Float64Array(rowCount);
  let best: RowPrices = { price: price.slice(), bound: Infinity };
  const slack = new Float64Array(rowCount);
  let stride = 1;
  let sinceBest = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    let bound = 0;
    for (let row = 0; row < rowCount; row += 1) {
      slack[row] = capacity[row] ?? 0;
      bound += (price[row] ?? 0) * (capacity[row] ?? 0);
    }
    for (let activity = 0; activity < activityCount; activity += 1) {
      let most = isMandatory[activity] === 1 && optionFrom[activity] !== optionFrom[activity + 1] ? -Infinity : 0;
      let chosen = -1;
      for (let option = optionFrom[activity] ?? 0; option < (optionFrom[activity + 1] ?? 0); option += 1) {
        let worth = (optionValue[option] ?? 0) + (share[activity] ?? 0);
        const to = usageFrom[option + 1] ?? 0;
        for (let at = usageFrom[option] ?? 0; at < to && worth > most; at += 1) worth -= (price[usageRow[at] ?? 0] ?? 0) * (usageAmount[at] ?? 0);
        if (worth > most) {
          most = worth;
          chosen = option;
        }
      }
      bound += most;
      if (chosen < 0) continue;
      for (let at = usageFrom[chosen] ?? 0; at < (usageFrom[chosen + 1] ?? 0); at += 1) slack[usageRow[at] ?? 0] = (slack[usageRow[at] ?? 0] ?? 0) - (usageAmount[at] ?? 0);
    }
    if (bound < best.bound) {
      best = { price: price.slice(), bound };
      sinceBest = 0;
    } else {
      sinceBest += 1;
      if (sinceBest >= PATIENCE) {
        stride /= 2;
        sinceBest = 0;
        price.set(best.price);
      }
    }
    // Rows differ by orders of magnitude in their unit: each is measured by its own capacity.
    let length = 0;
    for (let row = 0; row < rowCount; row += 1) length += (slack[row] ?? 0) === 0 || (capacity[row] ?? 0) <= 0 ? 0 : ((slack[row] ?? 0) / (capacity[row] ?? 1)) ** 2;
    if (length === 0) break;
    const step = (stride * Math.max(bound - target, bound * 1e-3)) / length;
    for (let row = 0; row < rowCount; row += 1) {
      const most = capacity[row] ?? 0;
      if (most > 0) price[row] = Math.max(0, (price[row] ?? 0) - (step * (slack[row] ?? 0)) / most / most);
    }
  }
  return { ...best, price: withFloor(best.price, capacity) };
}

/** A row without a price is given a part of the average worth of a whole row: prices are estimates, and no row may be free to exceed. */
function withFloor(price: Float64Array, capacity: Float64Array): Float64Array {
  let worth = 0;
  let priced = 0;
  for (let row = 0; row < price.length; row += 1) {
    if ((price[row] ?? 0) <= 0) continue;
    worth += (price[row] ?? 0) * (capacity[row] ?? 0);
    priced += 1;
  }
  const least = priced === 0 ? 1 : (FLOOR * worth) / priced;
  return price.map((each, row) => Math.max(each, least / Math.max(1e-9, capacity[row] ?? 0)));
}
