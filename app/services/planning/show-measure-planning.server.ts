import { plannerKnowledge } from "#app/domain/planning/planner-knowledge.ts";
import { termsContradictions } from "#app/domain/planning/terms-contradictions.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { forbidden, missing, ok } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { findTitles } from "#db/queries/measure-lookups.server.ts";
import { findMeasureTerms, findWindow, listWindowsOf, loadPlanningTerms } from "#db/queries/planning-terms.server.ts";
import { findMeasure } from "#db/queries/portfolio.server.ts";

/** What the planner knows of one measure, what it lacks, and what contradicts itself. */
export function showMeasurePlanning({ db, clock, user }: ServiceContext, measureId: number) {
  if (!can(user, "plan:read")) return forbidden();
  const measure = findMeasure(db, measureId);
  if (measure === null) return missing();
  const terms = findMeasureTerms(db, measureId);
  const windows = listWindowsOf(db, measureId);
  const pairs = loadPlanningTerms(db).pairs.filter(({ firstId, secondId }) => firstId === measureId || secondId === measureId);
  const titles = findTitles(db, pairs.flatMap(({ firstId, secondId }) => [firstId, secondId]));
  const { id, title, status, startQuarter, endQuarter, permanentTask, earliestStart, deadline, deadlineReason } = measure;
  return ok({
    measure: { id, title, status, startQuarter, endQuarter, permanentTask, earliestStart, deadline, deadlineReason },
    terms,
    windows,
    pairs: pairs.map((pair) => ({ ...pair, otherId: pair.firstId === id ? pair.secondId : pair.firstId, otherTitle: titles.get(pair.firstId === id ? pair.secondId : pair.firstId) ?? "" })),
    knowledge: plannerKnowledge(measure, terms),
    contradictions: termsContradictions({ measure, terms, windows, today: clock.today() }),
    mayEdit: measure.archivedAt === null && can(user, "plan:edit", measure),
    mayEditPairs: can(user, "planner:run"),
  });
}

/** One funding window for its form; `windowId` null for a new one. */
export function showFundingWindow({ db, clock, user }: ServiceContext, measureId: number, windowId: number | null) {
  if (!can(user, "plan:edit")) return forbidden();
  const measure = findMeasure(db, measureId);
  if (measure === null) return missing();
  if (measure.archivedAt !== null || !can(user, "plan:edit", measure)) return forbidden();
  const window = windowId === null ? null : findWindow(db, measureId, windowId);
  if (windowId !== null && window === null) return missing();
  return ok({ measureId, title: measure.title, window, today: clock.today() });
}
