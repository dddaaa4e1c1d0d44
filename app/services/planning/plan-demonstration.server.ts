import { defaultSettings, noChanges } from "#app/domain/planning/scenario.ts";
import type { Clock, CurrentUser } from "#app/services/service-context.server.ts";
import type { Db } from "#db/client.server.ts";
import { findActiveUserByEmail, listDemonstrationUsers, unitWithDescendants } from "#db/queries/accounts.server.ts";
import { listPlanRuns } from "#db/queries/plan-runs.server.ts";
import { listScenarios } from "#db/queries/scenarios.server.ts";
import { startPlanRun } from "./start-plan-run.server.ts";

const SECONDS = 2;
/** Of the newest runs. */
const LOOKED_AT = 20;

type Program = { readonly db: Db; readonly clock: Clock };

/** Plans a new demonstration and each of its scenarios, one after the other beside everything else, so that whoever opens it finds plans to read and to compare. */
export function planDemonstration(program: Program): void {
  planEach(program, () => true);
}

/** Plans again what a program that was killed never got to: the live plan or a scenario none of whose runs came to its end. */
export function planDemonstrationAgain(program: Program): void {
  planEach(program, (scenarioId) => {
    const runs = listPlanRuns(program.db, { scenarioId, limit: LOOKED_AT });
    return runs.length > 0 && runs.every((run) => run.failure?.code === "restart");
  });
}

function planEach({ db, clock }: Program, isWanted: (scenarioId: number | null) => boolean): void {
  const user = demonstrationOfficer(db);
  if (user === null) return;
  const live = { id: null, settings: defaultSettings, changes: noChanges };
  for (const { id: scenarioId, settings, changes } of [live, ...listScenarios(db, "active")]) {
    if (isWanted(scenarioId)) startPlanRun({ db, clock, user }, { settings, changes, scenarioId, seconds: SECONDS });
  }
}

function demonstrationOfficer(db: Db): CurrentUser | null {
  const email = listDemonstrationUsers(db).find((each) => each.role === "digitalOfficer")?.email;
  const found = email === undefined ? null : findActiveUserByEmail(db, email);
  if (found === null) return null;
  const { id, role, name, orgUnitId, raterGroupId, parliamentaryGroup, mustChangePassword } = found;
  return { id, role, name, email: found.email, orgUnitId, orgUnitIds: orgUnitId === null ? [] : unitWithDescendants(db, orgUnitId), raterGroupId, parliamentaryGroup, mustChangePassword };
}
