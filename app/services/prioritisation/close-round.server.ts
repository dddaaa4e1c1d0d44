import { can } from "#app/domain/permissions/permissions.ts";
import { freezeRound } from "#app/domain/prioritisation/round-content.ts";
import { conflict, forbidden, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import { sha256Of } from "#app/services/committee/freeze-version.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { findRound, loadRoundData, raterNames, updateRound } from "#db/queries/rounds.server.ts";

/** Freezes everything the result is computed from. Nobody can rate in the round any more, and nothing about it changes. */
export function closeRound({ db, clock, user }: ServiceContext, { roundId, rowVersion }: { readonly roundId: number; readonly rowVersion: number }): Result<{ title: string; contentHash: string }> {
  return write(db, (tx) => {
    if (!can(user, "round:manage")) return forbidden();
    const round = findRound(tx, roundId);
    if (round === null) return missing();
    if (round.state !== "open") return invalid("", "roundClosed");
    const data = loadRoundData(tx, roundId);
    if (data.ratings.length === 0 && data.surveyAnswers === undefined) return invalid("", "nothingRated");
    const closedAt = clock.now();
    const { title, question, disclosure, openedAt } = round;
    const content = freezeRound({ meta: { title, question, disclosure, openedAt, closedAt }, data, names: raterNames(tx, roundId) });
    const contentHash = sha256Of(content);
    if (!updateRound(tx, roundId, rowVersion, { state: "closed", closedAt, content, contentHash })) return conflict(round);
    recordAudit(tx, { at: closedAt, userId: user.id, action: "closeRound", entity: "prioritisationRound", entityId: roundId, before: { state: "open" }, after: { state: "closed", closedAt, contentHash } });
    return ok({ title, contentHash });
  });
}
