/** What the threads that only compute run: built as a file of its own, so that each of them loads a fraction of the program. */
export { workOnExplanation } from "./explain-worker.server.ts";
export { helpWithPlan, workOnPlan } from "./plan-worker.server.ts";
export { workOnRobustness } from "./robustness-worker.server.ts";
