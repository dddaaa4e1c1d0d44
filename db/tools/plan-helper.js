// The second thread of a plan that the command line makes. Plain JavaScript, because a thread does not inherit what compiles TypeScript.
import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
const { helpPlan } = await import("#app/planner/help-plan.ts");
await helpPlan(workerData, () => performance.now());
