import type { Criterion } from "#app/domain/portfolio/portfolio.ts";
import type { RoundGroup } from "#app/domain/prioritisation/round-content.ts";
import { mayStillRate } from "#app/domain/prioritisation/round.ts";
import type { Clock, CurrentUser } from "#app/services/service-context.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { findOpenRound, roundCriteria, roundGroups, type RoundRow } from "#db/queries/rounds.server.ts";

/** Why a user has nothing to rate now: in no group, no open round, a group that does not take part, the group's last day is over, no criteria. */
export type RatingObstacle = "noGroup" | "noRound" | "notTakingPart" | "over" | "noCriteria";
/** Also what a page says where a round is open but no measure competes. */
export type RatingPageObstacle = RatingObstacle | "noMeasures";
export type RatingRound = { readonly round: RoundRow; readonly group: RoundGroup; readonly criteria: readonly Criterion[] };

/** The open round as far as this user rates in it, or what keeps them from it. */
export function ratingRound({ db, clock, user }: { readonly db: DbOrTx; readonly clock: Clock; readonly user: Pick<CurrentUser, "raterGroupId"> }): RatingRound | RatingObstacle {
  if (user.raterGroupId === null) return "noGroup";
  const round = findOpenRound(db);
  if (round === null) return "noRound";
  const group = roundGroups(db, round.id).find((each) => each.id === user.raterGroupId);
  if (group === undefined) return "notTakingPart";
  if (!mayStillRate(round, group, clock.today())) return "over";
  const criteria = roundCriteria(db, round.id);
  return criteria.length === 0 ? "noCriteria" : { round, group, criteria };
}
