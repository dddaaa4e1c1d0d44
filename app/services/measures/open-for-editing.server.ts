import type { Measure } from "#app/domain/measures/measure.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { forbidden, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { findMeasure } from "#db/queries/portfolio.server.ts";

/** The measure, for those who may change it. Who may change none at all learns nothing of whether it exists. */
export function openForEditing({ db, user }: Pick<ServiceContext, "db" | "user">, measureId: number): Result<Measure> {
  if (!can(user, "measure:edit")) return forbidden();
  const measure = findMeasure(db, measureId);
  if (measure === null) return missing();
  if (!can(user, "measure:edit", measure)) return forbidden();
  return measure.archivedAt === null ? ok(measure) : invalid("", "archived");
}
