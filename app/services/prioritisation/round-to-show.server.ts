import { can } from "#app/domain/permissions/permissions.ts";
import type { RoundData } from "#app/domain/prioritisation/round-content.ts";
import type { RoundState } from "#app/domain/prioritisation/round.ts";
import { forbidden, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { listRounds, loadRoundData, type RoundRow } from "#db/queries/rounds.server.ts";
import { chosenRound } from "./chosen-round.server.ts";

export type NamedRound = { readonly id: number; readonly title: string; readonly state: RoundState };
export type ShownRound = { readonly round: RoundRow; readonly data: RoundData };
/** Nothing is shown before the first round: then there is nothing to compute. */
export type RoundToShow = { readonly rounds: readonly NamedRound[]; readonly shown: ShownRound | null };

/** The round a page of the ranking shows, with what it is computed from. */
export function roundToShow({ db, user }: Pick<ServiceContext, "db" | "user">, roundId: number | null): Result<RoundToShow> {
  if (!can(user, "plan:read")) return forbidden();
  const rounds = listRounds(db).map(nameOf);
  const round = chosenRound(db, roundId);
  if (round === null) return roundId === null ? ok({ rounds, shown: null }) : missing();
  return ok({ rounds, shown: { round, data: loadRoundData(db, round.id) } });
}

export const nameOf = ({ id, title, state }: RoundRow): NamedRound => ({ id, title, state });
