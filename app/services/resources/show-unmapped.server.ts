import { can } from "#app/domain/permissions/permissions.ts";
import { proposeMeasures } from "#app/domain/resources/line-proposals.ts";
import { forbidden, ok } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { loadCostedMeasures } from "#db/queries/partial-measures.server.ts";
import { loadMunicipality } from "#db/queries/portfolio.server.ts";
import { plannedLines } from "./budget-line-rows.server.ts";
import { isUnmapped } from "./list-budget-lines.server.ts";

const PER_PAGE = 50;

/** Both sides of what does not meet: lines without a measure, a page of them with proposals, and planned costs without a line. */
export function showUnmapped({ db, user }: ServiceContext, asked: { readonly page: number }) {
  if (!can(user, "plan:read")) return forbidden();
  const { usages, withoutLine } = plannedLines(db);
  const measures = loadCostedMeasures(db);
  const titleOf = new Map(measures.map((measure) => [measure.id, measure.title]));
  const titled = (measureId: number) => ({ measureId, title: titleOf.get(measureId) ?? "" });
  const lonely = usages.filter(isUnmapped).map(({ line }) => line);
  const pageCount = Math.max(1, Math.ceil(lonely.length / PER_PAGE));
  const page = Math.min(asked.page, pageCount);
  const shown = lonely.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  const proposals = proposeMeasures(shown, measures);
  return ok({
    lines: shown.map((line) => ({ ...line, proposals: (proposals.get(line.id) ?? []).map(titled) })),
    lineCount: lonely.length,
    page,
    pageCount,
    costs: withoutLine.map(({ amount, ...code }) => ({ ...code, amount: { ...amount, measures: amount.measures.map((share) => titled(share.measureId)) } })),
    budgetSystem: loadMunicipality(db).budgetSystem,
    canEdit: can(user, "resources:edit"),
  });
}
