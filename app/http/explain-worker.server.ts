import { explainWork, type Explanation, type ExplainWork, type ExplanationRunner } from "#app/services/planning/plan-explanations.server.ts";
import { lastingWorker } from "./lasting-worker.server.ts";

/** Who asks of one measure of a plan asks of others, too: the thread keeps the plan ready meanwhile. */
export const explanationsInThread = (): ExplanationRunner => lastingWorker<ExplainWork, Explanation>({ file: "app/http/explain-worker.js", name: "explanation", killedAfterMs: 60_000, idleMs: 30_000 });

/** What runs inside the thread. */
export function workOnExplanation(work: ExplainWork): Promise<Explanation> {
  return explainWork(work);
}
