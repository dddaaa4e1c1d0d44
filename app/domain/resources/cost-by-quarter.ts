import { durationInQuarters, fromQuarterIndex, nextQuarter, numberInYear, quarterIndex, quarterRange, type Quarter } from "#app/domain/calendar/quarter.ts";
import type { CostItem, Measure } from "#app/domain/measures/measure.ts";
import type { CostProfile } from "#app/domain/measures/vocabulary.ts";
import { allocate } from "#app/domain/money/allocate.ts";
import type { Cents } from "#app/domain/money/cents.ts";

type Timing = Pick<Measure, "startQuarter" | "endQuarter" | "permanentTask">;

/** What a cost item costs when. A null amount is an unknown one that would fall in that quarter. */
export type QuarterAmount = { readonly quarter: Quarter; readonly amountCents: Cents | null };

/**
 * The quarter from which running costs and revenue flow: the one after the end, or the start of a permanent task that
 * has no end. Null: unknown.
 */
export function goLiveOf({ startQuarter, endQuarter, permanentTask }: Timing): Quarter | null {
  if (endQuarter !== null) return nextQuarter(endQuarter);
  return permanentTask ? startQuarter : null;
}

/**
 * Spreads one cost item over quarters so that the parts sum to the amount exactly (largest remainder): a one-off amount
 * over the measure's duration by its profile, a running one from go-live to `lastQuarter`, a quarter of the year's amount
 * each, so that every full year has exactly the yearly amount.
 * Null: the measure's dates do not say when the money flows.
 */
export function costByQuarter(measure: Timing, item: Pick<CostItem, "rhythm" | "profile" | "amountCents">, lastQuarter: Quarter): QuarterAmount[] | null {
  return item.rhythm === "oneOff" ? oneOffByQuarter(measure, item) : runningByQuarter(measure, item.amountCents, lastQuarter);
}

/** A one-off amount over the measure's duration by its profile; null as in {@link costByQuarter}. */
export function oneOffByQuarter(measure: Timing, { profile, amountCents }: Pick<CostItem, "profile" | "amountCents">): QuarterAmount[] | null {
  const period = paymentPeriod(measure, profile);
  if (period === null) return null;
  const [start, end] = period;
  const shares = amountCents === null ? null : allocate(amountCents, profileWeights(profile, durationInQuarters(start, end)));
  return quarterRange(start, end).map((quarter, index) => ({ quarter, amountCents: shares === null ? null : (shares[index] ?? null) }));
}

/** When a one-off amount is paid; all at the start or all at the end needs only that one date. Null: unknown. */
export function paymentPeriod({ startQuarter, endQuarter }: Timing, profile: CostProfile): readonly [Quarter, Quarter] | null {
  if (profile === "atStart") return startQuarter && [startQuarter, startQuarter];
  if (profile === "atEnd") return endQuarter && [endQuarter, endQuarter];
  return startQuarter && endQuarter && [startQuarter, endQuarter];
}

/** How a one-off amount is spread over so many quarters. */
export function profileWeights(profile: CostProfile, duration: number): number[] {
  return Array.from({ length: duration }, (_, index) => {
    if (profile === "rising") return index + 1;
    if (profile === "falling") return duration - index;
    return 1;
  });
}

function runningByQuarter(measure: Timing, amountPerYear: Cents | null, lastQuarter: Quarter): QuarterAmount[] | null {
  const goLive = goLiveOf(measure);
  if (goLive === null) return null;
  const shares = amountPerYear === null ? null : allocate(amountPerYear, [1, 1, 1, 1]);
  const quarters: QuarterAmount[] = [];
  for (let index = quarterIndex(goLive); index <= quarterIndex(lastQuarter); index += 1) {
    const quarter = fromQuarterIndex(index);
    quarters.push({ quarter, amountCents: shares === null ? null : (shares[numberInYear(quarter) - 1] ?? null) });
  }
  return quarters;
}
