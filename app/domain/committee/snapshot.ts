import { z } from "zod";
import { rankPortfolio } from "#app/domain/prioritisation/rank-portfolio.ts";
import type { Portfolio, Rating } from "#app/domain/portfolio/portfolio.ts";
import { areGroupsDisclosed } from "#app/domain/prioritisation/visible-groups.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { AdoptedPlanSource } from "./freeze-adopted-plan.ts";
import type { StaffPlanSources } from "./freeze-staff-plan.ts";
import { freezeResources, frozenResourcesSchema } from "./freeze-resources.ts";
import { plainDateSchema, portfolioSchema } from "./portfolio-schema.ts";

/**
 * The content of a frozen version (Fassung): self-contained, so that it can be read, printed and compared for decades
 * without the living plan. Computed figures are stored with the data they come from.
 */
const metaSchema = z.object({
  number: z.number().int(),
  title: z.string(),
  note: z.string(),
  municipality: z.string(),
  /** ISO instant in UTC. */
  frozenAt: z.string(),
  frozenBy: z.string(),
  today: plainDateSchema,
  programVersion: z.string(),
});

const frozenRankingSchema = z.object({
  entries: z.array(
    z.object({
      position: z.number(),
      measureId: z.number(),
      /** Missing in versions frozen before places could be given by hand. */
      computedPosition: z.number().optional(),
      overrideReason: z.string().nullable().optional(),
      /** Tenths of a point, 0 to 1000. */
      scoreTenths: z.number(),
      contributions: z.array(z.object({ criterionId: z.number(), contributionTenths: z.number().nullable() })),
      groupScores: z.array(z.object({ raterGroupId: z.number(), scoreTenths: z.number().nullable() })),
      missingCount: z.number(),
      expectedCount: z.number(),
    }),
  ),
  /** Measures nobody could judge. */
  unratedMeasureIds: z.array(z.number()),
});

const snapshotSchema = z.object({
  formatVersion: z.literal(1),
  meta: metaSchema,
  portfolio: portfolioSchema,
  ranking: frozenRankingSchema,
  resources: frozenResourcesSchema,
});

export type SnapshotMeta = z.infer<typeof metaSchema>;
export type FrozenRanking = z.infer<typeof frozenRankingSchema>;
export type FrozenRankingEntry = FrozenRanking["entries"][number];
export type SnapshotContent = z.infer<typeof snapshotSchema>;

/** @param staffPlan null: the version says nothing of posts; `adoptedPlan` null: nor of a computed plan */
export function freezeSnapshot({ meta, portfolio, staffPlan = null, adoptedPlan = null }: { readonly meta: SnapshotMeta; readonly portfolio: Portfolio; readonly staffPlan?: StaffPlanSources | null; readonly adoptedPlan?: AdoptedPlanSource | null }): string {
  return canonicalJson({
    formatVersion: 1,
    meta,
    portfolio: { ...portfolio, ratings: showsGroups(portfolio) ? withoutIdentities(portfolio.ratings) : [] },
    ranking: freezeRanking(portfolio),
    resources: freezeResources(portfolio, staffPlan && { sources: staffPlan, today: meta.today }, adoptedPlan),
  });
}

/** A version is handed to the whole committee: what each group said stays out of it until the round is closed, or for good where it is anonymous. */
const showsGroups = ({ round }: Portfolio): boolean => round === undefined || areGroupsDisclosed(round);

/** A version is handed to many: who rated is a number within the version, given in the order of the groups. */
function withoutIdentities(ratings: readonly Rating[]): Rating[] {
  const numbers = new Map<number, number>();
  for (const { userId } of [...ratings].sort((a, b) => a.raterGroupId - b.raterGroupId || a.measureId - b.measureId || a.criterionId - b.criterionId || (a.value ?? -1) - (b.value ?? -1) || a.userId - b.userId)) {
    if (!numbers.has(userId)) numbers.set(userId, numbers.size + 1);
  }
  return ratings.map((rating) => ({ ...rating, userId: numbers.get(rating.userId) ?? 0 })).sort((a, b) => a.measureId - b.measureId || a.criterionId - b.criterionId || a.userId - b.userId);
}

/** Null when the text is no frozen version of a known format. */
export function readSnapshot(text: string): SnapshotContent | null {
  try {
    return snapshotSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function freezeRanking(portfolio: Portfolio): FrozenRanking {
  const ranking = rankPortfolio(portfolio);
  return {
    entries: ranking.entries.map((entry) => ({
      position: entry.position,
      measureId: entry.measureId,
      computedPosition: entry.computedPosition,
      overrideReason: entry.overrideReason,
      scoreTenths: entry.scoreTenths,
      contributions: entry.contributions.map(({ criterionId, contributionTenths }) => ({ criterionId, contributionTenths })),
      groupScores: showsGroups(portfolio) ? entry.groupScores.map(({ raterGroupId, scoreTenths }) => ({ raterGroupId, scoreTenths })) : [],
      missingCount: entry.missingCount,
      expectedCount: entry.expectedCount,
    })),
    unratedMeasureIds: ranking.unrated.map((entry) => entry.measureId),
  };
}
