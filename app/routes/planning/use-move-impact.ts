import { useCallback, useRef, useState } from "react";
import type { HeatTrial } from "#app/charts/layout/heat-strip.ts";
import { moveShare } from "#app/domain/planning/move-share.ts";
import { moveWithDependents, type DependentMoves } from "#app/domain/planning/move-with-dependents.ts";
import type { Placement } from "#app/domain/planning/reschedule.ts";
import type { YearSpan } from "#app/domain/planning/timeline-span.ts";
import type { MoveImpact } from "#app/services/planning/show-move-impact.server.ts";

/** A bar held over a place: what that does to staff and money and to those that wait for it. Null parts are still on their way. */
export type Trial = { readonly id: number; readonly place: Placement; readonly heat: HeatTrial | null; readonly dependents: DependentMoves | null };

/**
 * What moving a bar does, reckoned here with the functions the server uses. What a measure takes is asked for once, when
 * its bar is first taken up, and again after it was moved.
 */
export function useMoveImpact(years: YearSpan, placeOf: (id: number) => Placement | undefined) {
  const known = useRef(new Map<number, MoveImpact | "asked">());
  const [trial, setTrial] = useState<Trial | null>(null);
  const held = useRef<{ readonly id: number; readonly place: Placement } | null>(null);

  const judge = useCallback(
    (id: number, place: Placement): Trial => {
      const impact = known.current.get(id);
      if (impact === undefined || impact === "asked") return { id, place, heat: null, dependents: null };
      const now = placeOf(id) ?? impact;
      const measures = impact.chain.measures.map((each) => ({ ...each, ...placeOf(each.id) }));
      return {
        id,
        place,
        heat: { before: moveShare(impact.share, now, years), after: moveShare(impact.share, place, years) },
        dependents: moveWithDependents({ measures, dependencies: impact.chain.dependencies, move: { measureId: id, ...place } }),
      };
    },
    [placeOf, years],
  );

  const learn = useCallback(
    async (id: number) => {
      if (known.current.has(id)) return;
      known.current.set(id, "asked");
      // Without an answer the move is still judged by the server when the bar is let go.
      const answer = await fetch(`/zeitplan/${id}/wirkung.json`).catch(() => null);
      if (answer === null || !answer.ok) {
        known.current.delete(id);
        return;
      }
      known.current.set(id, (await answer.json()) as MoveImpact);
      if (held.current?.id === id) setTrial(judge(id, held.current.place));
    },
    [judge],
  );

  const attempt = useCallback(
    (id: number, place: Placement | null) => {
      held.current = place === null ? null : { id, place };
      if (place === null) return setTrial(null);
      void learn(id);
      setTrial(judge(id, place));
    },
    [judge, learn],
  );

  const forget = useCallback((id: number) => void known.current.delete(id), []);
  return { trial, attempt, learn, forget };
}
