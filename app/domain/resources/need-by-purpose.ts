import { cents, type Cents } from "#app/domain/money/cents.ts";
import type { FteHundredths } from "./fte.ts";
import type { PostsOfPurpose, PostsOfYear } from "./posts-by-purpose.ts";
import { comparePurposes, type StaffingNeed, type YearDemand } from "./staffing-need.ts";

/** What a purpose asks for in a year beside the posts that are there for it; null where it asks for nothing, or has no post. */
export type PurposeYear = {
  readonly fiscalYear: number;
  /** `internalCost`: own staff at the average cost of a post; null where that is unknown. */
  readonly demand: (YearDemand & { readonly internalCost: Cents | null }) | null;
  readonly posts: PostsOfYear | null;
};
export type PurposeNeed = { readonly purpose: string; readonly undatedPostCount: number; readonly years: readonly PurposeYear[] };

/** Demand of the measures and posts of the staff plan side by side, per purpose and year. */
export function needByPurpose(need: Pick<StaffingNeed, "years" | "purposes">, posts: readonly PostsOfPurpose[], average: Cents | null): PurposeNeed[] {
  const purposes = [...new Set([...need.purposes, ...posts].map((each) => each.purpose))].sort(comparePurposes);
  return purposes.map((purpose) => {
    const ofPosts = posts.find((each) => each.purpose === purpose);
    const demands = need.purposes.find((each) => each.purpose === purpose)?.years;
    return {
      purpose,
      undatedPostCount: ofPosts?.undatedCount ?? 0,
      years: need.years.map((fiscalYear, index) => {
        const demand = demands?.[index];
        return { fiscalYear, demand: demand === undefined ? null : { ...demand, internalCost: priceOf(demand.internal, average) }, posts: ofPosts?.years[index] ?? null };
      }),
    };
  });
}

/** Own staff that neither filled nor counted posts of the purpose meet. Without a purpose nobody can say what meets what: nothing. */
export const openOf = (purpose: string, { demand, posts }: PurposeYear): number => (purpose === "" ? 0 : Math.max(0, (demand?.internal ?? 0) - (posts?.filled ?? 0) - (posts?.coming ?? 0)));

/** Null where nobody knows what a post costs. */
export const priceOf = (fte: FteHundredths, perPost: Cents | null): Cents | null => (perPost === null ? null : cents(Math.round((fte * perPost) / 100)));
