import { pairContradiction } from "#app/domain/planning/terms-contradictions.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { forbidden, missing, ok } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { findTitles, listMeasureTitles, loadDependencies } from "#db/queries/measure-lookups.server.ts";
import { listOrgUnitNames } from "#db/queries/org-units.server.ts";
import { findPair, listStartLimits, loadPlanningTerms } from "#db/queries/planning-terms.server.ts";

/** What holds between measures and for units: pairs and start limits. */
export function showPlanningRules({ db, user }: ServiceContext) {
  if (!can(user, "plan:read")) return forbidden();
  const { pairs, measures } = loadPlanningTerms(db);
  const titles = findTitles(db, pairs.flatMap(({ firstId, secondId }) => [firstId, secondId]));
  const mandatoryIds = new Set(measures.filter(({ mandatory }) => mandatory).map(({ measureId }) => measureId));
  const dependencies = loadDependencies(db);
  const limits = new Map(listStartLimits(db).map((limit) => [limit.orgUnitId, limit]));
  return ok({
    pairs: pairs.map((pair) => ({
      ...pair,
      first: titles.get(pair.firstId) ?? "",
      second: titles.get(pair.secondId) ?? "",
      contradiction: pairContradiction(pair, { mandatoryIds, dependencies }),
    })),
    units: listOrgUnitNames(db)
      .filter((unit) => !unit.isArchived || limits.has(unit.id))
      .map(({ id, name }) => ({ id, name, startsPerQuarter: limits.get(id)?.startsPerQuarter ?? null, rowVersion: limits.get(id)?.rowVersion ?? 0 })),
    mayEdit: can(user, "planner:run"),
  });
}

/** One pair for its form; `pairId` null for a new one. */
export function showMeasurePair({ db, user }: ServiceContext, pairId: number | null) {
  if (!can(user, "planner:run")) return forbidden();
  const pair = pairId === null ? null : findPair(db, pairId);
  if (pairId !== null && pair === null) return missing();
  return ok({ pair, measures: listMeasureTitles(db) });
}
