import { defaultSettings, noChanges } from "#app/domain/planning/scenario.ts";
import type { Clock, CurrentUser } from "#app/services/service-context.server.ts";
import type { Db } from "#db/client.server.ts";
import { findActiveUserByEmail, listDemonstrationUsers, unitWithDescendants } from "#db/queries/accounts.server.ts";
import { listScenarios } from "#db/queries/scenarios.server.ts";
import { startPlanRun } from "./start-plan-run.server.ts";

const SECONDS = 2;

/** Plans a new demonstration and each of its scenarios, one after the other beside everything else, so that whoever opens it finds plans to read and to compare. */
export function planDemonstration({ db, clock }: { readonly db: Db; readonly clock: Clock }): void {
  const user = demonstrationOfficer(db);
  if (user === null) return;
  startPlanRun({ db, clock, user }, { settings: defaultSettings, changes: noChanges, seconds: SECONDS });
  for (const { id: scenarioId, settings, changes } of listScenarios(db, "active")) startPlanRun({ db, clock, user }, { settings, changes, scenarioId, seconds: SECONDS });
}

function demonstrationOfficer(db: Db): CurrentUser | null {
  const email = listDemonstrationUsers(db).find((each) => each.role === "digitalOfficer")?.email;
  const found = email === undefined ? null : findActiveUserByEmail(db, email);
  if (found === null) return null;
  const { id, role, name, orgUnitId, raterGroupId, parliamentaryGroup, mustChangePassword } = found;
  return { id, role, name, email: found.email, orgUnitId, orgUnitIds: orgUnitId === null ? [] : unitWithDescendants(db, orgUnitId), raterGroupId, parliamentaryGroup, mustChangePassword };
}
