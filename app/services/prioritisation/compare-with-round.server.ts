import { can } from "#app/domain/permissions/permissions.ts";
import { compareRounds } from "#app/domain/prioritisation/compare-rounds.ts";
import { forbidden, missing, ok } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { findRound, listRounds, loadRoundData } from "#db/queries/rounds.server.ts";

/** Who rose and who fell from another round to this one. Without a choice it is compared with the round opened before it. */
export function compareWithRound({ db, user }: ServiceContext, { roundId, withId }: { readonly roundId: number; readonly withId: number | null }) {
  if (!can(user, "plan:read")) return forbidden();
  const round = findRound(db, roundId);
  if (round === null) return missing();
  const rounds = listRounds(db);
  const others = rounds.filter((other) => other.id !== roundId);
  const base = withId === null ? (rounds[rounds.findIndex((each) => each.id === roundId) + 1] ?? others[0] ?? null) : (others.find((other) => other.id === withId) ?? null);
  if (withId !== null && base === null) return missing();
  const brief = ({ id, title, state }: (typeof rounds)[number]) => ({ id, title, state });
  return ok({
    round: brief(round),
    base: base && brief(base),
    others: others.map(brief),
    comparison: base && compareRounds(loadRoundData(db, base.id), loadRoundData(db, roundId)),
  });
}
