import { can } from "#app/domain/permissions/permissions.ts";
import { forbidden, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { listImportBatches, type ListedImport } from "#db/queries/import.server.ts";

export function listImports({ db, user }: Pick<ServiceContext, "db" | "user">): Result<{ imports: readonly ListedImport[] }> {
  return can(user, "measure:import") ? ok({ imports: listImportBatches(db, 50) }) : forbidden();
}
