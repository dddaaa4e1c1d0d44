import type { UserKey } from "./shape.ts";

/** Points in the order of the criteria: what two departments would weigh otherwise. */
export const weightProposals: ReadonlyArray<{ readonly title: string; readonly by: UserKey; readonly daysAgo: number; readonly points: readonly number[] }> = [
  { title: "Mehr Gewicht auf Entlastung und Einsparungen", by: "sommer", daysAgo: 20, points: [15, 15, 25, 10, 20, 10, 5, 5] },
  { title: "Bürgernutzen zuerst", by: "kraemer", daysAgo: 12, points: [15, 40, 10, 10, 5, 10, 5, 5] },
];
