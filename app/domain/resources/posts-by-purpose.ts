import { addQuarters, lastDayOf, quarterFrom, type Quarter } from "#app/domain/calendar/quarter.ts";
import { allocate } from "#app/domain/money/allocate.ts";
import { sumCents, sumKnown, type Cents, type PartialSum } from "#app/domain/money/cents.ts";
import { fteHundredths, type FteHundredths } from "./fte.ts";
import type { PostCost } from "./post-cost.ts";
import type { Post } from "./posts.ts";
import { comparePurposes } from "./staffing-need.ts";

export type PurposePost = Pick<Post, "fte" | "state" | "limitedUntil" | "fromQuarter" | "hiringDelayQuarters" | "counted" | "purpose"> & { readonly cost: PostCost };

/** Posts as they are there in a year: a post that is there in two of four quarters is half a post at half its yearly cost. */
export type PostsOfYear = {
  readonly fiscalYear: number;
  /** Stellenbestand: filled posts. */
  readonly filled: FteHundredths;
  readonly filledCost: PartialSum;
  /** Not yet filled, and counted on in the plan. */
  readonly coming: FteHundredths;
  readonly comingCost: PartialSum;
  /** Not yet filled, and not counted on. */
  readonly uncounted: FteHundredths;
};

export type PostsOfPurpose = {
  readonly purpose: string;
  readonly years: readonly PostsOfYear[];
  /** Posts that are not filled and of which nobody knows from when they are there: they are in no year. */
  readonly undatedCount: number;
};

/** The posts of the staff plan by what they are for, and year; posts without a purpose last. */
export function postsByPurpose(posts: readonly PurposePost[], years: readonly number[]): PostsOfPurpose[] {
  const purposes = [...new Set(posts.map((post) => post.purpose.trim()))].sort(comparePurposes);
  return purposes.map((purpose) => {
    const own = posts.filter((post) => post.purpose.trim() === purpose);
    return {
      purpose,
      years: years.map((fiscalYear): PostsOfYear => {
        const present = own.map((post) => ({ post, quarters: presentQuarters(post, fiscalYear) })).filter(({ quarters }) => quarters.length > 0);
        const of = (which: (post: PurposePost) => boolean) => present.filter(({ post }) => which(post));
        const fte = (which: (post: PurposePost) => boolean) => fteHundredths(Math.round(of(which).reduce((sum, { post, quarters }) => sum + post.fte * quarters.length, 0) / 4));
        const cost = (which: (post: PurposePost) => boolean) => sumKnown(of(which).map(({ post, quarters }) => costOfQuarters(post.cost.yearlyCents, quarters)));
        return {
          fiscalYear,
          filled: fte(isFilled),
          filledCost: cost(isFilled),
          coming: fte(isComing),
          comingCost: cost(isComing),
          uncounted: fte((post) => !isFilled(post) && !post.counted),
        };
      }),
      undatedCount: own.filter((post) => !isFilled(post) && post.fromQuarter === null).length,
    };
  });
}

const isFilled = (post: PurposePost): boolean => post.state === "filled";
const isComing = (post: PurposePost): boolean => !isFilled(post) && post.counted;

/** Numbers 1 to 4 of the whole quarters of the year in which somebody works on the post. A filled post without a quarter was always there. */
function presentQuarters(post: PurposePost, fiscalYear: number): number[] {
  return [1, 2, 3, 4].filter((number) => {
    const quarter = quarterFrom(fiscalYear, number);
    const first = firstQuarter(post);
    return first !== null && first <= quarter && (post.limitedUntil === null || lastDayOf(quarter) <= post.limitedUntil);
  });
}

function firstQuarter({ state, fromQuarter, hiringDelayQuarters }: PurposePost): Quarter | null {
  if (state === "filled") return fromQuarter ?? quarterFrom(0, 1);
  return fromQuarter && addQuarters(fromQuarter, hiringDelayQuarters);
}

/** Exact: the four quarters of a year sum to the yearly cost. */
function costOfQuarters(yearlyCents: Cents | null, quarters: readonly number[]): Cents | null {
  if (yearlyCents === null) return null;
  const parts = allocate(yearlyCents, [1, 1, 1, 1]);
  return sumCents(quarters.flatMap((number) => parts[number - 1] ?? []));
}
