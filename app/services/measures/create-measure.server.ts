import { normaliseContent, type MeasureContent } from "#app/domain/measures/content.ts";
import { contentRefusals } from "#app/domain/measures/measure-change.ts";
import { authorise, can } from "#app/domain/permissions/permissions.ts";
import { forbidden, invalid, ok, refuse, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { danglingReferences } from "#db/queries/measure-lookups.server.ts";
import { insertMeasure } from "#db/queries/measure-writes.server.ts";

/** Adds a measure; a department only for its own units. */
export function createMeasure({ db, clock, user }: ServiceContext, command: { readonly content: MeasureContent }): Result<{ id: number }> {
  return write(db, (tx) => {
    if (!can(user, "measure:create")) return forbidden();
    const normalised = normaliseContent(command.content);
    const content = authorise(user, "measure:create", normalised);
    if (content === null) return invalid("leadUnitId", "notOwnUnit");
    const problems = contentRefusals(content);
    if (problems !== null) return refuse({ code: "invalid", fields: problems } as const);
    const [dangling] = danglingReferences(tx, content);
    if (dangling !== undefined) return invalid(dangling, "unknownChoice");
    const at = clock.now();
    const id = insertMeasure(tx, content, at);
    recordAudit(tx, { at, userId: user.id, action: "create", entity: "measure", entityId: id, before: null, after: normalised });
    return ok({ id });
  });
}
