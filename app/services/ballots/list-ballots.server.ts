import { can } from "#app/domain/permissions/permissions.ts";
import { forbidden, ok } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { ballotsOfUser, listBallots as allBallots } from "#db/queries/ballots.server.ts";

/** The officer sees all ballots, a committee member those they belong to, and no drafts. `hasVoted` is null for whoever has no vote in it. */
export function listBallots({ db, user }: ServiceContext) {
  const mayManage = can(user, "ballot:manage");
  if (!mayManage && !can(user, "ballot:vote")) return forbidden();
  const own = can(user, "ballot:vote") ? ballotsOfUser(db, user.id) : new Map<number, { hasVoted: boolean }>();
  const ballots = allBallots(db)
    .filter((ballot) => mayManage || own.has(ballot.id))
    .map(({ id, title, state, kind, isSecret, budgetCents, openedAt, closedAt, memberCount, votedCount }) => ({
      id,
      title,
      state,
      kind,
      isSecret,
      budgetCents,
      openedAt,
      closedAt,
      memberCount,
      votedCount,
      hasVoted: own.get(id)?.hasVoted ?? null,
    }));
  return ok({ mayManage, ballots });
}
