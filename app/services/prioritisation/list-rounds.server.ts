import { can } from "#app/domain/permissions/permissions.ts";
import { forbidden, ok } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { findRoundInForce, listRounds as listStored } from "#db/queries/rounds.server.ts";

/** All rounds, newest first, for whoever reads the plan. */
export function listRounds({ db, user }: ServiceContext) {
  if (!can(user, "plan:read")) return forbidden();
  const rounds = listStored(db);
  const inForce = findRoundInForce(db)?.id;
  return ok({
    rounds: rounds.map(({ id, title, question, state, openedAt, closedAt, adoptedAt, adoptedNote }) => ({ id, title, question, state, openedAt, closedAt, adoptedAt, adoptedNote, isInForce: id === inForce })),
    hasOpenRound: rounds.some((round) => round.state === "open"),
    mayManage: can(user, "round:manage"),
  });
}
