import { can } from "#app/domain/permissions/permissions.ts";
import { rankMeasures, type RankingEntry } from "#app/domain/prioritisation/rank-measures.ts";
import { forbidden, ok } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { listCriteria } from "#db/queries/criteria.server.ts";
import { listRaterGroups } from "#db/queries/rater-groups.server.ts";
import { listRankableMeasures, listRatings } from "#db/queries/ratings.server.ts";

const PAGE_SIZE = 50;

/**
 * One page of the ranking, with the full reasons for one measure where asked.
 * A page that does not exist is answered with the nearest one.
 */
export function showRanking({ db, user }: ServiceContext, { page, explainedId }: { readonly page: number; readonly explainedId: number | null }) {
  if (!can(user, "plan:read")) return forbidden();
  const measures = listRankableMeasures(db);
  const criteria = listCriteria(db, "active");
  const raterGroups = listRaterGroups(db);
  const ranking = rankMeasures({ measures, criteria, raterGroups, ratings: listRatings(db) });
  const measureOf = new Map(measures.map((measure) => [measure.id, measure]));
  const titled = <E extends { readonly measureId: number }>(entry: E) => ({ ...entry, title: measureOf.get(entry.measureId)?.title ?? "", status: measureOf.get(entry.measureId)?.status ?? "idea" });

  const explainedAt = ranking.entries.findIndex((entry) => entry.measureId === explainedId);
  const pageCount = Math.max(1, Math.ceil(ranking.entries.length / PAGE_SIZE));
  const shownPage = explainedAt >= 0 ? Math.floor(explainedAt / PAGE_SIZE) + 1 : Math.min(Math.max(1, page), pageCount);
  const shown = ranking.entries.slice((shownPage - 1) * PAGE_SIZE, shownPage * PAGE_SIZE);
  return ok({
    criteria: criteria.map(({ id, name, weight, reversed }) => ({ id, name, weight, reversed })),
    raterGroups: raterGroups.map(({ id, name, weight }) => ({ id, name, weight })),
    entries: shown.map((entry) => titled(brief(entry))),
    unrated: ranking.unrated.map(titled),
    rankedCount: ranking.entries.length,
    page: shownPage,
    pageCount,
    explained: explain(ranking.entries[explainedAt], ranking.entries[explainedAt - 1], (id) => measureOf.get(id) ?? null),
    canEditCriteria: can(user, "criteria:edit"),
    canRate: can(user, "rating:write"),
  });
}

/** A row of the table needs each criterion's part only as a number; the reasons behind it come on demand. */
function brief({ contributions, ...entry }: RankingEntry) {
  return { ...entry, contributions: contributions.map(({ criterionId, contributionTenths }) => ({ criterionId, contributionTenths })) };
}

type Named = { readonly id: number; readonly title: string; readonly deadline: string | null };

function explain(entry: RankingEntry | undefined, above: RankingEntry | undefined, measureOf: (id: number) => Named | null) {
  if (entry === undefined) return null;
  return {
    measureId: entry.measureId,
    deadline: measureOf(entry.measureId)?.deadline ?? null,
    contributions: entry.contributions,
    coveredWeight: entry.coveredWeight,
    totalWeight: entry.totalWeight,
    above: above === undefined ? null : { position: above.position, title: measureOf(above.measureId)?.title ?? "", behindTenths: above.scoreTenths - entry.scoreTenths },
  };
}
