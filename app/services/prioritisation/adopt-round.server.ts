import { can } from "#app/domain/permissions/permissions.ts";
import { conflict, forbidden, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write, type DbOrTx } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { findRound, roundContent, storePriorities, updateRound, type Priority } from "#db/queries/rounds.server.ts";

/** Makes a closed round's order the municipality's: it replaces the one adopted before as a whole, with every reason for a place given by hand. */
export function adoptRound(
  { db, clock, user }: ServiceContext,
  { roundId, rowVersion, adoptedNote }: { readonly roundId: number; readonly rowVersion: number; readonly adoptedNote: string },
): Result<{ title: string; placeCount: number }> {
  return write(db, (tx) => {
    if (!can(user, "round:manage")) return forbidden();
    const round = findRound(tx, roundId);
    if (round === null) return missing();
    if (round.state === "open") return invalid("", "roundStillOpen");
    if (round.state === "adopted") return invalid("", "alreadyAdopted");
    const adoptedAt = clock.now();
    const priorities = prioritiesOf(tx, roundId);
    if (!updateRound(tx, roundId, rowVersion, { state: "adopted", adoptedAt, adoptedNote })) return conflict(round);
    storePriorities(tx, priorities);
    recordAudit(tx, {
      at: adoptedAt,
      userId: user.id,
      action: "adoptRound",
      entity: "prioritisationRound",
      entityId: roundId,
      before: { state: "closed", adoptedNote: round.adoptedNote },
      after: { state: "adopted", adoptedAt, adoptedNote },
    });
    return ok({ title: round.title, placeCount: priorities.length });
  });
}

function prioritiesOf(tx: DbOrTx, roundId: number): Priority[] {
  const entries = roundContent(tx, roundId)?.result.entries ?? [];
  return entries.map(({ measureId, position, scoreTenths, overrideReason }) => ({ measureId, roundId, position, scoreTenths, overrideReason: overrideReason ?? "" }));
}
