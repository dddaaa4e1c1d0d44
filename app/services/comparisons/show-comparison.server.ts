import { RATERS_NEEDED, type Comparison } from "#app/domain/comparisons/comparison.ts";
import { rankOptions } from "#app/domain/comparisons/rank-options.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { forbidden, missing, ok, type Result } from "#app/domain/result.ts";
import { buildComparisonReport, type ComparisonReport } from "#app/reports/build/comparison-report.ts";
import { comparisonPage } from "#app/reports/render/comparison-text.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { findComparison, listOptionRatings, type NamedRating } from "#db/queries/comparisons.server.ts";
import { findMunicipality } from "#db/queries/portfolio.server.ts";
import { progressOf } from "./rate-option.server.ts";

/** The comparison as its form needs it. */
export function showComparisonForm({ db, user }: ServiceContext, id: number) {
  if (!can(user, "comparison:edit")) return forbidden();
  const comparison = findComparison(db, id);
  if (comparison === null) return missing();
  const ratings = listOptionRatings(db, id);
  const ratedBy = new Set(ratings.map((rating) => rating.userId)).size;
  return ok({ comparison, ratedBy });
}

/** The comparison as the page shows it: the report's sections, and what this reader may do and see besides. */
export function showComparison(service: ServiceContext, id: number, years: number) {
  const reading = readComparison(service, id, years);
  if (!reading.ok) return reading;
  const { comparison, ratings, report } = reading.value;
  const { user } = service;
  const mayEdit = can(user, "comparison:edit");
  const isOpen = comparison.archivedAt === null;
  const own = ratings.filter((rating) => rating.userId === user.id);
  return ok({
    id,
    title: comparison.title,
    question: comparison.question,
    asOf: report.cover.asOf,
    rowVersion: comparison.rowVersion,
    isArchived: !isOpen,
    mayEdit,
    mayRate: isOpen && can(user, "rating:write") && comparison.criteria.length > 0 && comparison.options.length > 0,
    mayExport: can(user, "report:export"),
    ownDone: progressOf(comparison, own).filter((each) => each.isComplete).length,
    optionCount: comparison.options.length,
    sections: comparisonPage(report),
    raters: mayEdit ? ratersOf(comparison, ratings) : null,
  });
}

export type ReadComparison = { readonly comparison: Comparison; readonly ratings: readonly NamedRating[]; readonly report: ComparisonReport };

/** The one report behind page and document. Results of too few raters are for the digital officer alone. */
export function readComparison({ db, user }: ServiceContext, id: number, years: number): Result<ReadComparison> {
  if (!can(user, "comparison:read")) return forbidden();
  const comparison = findComparison(db, id);
  if (comparison === null || (comparison.archivedAt !== null && !can(user, "comparison:edit"))) return missing();
  const ratings = listOptionRatings(db, id);
  const ranking = rankOptions(comparison, ratings);
  const isHidden = ranking.raterCount < RATERS_NEEDED && !can(user, "comparison:edit");
  const { name = "", brandColour = "#1a4b8c", isDemonstration = false } = findMunicipality(db) ?? {};
  const asOf = [comparison.updatedAt, ...ratings.map((rating) => rating.ratedAt)].sort().at(-1) ?? comparison.updatedAt;
  const report = buildComparisonReport({ comparison, ranking, asOf, isHidden, years, municipality: { name, brandColour, isDemonstration } });
  return ok({ comparison, ratings, report });
}

/** Who rated how much, with the reasons given; for the digital officer. */
function ratersOf(comparison: Comparison, ratings: readonly NamedRating[]) {
  const names = new Map(ratings.map((rating) => [rating.userId, rating.userName]));
  const nameIn = (rows: ReadonlyArray<{ id: number; name: string }>, id: number) => rows.find((row) => row.id === id)?.name ?? "";
  return [...names].map(([userId, name]) => {
    const own = ratings.filter((rating) => rating.userId === userId);
    return {
      userId,
      name,
      done: progressOf(comparison, own).filter((each) => each.isComplete).length,
      reasons: own
        .filter((rating) => rating.note !== "")
        .map((rating) => ({ option: nameIn(comparison.options, rating.optionId), criterion: nameIn(comparison.criteria, rating.criterionId), value: rating.value, note: rating.note })),
    };
  });
}
