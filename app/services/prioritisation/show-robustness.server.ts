import { ratedLevels } from "#app/domain/prioritisation/level-table.ts";
import { rankDensity } from "#app/domain/prioritisation/rank-density.ts";
import { shareInTop } from "#app/domain/prioritisation/robustness.ts";
import { swapDistances, type SwapDistance, type WeightMove } from "#app/domain/prioritisation/swap-distance.ts";
import { ok } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { robustnessOf } from "./robustness-runs.server.ts";
import { nameOf, roundToShow, type ShownRound } from "./round-to-show.server.ts";

/** The same weightings every time, so that anybody can reproduce the figures. */
export const ROBUSTNESS_SEED = 1;
export const ROBUSTNESS_SAMPLES = 10_000;
const PAGE_SIZE = 50;
const MOST_BINS = 50;
/** In or out in so many of the weightings counts as settled. */
const SETTLED = 0.95;

type Asked = { readonly roundId: number | null; readonly spread: number; readonly top: number; readonly page: number };

/** How sure each place of a round's ranking is, when the weights may move. Computed elsewhere; the answer waits for it. */
export async function showRobustness(service: Pick<ServiceContext, "db" | "user">, { roundId, spread, ...asked }: Asked) {
  const opened = roundToShow(service, roundId);
  if (!opened.ok) return opened;
  const { rounds, shown } = opened.value;
  const settings = { spread, seed: ROBUSTNESS_SEED, sampleCount: ROBUSTNESS_SAMPLES };
  return ok({ rounds, settings, result: shown === null ? null : await analyse(service.db, shown, settings, asked) });
}

type Settings = { readonly spread: number; readonly seed: number; readonly sampleCount: number };

async function analyse(db: ServiceContext["db"], { round, data }: ShownRound, settings: Settings, asked: Pick<Asked, "top" | "page">) {
  const { table, weights } = ratedLevels(data);
  const robustness = await robustnessOf(db, { table, weights, ...settings });
  const swaps = new Map(swapDistances({ table, weights }).map((swap) => [swap.upperId, swap]));
  const measureOf = new Map(data.measures.map((measure) => [measure.id, measure]));
  const titleOf = (id: number): string => measureOf.get(id)?.title ?? "";

  const { entries } = robustness;
  const top = Math.min(asked.top, Math.max(1, entries.length));
  const shares = entries.map((_, index) => shareInTop(robustness, index, top));
  const pageCount = Math.max(1, Math.ceil(entries.length / PAGE_SIZE));
  const page = Math.min(asked.page, pageCount);
  const first = (page - 1) * PAGE_SIZE;
  return {
    round: nameOf(round),
    top,
    ratedCount: entries.length,
    weightedCount: weights.filter((weight) => weight > 0).length,
    overrideCount: data.overrides.length,
    example: exampleOf(entries.map((entry, index) => ({ title: titleOf(entry.measureId), share: shares[index] ?? 0 }))),
    inCount: shares.filter((share) => share >= SETTLED).length,
    openCount: shares.filter((share) => share < SETTLED && share > 1 - SETTLED).length,
    entries: entries.slice(first, first + PAGE_SIZE).map((entry, offset) => ({
      ...entry,
      title: titleOf(entry.measureId),
      topShare: shares[first + offset] ?? 0,
      density: rankDensity(robustness, first + offset, MOST_BINS),
      swap: describeSwap(swaps.get(entry.measureId), data.criteria, titleOf),
    })),
    unratedCount: robustness.unratedIds.length,
    page,
    pageCount,
  };
}

/** The measure that shows best what a share means: the one nearest to three quarters. */
function exampleOf(measures: ReadonlyArray<{ readonly title: string; readonly share: number }>) {
  return [...measures].sort((a, b) => Math.abs(a.share - 0.75) - Math.abs(b.share - 0.75))[0] ?? null;
}

type NamedCriterion = { readonly id: number; readonly name: string };
/** What it takes for the next measure to overtake this one. */
export type ShownSwap =
  | { readonly kind: "tied" | "never"; readonly lowerTitle: string }
  | ({ readonly kind: "byWeight"; readonly lowerTitle: string; readonly criterion: string } & Pick<WeightMove, "shareNow" | "shareAtSwap" | "change">);

function describeSwap(swap: SwapDistance | undefined, criteria: readonly NamedCriterion[], titleOf: (id: number) => string): ShownSwap | null {
  if (swap === undefined) return null;
  const { outcome } = swap;
  const lowerTitle = titleOf(swap.lowerId);
  if (outcome.kind !== "byWeight") return { kind: outcome.kind, lowerTitle };
  const { kind, column, shareNow, shareAtSwap, change } = outcome;
  return { kind, lowerTitle, criterion: criteria[column]?.name ?? "", shareNow, shareAtSwap, change };
}
