import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { applyScenario } from "#app/domain/planning/apply-scenario.ts";
import { measuresInPlan } from "#app/domain/planning/planned-measures.ts";
import { forbidden, missing, ok, type Result } from "#app/domain/result.ts";
import { assumedTitle } from "#app/reports/render/assumed-title.ts";
import { renderTimelineSvg, type TimelineSvg } from "#app/reports/render/timeline-svg.server.tsx";
import { webPalette } from "#app/reports/render/page-timeline.server.ts";
import { beside } from "#app/services/beside.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import type { Db } from "#db/client.server.ts";
import { listOrgUnitNames } from "#db/queries/org-units.server.ts";
import { findPlanRun } from "#db/queries/plan-runs.server.ts";
import { hasManyMeasures } from "./many-measures.server.ts";
import { storedPlan, type StoredPlan } from "./stored-plan.server.ts";

/** A stored plan is the same object as long as it is kept. */
const pictures = new WeakMap<StoredPlan, TimelineSvg>();

/** The plan as a timeline in lanes of the leading units: dark on white, with its size and the text for those who cannot see it. Null without a plan. */
export function planPicture(db: Db, stored: StoredPlan, today: PlainDate): TimelineSvg | null {
  const { input: frozen, changes, settings, plan } = stored;
  if (plan === null) return null;
  const known = pictures.get(stored);
  if (known !== undefined) return known;
  const input = applyScenario(frozen, changes);
  const measures = measuresInPlan(input, settings, plan).map(({ place, measure }) => ({ ...measure, title: place.assumed.length === 0 ? measure.title : assumedTitle(measure.title), actionFieldId: null, progressPercent: null, trafficLight: null, milestones: [] }));
  const picture = renderTimelineSvg({ measures, dependencies: input.dependencies, actionFields: [], orgUnits: listOrgUnitNames(db) }, today, {
    ...{ lanesBy: "leadUnit", years: input.horizon, width: 1120, labelWidth: 270, palette: webPalette, statuses: "all" },
  });
  pictures.set(stored, picture);
  return picture;
}

/** The picture for an address of its own. */
export function showPlanPicture({ db, clock, user }: ServiceContext, runId: number): Result<TimelineSvg> {
  if (!can(user, "plan:read")) return forbidden();
  const run = findPlanRun(db, runId);
  if (run === null) return missing();
  const picture = planPicture(db, storedPlan(db, run), clock.today());
  return picture === null ? missing() : ok(picture);
}

/** The same for many measures, without holding up other requests. */
export const showPlanPictureBeside = beside({ lane: "planning", name: "showPlanPicture", isLarge: hasManyMeasures }, showPlanPicture);
