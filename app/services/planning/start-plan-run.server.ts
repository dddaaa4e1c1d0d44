import { createHash } from "node:crypto";
import { can } from "#app/domain/permissions/permissions.ts";
import { DEFAULT_SEED, planSeconds } from "#app/domain/planning/search-time.ts";
import { noChanges, type PlanningSettings, type ScenarioChanges } from "#app/domain/planning/scenario.ts";
import { planningSettings, scenarioChanges } from "#app/domain/planning/scenario-schema.ts";
import { forbidden, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import { beside } from "#app/services/beside.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { insertPlanRun, isScenario } from "#db/queries/plan-runs.server.ts";
import { loadPlannerInput } from "#db/queries/planning.server.ts";
import { hasManyMeasures } from "./many-measures.server.ts";
import { beginPlanRun, countOpenRuns } from "./plan-runs-in-progress.server.ts";

export type StartPlanRunCommand = {
  readonly settings: PlanningSettings;
  /** In what the run differs from the live plan; nothing when left out. */
  readonly changes?: ScenarioChanges;
  /** The scenario the run belongs to, which must exist; none for the live plan. */
  readonly scenarioId?: number | null;
  /** How long to search. */
  readonly seconds: number;
  /** Where the search begins. It ends by time and may have a second thread, so that the same seed does not promise the same plan; what was found is stored. */
  readonly seed?: number;
};

/** Whoever asks for more has to wait for the first to end. */
const MOST_OPEN_RUNS = 8;

/** What a run is computed from, as it is stored. */
export type FrozenInput = { readonly text: string; readonly hash: string; readonly isEmpty: boolean };

export function freezePlannerInput({ db, clock, user }: ServiceContext): FrozenInput | null {
  if (!can(user, "planner:run")) return null;
  const loaded = loadPlannerInput(db, clock.today());
  const text = JSON.stringify(loaded);
  return { text, hash: createHash("sha256").update(text).digest("hex"), isEmpty: loaded.measures.length === 0 };
}

const freezeBeside = beside({ lane: "planning", name: "freezePlannerInput", isLarge: hasManyMeasures }, freezePlannerInput);

/** {@link startPlanRun}, with many measures read in another thread. */
export async function startPlanRunBeside(service: ServiceContext, command: StartPlanRunCommand): Promise<ReturnType<typeof startPlanRun>> {
  const frozen = await freezeBeside(service);
  return frozen === null ? forbidden() : startPlanRun(service, command, frozen);
}

/** Starts a run of the planner with everything it needs frozen, and answers at once; it goes on in a thread of its own. */
export function startPlanRun(service: ServiceContext, command: StartPlanRunCommand, given?: FrozenInput): Result<{ readonly runId: number }> {
  const { db, clock, user } = service;
  const { settings, changes = noChanges, scenarioId = null, seconds, seed = DEFAULT_SEED } = command;
  if (!can(user, "planner:run")) return forbidden();
  if (!planningSettings.safeParse(settings).success || !scenarioChanges.safeParse(changes).success) return invalid("", "settingsUnreadable");
  if (!planSeconds.some((offered) => offered === seconds)) return invalid("seconds", "secondsNotOffered");
  if (settings.priorityWeight + settings.savingWeight === 0) return invalid("priorityWeight", "weightless");
  if (countOpenRuns(db) >= MOST_OPEN_RUNS) return invalid("", "tooManyRuns", { most: MOST_OPEN_RUNS });
  const frozen = given ?? freezePlannerInput(service);
  if (frozen === null) return forbidden();
  if (frozen.isEmpty) return invalid("", "noMeasures");
  const { text: input, hash: inputHash } = frozen;
  const started = write(db, (tx) => {
    if (scenarioId !== null && !isScenario(tx, scenarioId)) return null;
    const runId = insertPlanRun(tx, { scenarioId, settings, changes, input, inputHash, seed, seconds, startedAt: clock.now(), startedBy: user.id });
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "startRun", entity: "planRun", entityId: runId, before: null, after: { seconds, seed, ...(scenarioId === null ? {} : { scenarioId }) } });
    return runId;
  });
  if (started === null) return missing();
  beginPlanRun({ db, clock }, started, { input, changes, settings, seed, seconds });
  return ok({ runId: started });
}
