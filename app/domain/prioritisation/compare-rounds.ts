import type { Criterion } from "#app/domain/portfolio/portfolio.ts";
import type { RankingEntry } from "./rank-measures.ts";
import { rankRound, type RoundData } from "./round-content.ts";

/** A measure that is ranked in both rounds. Positive `rise`: so many places up. */
export type RankChange = {
  readonly measureId: number;
  readonly title: string;
  readonly before: { readonly position: number; readonly scoreTenths: number; readonly overrideReason: string | null };
  readonly after: { readonly position: number; readonly scoreTenths: number; readonly overrideReason: string | null };
  readonly rise: number;
  /** What changed its points, the largest change first, in tenths of a point; criteria of both rounds matched by id. */
  readonly causes: ReadonlyArray<{ readonly criterionId: number; readonly name: string; readonly changeTenths: number }>;
};

export type RoundComparison = {
  /** In the order of the later round. */
  readonly changes: readonly RankChange[];
  readonly added: ReadonlyArray<{ readonly measureId: number; readonly title: string; readonly position: number }>;
  readonly dropped: ReadonlyArray<{ readonly measureId: number; readonly title: string; readonly position: number }>;
};

/** Who rose and who fell between two rounds, and because of which criterion. */
export function compareRounds(before: RoundData, after: RoundData): RoundComparison {
  const [earlier, later] = [rankRound(before).entries, rankRound(after).entries];
  const earlierOf = new Map(earlier.map((entry) => [entry.measureId, entry]));
  const laterIds = new Set(later.map((entry) => entry.measureId));
  const titles = new Map([...before.measures, ...after.measures].map((measure) => [measure.id, measure.title]));
  const names = new Map([...before.criteria, ...after.criteria].map((criterion) => [criterion.id, criterion.name]));
  const place = ({ measureId, position }: RankingEntry) => ({ measureId, title: titles.get(measureId) ?? "", position });
  return {
    changes: later.flatMap((entry) => {
      const old = earlierOf.get(entry.measureId);
      if (old === undefined) return [];
      return [
        {
          measureId: entry.measureId,
          title: titles.get(entry.measureId) ?? "",
          before: { position: old.position, scoreTenths: old.scoreTenths, overrideReason: old.overrideReason },
          after: { position: entry.position, scoreTenths: entry.scoreTenths, overrideReason: entry.overrideReason },
          rise: old.position - entry.position,
          causes: causesOf(old, entry, names),
        },
      ];
    }),
    added: later.filter((entry) => !earlierOf.has(entry.measureId)).map(place),
    dropped: earlier.filter((entry) => !laterIds.has(entry.measureId)).map(place),
  };
}

function causesOf(before: RankingEntry, after: RankingEntry, names: ReadonlyMap<Criterion["id"], string>): RankChange["causes"] {
  const points = (entry: RankingEntry) => new Map(entry.contributions.map(({ criterionId, contributionTenths }) => [criterionId, contributionTenths ?? 0]));
  const [old, now] = [points(before), points(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((criterionId) => ({ criterionId, name: names.get(criterionId) ?? "", changeTenths: (now.get(criterionId) ?? 0) - (old.get(criterionId) ?? 0) }))
    .filter((cause) => cause.changeTenths !== 0)
    .sort((a, b) => Math.abs(b.changeTenths) - Math.abs(a.changeTenths) || a.criterionId - b.criterionId);
}
