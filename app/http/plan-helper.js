// The second thread of a run of the planner; started and ended by plan-worker.server.ts.
// Plain JavaScript, because Node runs it before anything is compiled.
import { parentPort } from "node:worker_threads";

const threads = await import("../../build/server/threads.js");
parentPort.once("message", (job) => threads.helpWithPlan(job));
