import { invalid, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { findTitles, loadDependencies } from "#db/queries/measure-lookups.server.ts";
import { deleteDependency, touchMeasure } from "#db/queries/measure-writes.server.ts";
import { openForWriting } from "./writable-measure.server.ts";

/**
 * Lets a measure no longer wait for another. A dependency needs no row version: it is never changed, only made and
 * removed, and ids are not used twice, so an id that is still there is what the user saw. One that is gone was removed,
 * or replaced with another lag, by somebody else.
 */
export function removeDependency({ db, clock, user }: ServiceContext, command: { readonly successorId: number; readonly dependencyId: number }): Result<{ title: string }> {
  return write(db, (tx) => {
    const opened = openForWriting(tx, user, "measure:edit", command.successorId);
    if (!opened.ok) return opened;
    const dependency = loadDependencies(tx).find((edge) => edge.id === command.dependencyId && edge.successorId === command.successorId);
    if (dependency === undefined) return invalid("dependencyId", "dependencyGone");
    const { predecessorId, lagQuarters } = dependency;
    const predecessor = findTitles(tx, [predecessorId]).get(predecessorId) ?? `#${predecessorId}`;
    const at = clock.now();
    deleteDependency(tx, opened.value, dependency.id);
    touchMeasure(tx, opened.value, at);
    const before = { predecessorId, predecessor, lagQuarters };
    recordAudit(tx, { at, userId: user.id, action: "removeDependency", entity: "measure", entityId: command.successorId, before, after: null });
    return ok({ title: predecessor });
  });
}
