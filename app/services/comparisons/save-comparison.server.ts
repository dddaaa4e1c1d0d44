import type { Comparison, ComparisonContent } from "#app/domain/comparisons/comparison.ts";
import { contentOfTemplate, type TemplateKey } from "#app/domain/comparisons/templates.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { conflict, forbidden, invalid, missing, ok, refuse, type FieldProblem, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write } from "#db/client.server.ts";
import { changedFields, recordAudit } from "#db/queries/audit.server.ts";
import { findComparison, insertComparison, listOptionRatings, setComparisonArchived, updateComparison, type NamedRating } from "#db/queries/comparisons.server.ts";

/** A new comparison from a template, or with nothing but a title. An empty title takes the template's. */
export function createComparison({ db, clock, user }: ServiceContext, { title, template }: { readonly title: string; readonly template: TemplateKey | null }): Result<{ id: number }> {
  return write(db, (tx) => {
    if (!can(user, "comparison:edit")) return forbidden();
    const content: ComparisonContent = template === null ? { title: "", question: "", recommendation: "", criteria: [], options: [] } : contentOfTemplate(template);
    const named = { ...content, title: title === "" ? content.title : title };
    if (named.title === "") return invalid("title", "titleMissing");
    const id = insertComparison(tx, named, clock.now());
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "create", entity: "optionComparison", entityId: id, before: null, after: auditFields(named) });
    return ok({ id });
  });
}

/** Criteria and options without ratings may go; what somebody has rated stays, since the ratings would go with it. */
export function saveComparison({ db, clock, user }: ServiceContext, { id, rowVersion, content }: { readonly id: number; readonly rowVersion: number; readonly content: ComparisonContent }): Result<{ id: number }> {
  return write(db, (tx) => {
    if (!can(user, "comparison:edit")) return forbidden();
    const before = findComparison(tx, id);
    if (before === null) return missing();
    if (before.archivedAt !== null) return invalid("", "archived");
    if (before.rowVersion !== rowVersion) return conflict(before);
    const problems = obstacles(before, content, listOptionRatings(tx, id));
    if (problems !== null) return refuse({ code: "invalid", fields: problems });
    const changed = changedFields(auditFields(before), auditFields(content));
    if (changed === null) return ok({ id });
    if (!updateComparison(tx, id, rowVersion, content, clock.now())) return conflict(before);
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "update", entity: "optionComparison", entityId: id, ...changed });
    return ok({ id });
  });
}

export function archiveComparison({ db, clock, user }: ServiceContext, { id, rowVersion, archive }: { readonly id: number; readonly rowVersion: number; readonly archive: boolean }): Result<{ title: string }> {
  return write(db, (tx) => {
    if (!can(user, "comparison:edit")) return forbidden();
    const before = findComparison(tx, id);
    if (before === null) return missing();
    if ((before.archivedAt !== null) === archive) return ok({ title: before.title });
    const archivedAt = archive ? clock.now() : null;
    if (!setComparisonArchived(tx, id, rowVersion, archivedAt)) return conflict(before);
    recordAudit(tx, { at: clock.now(), userId: user.id, action: archive ? "archive" : "restore", entity: "optionComparison", entityId: id, before: { archivedAt: before.archivedAt }, after: { archivedAt } });
    return ok({ title: before.title });
  });
}

function obstacles(before: Comparison, content: ComparisonContent, ratings: readonly NamedRating[]): Record<string, FieldProblem[]> | null {
  const problems: Record<string, FieldProblem[]> = {};
  const check = (part: "options" | "criteria", isRated: (rowId: number, rating: NamedRating) => boolean) => {
    const stored = new Set(before[part].map((row) => row.id));
    const kept = new Set(content[part].map((row) => row.id));
    if (content[part].some((row) => row.id !== null && !stored.has(row.id))) problems[""] = [{ code: "unknownRow" }];
    for (const rowId of stored) {
      const count = kept.has(rowId) ? 0 : ratings.filter((rating) => isRated(rowId, rating)).length;
      if (count > 0) problems[`${part}.s${rowId}.remove`] = [{ code: part === "options" ? "optionRated" : "criterionRated", values: { count } }];
    }
  };
  check("options", (rowId, rating) => rating.optionId === rowId);
  check("criteria", (rowId, rating) => rating.criterionId === rowId);
  return Object.keys(problems).length === 0 ? null : problems;
}

const auditFields = ({ title, question, recommendation, criteria, options }: ComparisonContent) => ({
  title,
  question,
  recommendation,
  criteria: criteria.map(({ name, question: asked, weight, reversed, levels }) => ({ name, question: asked, weight, reversed, levels })),
  options: options.map(({ name, description, oneOffCents, yearlyCents, postHundredths }) => ({ name, description, oneOffCents, yearlyCents, postHundredths })),
});
