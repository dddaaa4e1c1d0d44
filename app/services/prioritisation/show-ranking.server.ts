import { can } from "#app/domain/permissions/permissions.ts";
import { combineWeights } from "#app/domain/prioritisation/combined-weights.ts";
import { groupRanges, type GroupRange } from "#app/domain/prioritisation/group-range.ts";
import type { RankingEntry } from "#app/domain/prioritisation/rank-measures.ts";
import type { RoundData } from "#app/domain/prioritisation/round-content.ts";
import { visibleGroups } from "#app/domain/prioritisation/visible-groups.ts";
import { forbidden, missing, ok } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { listCriteria } from "#db/queries/criteria.server.ts";
import { listRaterGroups } from "#db/queries/rater-groups.server.ts";
import { listRankableMeasures } from "#db/queries/ratings.server.ts";
import { findRound, findRoundInForce, listRounds, loadRoundData } from "#db/queries/rounds.server.ts";
import { rankedRound } from "./ranked-round.server.ts";
import { showAffordability } from "./show-affordability.server.ts";

const PAGE_SIZE = 50;
const NO_RANGE: GroupRange = { views: [], scores: null, dissent: null };

/**
 * One page of the ranking, with the full reasons for one measure where asked.
 * A page that does not exist is answered with the nearest one. What single groups said is shown as the round allows.
 */
export function showRanking({ db, user }: ServiceContext, { roundId = null, page, explainedId }: { readonly roundId?: number | null; readonly page: number; readonly explainedId: number | null }) {
  if (!can(user, "plan:read")) return forbidden();
  const rounds = listRounds(db);
  const round = roundId === null ? (rounds[0] ?? null) : findRound(db, roundId);
  if (round === null && roundId !== null) return missing();
  const living = new Map(listRankableMeasures(db).map((measure) => [measure.id, measure]));
  const data = round === null ? emptyRound(db) : loadRoundData(db, round.id);
  const { measures, criteria } = data;
  const mayManage = can(user, "round:manage");
  const isInForce = round === null || findRoundInForce(db)?.id === round.id;
  const raterGroups = round === null ? data.raterGroups : visibleGroups(round, data.raterGroups, user);
  const isVisible = ({ raterGroupId }: { readonly raterGroupId: number }) => raterGroups.some((group) => group.id === raterGroupId);
  const ranking = rankedRound(data);
  // Where groups weigh the criteria themselves, their common weights count.
  const weights = combineWeights(data);
  const ranges = groupRanges({ ranking, measures, groups: raterGroups });
  const measureOf = new Map(measures.map((measure) => [measure.id, measure]));
  // A closed round keeps measures that are archived or implemented by now; they have no page to lead to.
  const titled = <E extends { readonly measureId: number }>(entry: E) => ({ ...entry, title: measureOf.get(entry.measureId)?.title ?? "", status: living.get(entry.measureId)?.status ?? null });

  const explainedAt = ranking.entries.findIndex((entry) => entry.measureId === explainedId);
  const pageCount = Math.max(1, Math.ceil(ranking.entries.length / PAGE_SIZE));
  const shownPage = explainedAt >= 0 ? Math.floor(explainedAt / PAGE_SIZE) + 1 : Math.min(Math.max(1, page), pageCount);
  const shown = ranking.entries.slice((shownPage - 1) * PAGE_SIZE, shownPage * PAGE_SIZE);
  return ok({
    round: round && { id: round.id, title: round.title, state: round.state, question: round.question, adoptedAt: round.adoptedAt, adoptedNote: round.adoptedNote, isInForce },
    rounds: rounds.map(({ id, title, state }) => ({ id, title, state })),
    criteria: criteria.map(({ id, name, reversed }) => ({ id, name, weight: weights.ofCriterion(id), reversed })),
    raterGroups: raterGroups.map(({ id, name, weight }) => ({ id, name, weight })),
    entries: shown.map((entry) => titled({ ...brief(entry), groupScores: entry.groupScores.filter(isVisible), groupRange: ranges.get(entry.measureId) ?? NO_RANGE })),
    unrated: ranking.unrated.map(titled),
    // Money and staff are granted in the order in force; what an open round comes to is worth knowing before it is adopted.
    affordability: (isInForce || round?.state === "open") && ranking.entries.length > 0 ? showAffordability(db, ranking) : null,
    rankedCount: ranking.entries.length,
    page: shownPage,
    pageCount,
    explained: explain(ranking.entries[explainedAt], ranking.entries[explainedAt - 1], (id) => measureOf.get(id) ?? null, isVisible),
    hidesGroups: raterGroups.length < data.raterGroups.length,
    canEditCriteria: can(user, "criteria:edit"),
    canRate: can(user, "rating:write"),
    canOverride: mayManage && round?.state === "open",
  });
}

/** Before the first round there are the criteria and groups of the catalogue, and nothing is rated. */
function emptyRound(db: ServiceContext["db"]): RoundData {
  const raterGroups = listRaterGroups(db).map((group) => ({ ...group, ratesUntil: null, weightingMethod: "standard" as const }));
  return { measures: listRankableMeasures(db), criteria: listCriteria(db, "active"), raterGroups, groupWeights: [], pairwise: [], ratings: [], overrides: [] };
}

/** A row of the table needs each criterion's part only as a number; the reasons behind it come on demand. */
function brief({ contributions, ...entry }: RankingEntry) {
  return { ...entry, contributions: contributions.map(({ criterionId, contributionTenths }) => ({ criterionId, contributionTenths })) };
}

type Named = { readonly id: number; readonly title: string; readonly deadline: string | null };

function explain(entry: RankingEntry | undefined, above: RankingEntry | undefined, measureOf: (id: number) => Named | null, isVisible: (group: { readonly raterGroupId: number }) => boolean) {
  if (entry === undefined) return null;
  return {
    measureId: entry.measureId,
    deadline: measureOf(entry.measureId)?.deadline ?? null,
    contributions: entry.contributions.map((each) => ({ ...each, groups: each.groups.filter(isVisible) })),
    coveredWeight: entry.coveredWeight,
    totalWeight: entry.totalWeight,
    above: above === undefined ? null : { position: above.position, title: measureOf(above.measureId)?.title ?? "", behindTenths: above.scoreTenths - entry.scoreTenths, isByHand: above.overrideReason !== null },
  };
}
