import type { BudgetSystem } from "#app/domain/measures/vocabulary.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { conflict, forbidden, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { findSettings, updateSettings, type MunicipalityRow } from "#db/queries/administration.server.ts";
import { changedFields, recordAudit } from "#db/queries/audit.server.ts";

export type Settings = {
  readonly name: string;
  readonly land: string;
  readonly population: number | null;
  readonly budgetSystem: BudgetSystem;
  readonly productPattern: string;
  readonly accountPattern: string;
  readonly firstFiscalYear: number;
  readonly fiscalHorizon: number;
  readonly budgetPeriodYears: number;
  readonly brandColour: string;
};

export function showSettings({ db, user }: ServiceContext): Result<MunicipalityRow> {
  if (!can(user, "settings:edit")) return forbidden();
  const settings = findSettings(db);
  return settings === null ? missing() : ok(settings);
}

export function changeSettings({ db, clock, user }: ServiceContext, { rowVersion, ...settings }: Settings & { rowVersion: number }): Result<null> {
  return write(db, (tx) => {
    if (!can(user, "settings:edit")) return forbidden();
    const stored = findSettings(tx);
    if (stored === null) return missing();
    if (stored.rowVersion !== rowVersion) return conflict(stored);
    const changed = changedFields(stored, settings);
    if (changed === null) return ok(null);
    updateSettings(tx, settings);
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "update", entity: "municipality", entityId: 1, ...changed });
    return ok(null);
  });
}
