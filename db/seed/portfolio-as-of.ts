import type { Portfolio } from "#app/domain/portfolio/portfolio.ts";
import type { SeedChange } from "./musterstadt/history.ts";

/**
 * The plan as it stood at an earlier instant: measures collected later are gone, changes made later are taken back,
 * newest first, and milestones reached later are open again.
 */
export function portfolioAsOf({
  portfolio,
  instant,
  laterChanges,
  measureId,
}: {
  readonly portfolio: Portfolio;
  readonly instant: string;
  /** Newest first. */
  readonly laterChanges: readonly SeedChange[];
  readonly measureId: (key: string) => number;
}): Portfolio {
  const day = instant.slice(0, 10);
  const measures = portfolio.measures
    .filter((measure) => measure.createdAt <= instant)
    .map((measure) => {
      const undone = laterChanges.filter((change) => measureId(change.measure) === measure.id).map((change) => change.before);
      return {
        ...Object.assign({}, measure, ...undone) as typeof measure,
        updatedAt: measure.updatedAt <= instant ? measure.updatedAt : measure.createdAt,
        rowVersion: measure.rowVersion - undone.length,
        milestones: measure.milestones.map((milestone) => (milestone.reachedOn !== null && milestone.reachedOn > day ? { ...milestone, reachedOn: null } : milestone)),
      };
    });
  const present = new Set(measures.map((measure) => measure.id));
  return {
    ...portfolio,
    measures,
    dependencies: portfolio.dependencies.filter((dependency) => present.has(dependency.predecessorId) && present.has(dependency.successorId)),
    ratings: portfolio.ratings.filter((rating) => present.has(rating.measureId)),
  };
}
