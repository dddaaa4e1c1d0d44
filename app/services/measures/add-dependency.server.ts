import { findCycle } from "#app/domain/measures/dependency-graph.ts";
import { invalid, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { findTitles, loadDependencies } from "#db/queries/measure-lookups.server.ts";
import { insertDependency, touchMeasure } from "#db/queries/measure-writes.server.ts";
import { openForWriting } from "./writable-measure.server.ts";

export type AddDependencyCommand = { readonly successorId: number; readonly predecessorId: number; readonly lagQuarters: number };

/** Makes a measure wait for another. A cycle is refused, and the refusal names it: "A → B → C → A". */
export function addDependency({ db, clock, user }: ServiceContext, { successorId, predecessorId, lagQuarters }: AddDependencyCommand): Result<{ title: string }> {
  return write(db, (tx) => {
    const opened = openForWriting(tx, user, "measure:edit", successorId);
    if (!opened.ok) return opened;
    const titleOf = (ids: readonly number[]) => findTitles(tx, ids);
    const predecessor = titleOf([predecessorId]).get(predecessorId);
    if (predecessor === undefined) return invalid("predecessorId", "unknownChoice");
    const existing = loadDependencies(tx);
    if (existing.some((edge) => edge.predecessorId === predecessorId && edge.successorId === successorId)) return invalid("predecessorId", "dependencyExists");
    const cycle = findCycle(existing, { predecessorId, successorId });
    if (cycle !== null) {
      const titles = titleOf(cycle);
      return invalid("predecessorId", "dependencyCycle", { cycle: cycle.map((id) => titles.get(id) ?? `#${id}`).join(" → ") });
    }
    const at = clock.now();
    insertDependency(tx, opened.value, { predecessorId, lagQuarters });
    touchMeasure(tx, opened.value, at);
    const after = { predecessorId, predecessor, lagQuarters };
    recordAudit(tx, { at, userId: user.id, action: "addDependency", entity: "measure", entityId: successorId, before: null, after });
    return ok({ title: predecessor });
  });
}
