import { can } from "#app/domain/permissions/permissions.ts";
import { horizonOf, yearsOf } from "#app/domain/resources/horizon.ts";
import { proposeMeasures } from "#app/domain/resources/line-proposals.ts";
import type { CostWithoutLine } from "#app/domain/resources/line-usage.ts";
import { forbidden, ok } from "#app/domain/result.ts";
import { beside } from "#app/services/beside.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { loadCostedMeasures } from "#db/queries/partial-measures.server.ts";
import { loadMunicipality } from "#db/queries/portfolio.server.ts";
import { plannedLines } from "./budget-line-rows.server.ts";
import { isUnmapped } from "./list-budget-lines.server.ts";
import { hasManyLines } from "./many-lines.server.ts";

const PER_PAGE = 50;

/** Both sides of what does not meet: lines without a measure, a page of them with proposals, and planned costs without a line. */
export function showUnmapped({ db, user }: ServiceContext, asked: { readonly page: number }) {
  if (!can(user, "plan:read")) return forbidden();
  const municipality = loadMunicipality(db);
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
    years: yearsOf(horizonOf(municipality)),
    costs: byCode(withoutLine).map((parts) => ({
      ...codeOf(parts[0]),
      amounts: parts.map(({ fiscalYear, direction, amount }) => ({ fiscalYear, amountCents: amount[direction], unknownCount: amount.unknownCount })),
      measures: [...new Set(parts.flatMap(({ amount }) => amount.measures.map((share) => share.measureId)))].map(titled),
    })),
    budgetSystem: municipality.budgetSystem,
    canEdit: can(user, "resources:edit"),
  });
}

/** The same for a long budget, without holding up other requests. */
export const showUnmappedBeside = beside({ lane: "planning", name: "showUnmapped", isLarge: hasManyLines }, showUnmapped);

const codeOf = ({ budgetProduct, budgetAccount, budgetKind, direction }: CostWithoutLine) => ({ budgetProduct, budgetAccount, budgetKind, direction });

/** The years of one code together, codes in the order of the first year that has them, those without a code last. */
function byCode(costs: readonly CostWithoutLine[]): ReadonlyArray<readonly [CostWithoutLine, ...CostWithoutLine[]]> {
  const groups = new Map<string, [CostWithoutLine, ...CostWithoutLine[]]>();
  for (const cost of costs) {
    const key = JSON.stringify(codeOf(cost));
    const group = groups.get(key);
    if (group) group.push(cost);
    else groups.set(key, [cost]);
  }
  const sortKey = ([first]: readonly [CostWithoutLine, ...CostWithoutLine[]]) => `${first.budgetProduct === "" && first.budgetAccount === "" ? 1 : 0} ${JSON.stringify(codeOf(first))}`;
  return [...groups.values()].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}
