import { can } from "#app/domain/permissions/permissions.ts";
import { findDisagreements, type Disagreement } from "#app/domain/prioritisation/disagreement.ts";
import type { Disclosure, RoundState } from "#app/domain/prioritisation/round.ts";
import { visibleGroups } from "#app/domain/prioritisation/visible-groups.ts";
import { forbidden, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { listRankableMeasures } from "#db/queries/ratings.server.ts";
import { listRounds, loadRoundData } from "#db/queries/rounds.server.ts";
import { chosenRound } from "./chosen-round.server.ts";
import { rankedRound } from "./ranked-round.server.ts";

type Named = { readonly id: number; readonly name: string };

export type ShownDisagreements = {
  /** Null before the first round. */
  readonly round: { readonly id: number; readonly title: string; readonly state: RoundState; readonly disclosure: Disclosure } | null;
  readonly rounds: ReadonlyArray<{ readonly id: number; readonly title: string; readonly state: RoundState }>;
  /** Those with weight that this user may see, and how many more there are. */
  readonly groups: readonly Named[];
  readonly hiddenGroupCount: number;
  readonly criteria: readonly Named[];
  readonly rows: ReadonlyArray<Disagreement & { readonly title: string; readonly hasPage: boolean }>;
  /** Of ranked measures, whatever the limit. */
  readonly totalCount: number;
};
export type DisagreementQuery = { readonly roundId: number | null; readonly order: "disagreement" | "position"; readonly limit: number | null };

/**
 * Where the groups of a round are apart, the largest disagreement first, or in the order of the result; at most `limit` of them.
 * Of groups whose figures this user may not see nothing is computed: with fewer than two left there are no rows.
 */
export function showDisagreements({ db, user }: ServiceContext, { roundId, order, limit }: DisagreementQuery): Result<ShownDisagreements> {
  if (!can(user, "plan:read")) return forbidden();
  const round = chosenRound(db, roundId);
  if (round === null && roundId !== null) return missing();
  const rounds = listRounds(db).map(({ id, title, state }) => ({ id, title, state }));
  if (round === null) return ok({ round: null, rounds, groups: [], criteria: [], rows: [], totalCount: 0, hiddenGroupCount: 0 });
  const data = loadRoundData(db, round.id);
  const weighted = data.raterGroups.filter((group) => group.weight > 0);
  const groups = visibleGroups(round, weighted, user);
  const living = new Set(listRankableMeasures(db).map((measure) => measure.id));
  const titles = new Map(data.measures.map((measure) => [measure.id, measure.title]));
  const found = groups.length < 2 ? [] : findDisagreements(data, rankedRound(data), groups.map((group) => group.id));
  const ordered = order === "position" ? [...found].sort((a, b) => a.position - b.position) : found;
  return ok({
    round: { id: round.id, title: round.title, state: round.state, disclosure: round.disclosure },
    rounds,
    groups: groups.map(({ id, name }) => ({ id, name })),
    criteria: data.criteria.map(({ id, name }) => ({ id, name })),
    // A closed round keeps measures that are archived or implemented by now; they have no page to lead to.
    rows: (limit === null ? ordered : ordered.slice(0, limit)).map((row) => ({ ...row, title: titles.get(row.measureId) ?? "", hasPage: living.has(row.measureId) })),
    totalCount: found.length,
    hiddenGroupCount: weighted.length - groups.length,
  });
}
