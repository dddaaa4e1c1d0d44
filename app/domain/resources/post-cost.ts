import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import { cents, sumKnown, type Cents, type PartialSum } from "#app/domain/money/cents.ts";
import { sumFte, type FteHundredths } from "./fte.ts";
import { postStates, type PayRate, type PayRateKind, type Post, type PostState } from "./posts.ts";

/** What a post costs in a year, and on what that rests. */
export type PostCost =
  | { readonly basis: "own"; readonly yearlyCents: Cents }
  | { readonly basis: "rates"; readonly yearlyCents: Cents; readonly personnel: PayRate; readonly workplace: PayRate | null; readonly overhead: PayRate | null }
  /** No figure of its own and no rate in force for its pay grade. */
  | { readonly basis: "unknown"; readonly yearlyCents: null };

type Priced = Pick<Post, "fte" | "payGrade" | "yearlyCostCents">;

/**
 * A post's own figure holds for the post as it is; otherwise personnel and workplace rate times its share of a full post, and
 * the overhead in percent of the personnel cost on top (KGSt, Kosten eines Arbeitsplatzes), rounded once to whole cents. A
 * rate that already holds workplace and overhead stands alone. Rates are those in force on the day.
 */
export function costOfPost({ fte, payGrade, yearlyCostCents }: Priced, rates: readonly PayRate[], on: PlainDate): PostCost {
  if (yearlyCostCents !== null) return { basis: "own", yearlyCents: yearlyCostCents };
  const personnel = rateInForce(rates, "personnel", payGrade, on);
  if (personnel === null || personnel.yearlyCostCents === null) return { basis: "unknown", yearlyCents: null };
  const [workplace, overhead] = personnel.fullCost ? [null, null] : [rateInForce(rates, "workplace", "", on), rateInForce(rates, "overhead", "", on)];
  const perPost = BigInt(personnel.yearlyCostCents) * BigInt(100 + (overhead?.percent ?? 0)) + BigInt(workplace?.yearlyCostCents ?? 0) * 100n;
  const yearlyCents = cents(Number((perPost * BigInt(fte) + 5_000n) / 10_000n));
  return { basis: "rates", yearlyCents, personnel, workplace, overhead };
}

/** The newest rate of its kind, and pay grade, that has begun by the day. */
export function rateInForce(rates: readonly PayRate[], kind: PayRateKind, payGrade: string, on: PlainDate): PayRate | null {
  const grade = sameGrade(payGrade);
  let found: PayRate | null = null;
  for (const rate of rates) {
    if (rate.kind !== kind || rate.validFrom > on || (kind === "personnel" && sameGrade(rate.payGrade) !== grade)) continue;
    if (found === null || rate.validFrom > found.validFrom) found = rate;
  }
  return found;
}

/** "E11", "E 11" and "EG 11" are one pay grade. */
const sameGrade = (payGrade: string): string => payGrade.toUpperCase().replaceAll(/\s/g, "").replace(/^EG(?=\d)/, "E");

export type PostSum = { readonly count: number; readonly fte: FteHundredths; readonly cost: PartialSum };
export type CostedPost = Pick<Post, "fte" | "state"> & { readonly cost: PostCost };

/** Posts added up exactly: shares in hundredths, costs in cents, unknown costs counted. */
export const sumPosts = (posts: readonly CostedPost[]): PostSum => ({ count: posts.length, fte: sumFte(posts.map((post) => post.fte)), cost: sumKnown(posts.map((post) => post.cost.yearlyCents)) });

/** The states that occur, in their order. */
export const sumPostsByState = (posts: readonly CostedPost[]): ReadonlyArray<PostSum & { readonly state: PostState }> =>
  postStates.map((state) => ({ state, ...sumPosts(posts.filter((post) => post.state === state)) })).filter((sum) => sum.count > 0);

/** What a full post costs in a year on average, over the posts whose cost is known. Null: none is. */
export function averageCostPerPost(posts: readonly CostedPost[]): Cents | null {
  const known = posts.filter((post) => post.cost.yearlyCents !== null);
  const { fte, cost } = sumPosts(known);
  return fte === 0 ? null : cents(Math.round((cost.known * 100) / fte));
}
