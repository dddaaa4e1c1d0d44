import { analyseRobustness, type Robustness, type RobustnessInput } from "#app/domain/prioritisation/robustness.ts";
import type { RobustnessRunner } from "#app/services/prioritisation/robustness-runs.server.ts";
import { lastingWorker } from "./lasting-worker.server.ts";

/** Who moves the slider asks again soon. */
export const robustnessInThread = (): RobustnessRunner => lastingWorker<RobustnessInput, Robustness>({ file: "app/http/robustness-worker.js", name: "analysis", killedAfterMs: 60_000, idleMs: 10_000 });

/** What runs inside the thread. */
export function workOnRobustness(input: RobustnessInput): Robustness | null {
  return analyseRobustness(input);
}
