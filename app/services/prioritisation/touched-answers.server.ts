import type { Invalidation } from "#app/domain/prioritisation/invalidated-ratings.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { countAnswers } from "#db/queries/round-progress.server.ts";
import { findOpenRound, roundCriteria } from "#db/queries/rounds.server.ts";

/** What a change of the catalogue does to the answers of the open round; nothing where the criterion is not in it or has none. */
export function touchedAnswers(tx: DbOrTx, criterionId: number, kind: Invalidation["kind"]): Invalidation[] {
  const round = findOpenRound(tx);
  if (round === null) return [];
  const criterion = roundCriteria(tx, round.id).find((each) => each.id === criterionId);
  const count = countAnswers(tx, round.id).byCriterion.find((each) => each.id === criterionId);
  return criterion === undefined || count === undefined ? [] : [{ kind, id: criterionId, name: criterion.name, answerCount: count.answerCount, personCount: count.personCount }];
}
