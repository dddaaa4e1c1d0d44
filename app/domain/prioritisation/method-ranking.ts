import type { RankableMeasure } from "./rank-measures.ts";
import { byDeadlineThenId } from "./tie-order.ts";

/** What every method beside the weighted sum answers. `Figures` are the numbers that explain a place, `Gap` says why there is none. */
export type MethodRanking<Figures, Gap> = {
  /** By position, best first: every comparable measure once. */
  readonly entries: ReadonlyArray<{ readonly position: number; readonly measureId: number; readonly tieBrokenBy: "deadline" | "id" | null; readonly figures: Figures }>;
  /** Measures the method cannot place, by deadline, then id. */
  readonly notComparable: ReadonlyArray<{ readonly measureId: number; readonly gap: Gap }>;
};

export type Judged<Figures, Gap> = { readonly measure: RankableMeasure } & ({ readonly figures: Figures } | { readonly gap: Gap });

/**
 * Puts judged measures in order; ties by deadline, then id, as in the weighted sum.
 * @param better negative when the first is better, 0 when both are level; must be transitive
 */
export function rankJudged<Figures, Gap>(judged: ReadonlyArray<Judged<Figures, Gap>>, better: (a: Figures, b: Figures) => number): MethodRanking<Figures, Gap> {
  const comparable = judged.flatMap((each) => ("figures" in each ? [each] : [])).sort((a, b) => better(a.figures, b.figures) || byDeadlineThenId(a.measure, b.measure));
  return {
    entries: comparable.map(({ measure, figures }, index) => {
      const above = comparable[index - 1];
      const isTied = above !== undefined && better(above.figures, figures) === 0;
      const tieBrokenBy = !isTied ? null : above.measure.deadline === measure.deadline ? "id" : "deadline";
      return { position: index + 1, measureId: measure.id, tieBrokenBy, figures };
    }),
    notComparable: judged
      .flatMap((each) => ("gap" in each ? [each] : []))
      .sort((a, b) => byDeadlineThenId(a.measure, b.measure))
      .map(({ measure, gap }) => ({ measureId: measure.id, gap })),
  };
}
