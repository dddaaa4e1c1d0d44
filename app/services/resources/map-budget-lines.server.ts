import { can } from "#app/domain/permissions/permissions.ts";
import { conflict, forbidden, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write, type Tx } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { findBudgetLine, storeLineMeasures, updateBudgetLine } from "#db/queries/budget-lines.server.ts";
import { loadCostedMeasures } from "#db/queries/partial-measures.server.ts";
import type { BudgetLine } from "#app/domain/resources/budget-lines.ts";

/** `shown` were on the page, `chosen` of them are ticked; measures that were not shown stay as they are. */
export type MappingCommand = { readonly lineId: number; readonly rowVersion: number; readonly shown: readonly number[]; readonly chosen: readonly number[] };

/** Says by hand which measures a line pays for. */
export function mapBudgetLine(service: ServiceContext, { lineId, rowVersion, shown, chosen }: MappingCommand): Result<{ measureCount: number }> {
  const known = new Set(loadCostedMeasures(service.db).map((measure) => measure.id));
  return write(service.db, (tx) => {
    if (!can(service.user, "resources:edit")) return forbidden();
    const line = findBudgetLine(tx, lineId);
    if (line === null) return missing();
    if (line.rowVersion !== rowVersion) return conflict(line);
    if (chosen.some((measureId) => !known.has(measureId))) return invalid("measureIds", "measureMissing");
    const kept = line.measureIds.filter((measureId) => !shown.includes(measureId));
    const after = [...new Set([...kept, ...chosen])].sort((a, b) => a - b);
    storeMapping(service, tx, line, after);
    return ok({ measureCount: after.length });
  });
}

export type ProposalChoice = { readonly lineId: number; readonly measureId: number };

/** Takes over proposals of many lines at once; those of lines or measures that are gone meanwhile are left out. */
export function acceptProposals(service: ServiceContext, choices: readonly ProposalChoice[]): Result<{ lineCount: number }> {
  const known = new Set(loadCostedMeasures(service.db).map((measure) => measure.id));
  return write(service.db, (tx) => {
    if (!can(service.user, "resources:edit")) return forbidden();
    if (choices.length === 0) return invalid("", "nothingChosen");
    let lineCount = 0;
    for (const lineId of new Set(choices.map((choice) => choice.lineId))) {
      const line = findBudgetLine(tx, lineId);
      if (line === null) continue;
      const added = choices.flatMap((choice) => (choice.lineId === lineId && known.has(choice.measureId) ? [choice.measureId] : []));
      const after = [...new Set([...line.measureIds, ...added])].sort((a, b) => a - b);
      if (storeMapping(service, tx, line, after)) lineCount += 1;
    }
    return ok({ lineCount });
  });
}

/** False where nothing changes. */
function storeMapping({ clock, user }: ServiceContext, tx: Tx, line: BudgetLine, after: readonly number[]): boolean {
  const before = line.measureIds;
  if (JSON.stringify(before) === JSON.stringify(after)) return false;
  storeLineMeasures(tx, line.id, before, after);
  updateBudgetLine(tx, line.id, line.rowVersion, {});
  recordAudit(tx, { at: clock.now(), userId: user.id, action: "mapLines", entity: "budget_line", entityId: line.id, before: { measureIds: before }, after: { measureIds: after } });
  return true;
}
