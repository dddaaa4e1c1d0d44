import type { explainPlannedMeasure } from "#app/services/planning/explain-planned-measure.server.ts";

/** What the page of a measure in a plan shows. */
export type ReasonData = Extract<Awaited<ReturnType<typeof explainPlannedMeasure>>, { ok: true }>["value"];
export type ObstacleData = ReasonData["nearest"][number]["obstacles"][number];
export type ChangeData = ReasonData["changes"][number]["change"];
export type WithMovesData = NonNullable<ReasonData["withMoves"]>;
