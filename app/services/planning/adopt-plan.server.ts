import type { Measure } from "#app/domain/measures/measure.ts";
import { can, type Authorised } from "#app/domain/permissions/permissions.ts";
import { withStatus, type AdoptedChange } from "#app/domain/planning/adoption.ts";
import { refuseImpossiblePlace } from "#app/domain/planning/reschedule.ts";
import { forbidden, invalid, missing, ok, refuse, type FieldProblem, type Result } from "#app/domain/result.ts";
import { openForWriting } from "#app/services/measures/writable-measure.server.ts";
import { beside } from "#app/services/beside.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { insertAdoption } from "#db/queries/plan-adoptions.server.ts";
import { hasManyMeasures } from "./many-measures.server.ts";
import { putMeasure } from "./put-measure.server.ts";
import { readAdoption } from "./show-adoption.server.ts";

export type AdoptPlanCommand = {
  readonly runId: number;
  /** The measures to take over, each with the version it was shown with. */
  readonly taken: ReadonlyArray<{ readonly measureId: number; readonly rowVersion: number }>;
  /** Ideas and proposals among them become planned. */
  readonly setPlanned: boolean;
};

/**
 * Takes a plan over into the live plan in one step: dates and the funding window the plan counts on. All or nothing: a
 * measure that somebody changed after the page was shown stops everything and is named beside its field "taken.m7".
 */
export function adoptPlan({ db, clock, user }: ServiceContext, { runId, taken, setPlanned }: AdoptPlanCommand): Result<{ readonly adoptionId: number; readonly count: number }> {
  return write(db, (tx) => {
    if (!can(user, "planner:run")) return forbidden();
    const read = readAdoption(tx, runId);
    if (read === null) return missing();
    if (taken.length === 0) return invalid("", "nothingTaken");
    const lineOf = new Map(read.adoption.lines.map((line) => [line.measureId, line]));
    const puts: Array<{ readonly measure: Authorised<Measure>; readonly change: AdoptedChange }> = [];
    const problems: Record<string, readonly FieldProblem[]> = {};
    for (const { measureId, rowVersion } of taken) {
      const field = `taken.m${measureId}`;
      const line = lineOf.get(measureId);
      const opened = openForWriting(tx, user, "plan:edit", measureId);
      if (!opened.ok && opened.refusal.code === "forbidden") return opened;
      if (!opened.ok || line === undefined || line.rowVersion !== rowVersion) {
        problems[field] = [{ code: "changedMeanwhile" }];
        continue;
      }
      const after = withStatus(line, setPlanned);
      const impossible = refuseImpossiblePlace(opened.value, after);
      if (impossible !== null) problems[field] = [{ code: "impossible" }];
      else puts.push({ measure: opened.value, change: { measureId, title: line.title, before: line.before, after } });
    }
    if (Object.keys(problems).length > 0) return refuse({ code: "invalid", fields: problems });
    const at = clock.now();
    const planAdoptionId = insertAdoption(tx, { planRunId: runId, at, by: user.id, changes: puts.map((put) => put.change) });
    for (const { measure, change } of puts) putMeasure(tx, measure, { ...change, at, userId: user.id, action: "adoptPlan", planAdoptionId });
    recordAudit(tx, { at, userId: user.id, action: "adoptPlan", entity: "planAdoption", entityId: planAdoptionId, before: null, after: { planRunId: runId, placed: puts.length } });
    return ok({ adoptionId: planAdoptionId, count: puts.length });
  });
}

/** The same for many measures, without holding up other requests. */
export const adoptPlanBeside = beside({ lane: "planning", name: "adoptPlan", isLarge: hasManyMeasures, isWrite: true }, adoptPlan);
