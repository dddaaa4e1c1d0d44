import { normaliseWord } from "#app/domain/import/cell.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { budgetPeriodOf, yearRole } from "#app/domain/resources/budget-periods.ts";
import { codeOfItem, linesByMeasure } from "#app/domain/resources/mapped-codes.ts";
import { proposeMeasures } from "#app/domain/resources/line-proposals.ts";
import type { BudgetLine } from "#app/domain/resources/budget-lines.ts";
import { forbidden, missing, ok } from "#app/domain/result.ts";
import { beside } from "#app/services/beside.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { findLineByCode, listBudgetLines } from "#db/queries/budget-lines.server.ts";
import { loadCostedMeasures, loadStatedCosts } from "#db/queries/partial-measures.server.ts";
import { loadMunicipality } from "#db/queries/portfolio.server.ts";
import { plannedLines } from "./budget-line-rows.server.ts";
import { hasManyLines } from "./many-lines.server.ts";

const MOST_FOUND = 20;

/** One line, the measures behind it, and those that can be mapped: proposed by words of the label, and found by `search`. */
export function showBudgetLine({ db, user }: ServiceContext, lineId: number, search: string) {
  if (!can(user, "plan:read")) return forbidden();
  const usage = plannedLines(db).usages.find(({ line }) => line.id === lineId);
  if (usage === undefined) return missing();
  const { line, planned, burden, free } = usage;
  const measures = loadCostedMeasures(db);
  const titleOf = new Map(measures.map((measure) => [measure.id, measure.title]));
  const titled = (measureId: number) => ({ measureId, title: titleOf.get(measureId) ?? "" });
  const proposed = proposeMeasures([line], measures).get(line.id) ?? [];
  const wanted = normaliseWord(search);
  const found = wanted === "" ? [] : measures.filter((measure) => normaliseWord(measure.title).includes(wanted)).slice(0, MOST_FOUND);
  const municipality = loadMunicipality(db);
  const mappings = mappingsOf(db, line);
  return ok({
    line,
    burden,
    free,
    planned: { ...planned, measures: planned.measures.map((share) => ({ ...share, ...titled(share.measureId), byHand: mappings.get(share.measureId) === "here" })) },
    mapped: line.measureIds.map((measureId) => ({ ...titled(measureId), mapping: mappings.get(measureId) ?? ("nothing" as const) })),
    /** To choose from: mapped, proposed, found; each once. */
    choices: [...new Set([...line.measureIds, ...proposed, ...found.map((measure) => measure.id)])].map((measureId) => ({
      ...titled(measureId),
      isMapped: line.measureIds.includes(measureId),
      reason: line.measureIds.includes(measureId) ? ("mapped" as const) : proposed.includes(measureId) ? ("proposed" as const) : ("found" as const),
    })),
    nothingFound: wanted !== "" && found.length === 0,
    neighbours: { previous: findLineByCode(db, { ...line, fiscalYear: line.fiscalYear - 1 }, null), next: findLineByCode(db, { ...line, fiscalYear: line.fiscalYear + 1 }, null) },
    role: yearRole(budgetPeriodOf(municipality), line.fiscalYear),
    municipality: { budgetSystem: municipality.budgetSystem, productPattern: municipality.productPattern, accountPattern: municipality.accountPattern },
    canEdit: can(user, "resources:edit"),
  });
}

/** The same for a long budget, without holding up other requests. */
export const showBudgetLineBeside = beside({ lane: "planning", name: "showBudgetLine", isLarge: hasManyLines }, showBudgetLine);

/**
 * What mapping a measure to the line by hand brings. "here": a cost item without an account stands here by it; "ambiguous":
 * it is mapped to several accounts, so its items stand at none; "otherAccount": all its items name an account of their own.
 */
type Mapping = "here" | "ambiguous" | "otherAccount" | "nothing";

function mappingsOf(db: ServiceContext["db"], line: BudgetLine): ReadonlyMap<number, Mapping> {
  const stated = new Map(loadStatedCosts(db).map((measure) => [measure.id, measure.costItems]));
  const linesOf = linesByMeasure(listBudgetLines(db));
  return new Map(
    line.measureIds.map((measureId): [number, Mapping] => {
      const items = (stated.get(measureId) ?? []).filter((item) => item.budgetKind === line.budgetKind && item.direction === line.direction);
      const codes = items.map((item) => codeOfItem(item, linesOf.get(measureId) ?? []));
      if (codes.some((code) => code.from === "mapped" && code.budgetProduct === line.budgetProduct && code.budgetAccount === line.budgetAccount)) return [measureId, "here"];
      if (codes.some((code) => code.from === "ambiguous" && code.lineIds.includes(line.id))) return [measureId, "ambiguous"];
      return [measureId, codes.some((code) => code.from === "own") ? "otherAccount" : "nothing"];
    }),
  );
}

/** What the form of a new line needs to know. */
export function showNewBudgetLine({ db, user }: ServiceContext) {
  if (!can(user, "resources:edit")) return forbidden();
  const { budgetSystem, productPattern, accountPattern, firstFiscalYear } = loadMunicipality(db);
  return ok({ municipality: { budgetSystem, productPattern, accountPattern }, firstFiscalYear });
}
