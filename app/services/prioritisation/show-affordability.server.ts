import { affordabilityLine, type AffordabilityLine, type BrokenLimit } from "#app/domain/resources/affordability-line.ts";
import { horizonOf, quartersOf } from "#app/domain/resources/horizon.ts";
import type { Ranking } from "#app/domain/prioritisation/rank-measures.ts";
import type { Db } from "#db/client.server.ts";
import { listAdoptedWindows } from "#db/queries/adopted-windows.server.ts";
import { listBudgetFrames } from "#db/queries/budget-frames.server.ts";
import { loadCapacities } from "#db/queries/capacities.server.ts";
import { loadCostedMeasures, loadStaffedMeasures } from "#db/queries/partial-measures.server.ts";
import { loadMunicipality } from "#db/queries/portfolio.server.ts";
import { listTeams } from "#db/queries/teams.server.ts";

export type NamedLimit = BrokenLimit & { readonly team: string };
export type ShownAffordability = Omit<AffordabilityLine, "first" | "boundIds" | "unknownIds"> & {
  readonly first: { readonly measureId: number; readonly place: number; readonly title: string; readonly breaks: readonly NamedLimit[] } | null;
  readonly boundCount: number;
  readonly unknown: ReadonlyArray<{ readonly id: number; readonly title: string }>;
  readonly years: readonly number[];
};

/** Where money and staff end in a ranking, with the names a page needs; null where neither a frame nor a capacity is set. */
export function showAffordability(db: Db, ranking: Ranking): ShownAffordability | null {
  const [costed, staffed] = [loadCostedMeasures(db), loadStaffedMeasures(db)];
  const known = answers.get(ranking);
  if (known !== undefined && known.costed === costed && known.staffed === staffed) return known.answer;
  const answer = computeLine(db, ranking, costed, staffed);
  answers.set(ranking, { costed, staffed, answer });
  return answer;
}

/** A ranking and its measures stay the same objects until something is written. */
const answers = new WeakMap<Ranking, { readonly costed: object; readonly staffed: object; readonly answer: ShownAffordability | null }>();

function computeLine(db: Db, ranking: Ranking, costed: ReturnType<typeof loadCostedMeasures>, staffed: ReturnType<typeof loadStaffedMeasures>): ShownAffordability | null {
  const horizon = horizonOf(loadMunicipality(db));
  const [budgetFrames, capacities] = [listBudgetFrames(db), loadCapacities(db, quartersOf(horizon))];
  if (budgetFrames.length === 0 && capacities.length === 0) return null;
  const demandsOf = new Map(staffed.map(({ id, staffDemands }) => [id, staffDemands]));
  const measures = costed.map((measure) => ({ ...measure, staffDemands: demandsOf.get(measure.id) ?? [] }));
  const rankedIds = ranking.entries.map(({ measureId }) => measureId);
  const { first, boundIds, unknownIds, ...line } = affordabilityLine({ rankedIds, measures, budgetFrames, capacities, adoptedWindows: listAdoptedWindows(db), horizon });
  const titleOf = new Map(measures.map(({ id, title }) => [id, title]));
  const teamOf = new Map([...listTeams(db, "active"), ...listTeams(db, "archived")].map(({ id, name }) => [id, name]));
  return {
    ...line,
    first: first && {
      measureId: first.measureId,
      place: ranking.entries.find(({ measureId }) => measureId === first.measureId)?.position ?? 0,
      title: titleOf.get(first.measureId) ?? "",
      breaks: first.breaks.map((limit) => ({ ...limit, team: "teamId" in limit ? (teamOf.get(limit.teamId) ?? "") : "" })),
    },
    boundCount: boundIds.length,
    unknown: unknownIds.map((id) => ({ id, title: titleOf.get(id) ?? "" })),
    years: [...new Set(line.left.map(({ fiscalYear }) => fiscalYear))],
  };
}
