import { z } from "zod";
import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import { ZERO_CENTS, type PartialSum } from "#app/domain/money/cents.ts";
import type { Portfolio } from "#app/domain/portfolio/portfolio.ts";
import type { CapacityParts } from "#app/domain/resources/effective-capacity.ts";
import { fteHundredths, type FteHundredths } from "#app/domain/resources/fte.ts";
import { horizonOf } from "#app/domain/resources/horizon.ts";
import { needByPurpose, openOf } from "#app/domain/resources/need-by-purpose.ts";
import { averageCostPerPost, costOfPost } from "#app/domain/resources/post-cost.ts";
import { postsByPurpose } from "#app/domain/resources/posts-by-purpose.ts";
import { postStates, worksFrom, type PayRate, type Post, type TeamStaffing } from "#app/domain/resources/posts.ts";
import { staffingNeed } from "#app/domain/resources/staffing-need.ts";
import { centsSchema, plainDateSchema, quarterSchema } from "./portfolio-schema.ts";

const fteSchema = z.number().int().transform((value) => value as FteHundredths);
const sumSchema = z.object({ known: centsSchema, unknownCount: z.number() });

/** The staff plan and the need for staff as they were shown when the version was frozen. Shares of posts in hundredths. */
export const frozenStaffPlanSchema = z.object({
  posts: z.array(
    z.object({
      title: z.string(),
      unit: z.string(),
      fte: fteSchema,
      payGrade: z.string(),
      /** Null: no figure of its own and no rate for its pay grade. */
      yearlyCents: centsSchema.nullable(),
      state: z.enum(postStates),
      /** Null: permanent. */
      limitedUntil: plainDateSchema.nullable(),
      /** From when it raises its team's capacity; null where it does not. */
      worksFrom: quarterSchema.nullable(),
      purpose: z.string(),
    }),
  ),
  /** What a full post costs in a year on average; null where no post has a known cost. */
  average: centsSchema.nullable(),
  /** Demands of measures whose dates do not say when the work falls: they are in no year. */
  undatedCount: z.number(),
  purposes: z.array(
    z.object({
      purpose: z.string(),
      undatedPostCount: z.number(),
      years: z.array(
        z.object({
          fiscalYear: z.number(),
          internal: fteSchema,
          internalCents: centsSchema.nullable(),
          external: fteSchema,
          unknownCount: z.number(),
          filled: fteSchema,
          filledCost: sumSchema,
          coming: fteSchema,
          comingCost: sumSchema,
          uncounted: fteSchema,
          open: z.number(),
        }),
      ),
    }),
  ),
});
export type FrozenStaffPlan = z.infer<typeof frozenStaffPlanSchema>;
export type FrozenPurposeYear = FrozenStaffPlan["purposes"][number]["years"][number];

/** What the staff plan is computed from, beside the portfolio. */
export type StaffPlanSources = {
  readonly posts: readonly Post[];
  readonly rates: readonly PayRate[];
  readonly staffing: readonly TeamStaffing[];
  /** Of all teams in all quarters of the horizon. */
  readonly capacities: readonly CapacityParts[];
};

const NOTHING: PartialSum = { known: ZERO_CENTS, unknownCount: 0 };
const NO_POST = fteHundredths(0);

/** Posts with their cost on the day, and the need of what is planned (ideas left out) per purpose and year. */
export function freezeStaffPlan({ measures, teams, orgUnits, municipality }: Pick<Portfolio, "measures" | "teams" | "orgUnits" | "municipality">, sources: StaffPlanSources, today: PlainDate): FrozenStaffPlan {
  const posts = sources.posts.map((post) => ({ ...post, cost: costOfPost(post, sources.rates, today) }));
  const need = staffingNeed({ measures, teams, capacities: sources.capacities, staffing: sources.staffing, horizon: horizonOf(municipality), scope: "planned" });
  const average = averageCostPerPost(posts);
  return {
    posts: posts.map((post) => ({
      ...{ title: post.title, fte: post.fte, payGrade: post.payGrade, state: post.state, limitedUntil: post.limitedUntil, purpose: post.purpose.trim() },
      unit: orgUnits.find((unit) => unit.id === post.orgUnitId)?.name ?? "",
      yearlyCents: post.cost.yearlyCents,
      worksFrom: worksFrom(post),
    })),
    average,
    undatedCount: need.undatedCount,
    purposes: needByPurpose(need, postsByPurpose(posts, need.years), average).map(({ purpose, undatedPostCount, years }) => ({
      purpose,
      undatedPostCount,
      years: years.map((year) => ({
        fiscalYear: year.fiscalYear,
        internal: year.demand?.internal ?? NO_POST,
        internalCents: year.demand === null ? ZERO_CENTS : year.demand.internalCost,
        external: year.demand?.external ?? NO_POST,
        unknownCount: year.demand?.unknownCount ?? 0,
        filled: year.posts?.filled ?? NO_POST,
        filledCost: year.posts?.filledCost ?? NOTHING,
        coming: year.posts?.coming ?? NO_POST,
        comingCost: year.posts?.comingCost ?? NOTHING,
        uncounted: year.posts?.uncounted ?? NO_POST,
        open: openOf(purpose, year),
      })),
    })),
  };
}
