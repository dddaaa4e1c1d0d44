// The second thread of a run of the planner; started and ended by plan-worker.server.ts.
// Plain JavaScript, because Node runs it before anything is compiled.
import { parentPort } from "node:worker_threads";

const build = await import("../../build/server/index.js");
parentPort.once("message", (job) => build.entry.module.helpWithPlan(job));
