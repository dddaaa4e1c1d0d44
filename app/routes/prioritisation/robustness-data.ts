import type { showRobustness } from "#app/services/prioritisation/show-robustness.server.ts";

/** What the robustness page and its parts show. */
export type RobustnessData = Extract<Awaited<ReturnType<typeof showRobustness>>, { ok: true }>["value"];
export type RobustnessResult = NonNullable<RobustnessData["result"]>;
export type RobustnessRow = RobustnessResult["entries"][number];
