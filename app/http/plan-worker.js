// One run of the planner, or one explanation of its plan, in a thread of its own; started by plan-worker.server.ts.
// Plain JavaScript, because Node runs it before anything is compiled.
import { parentPort, workerData } from "node:worker_threads";

const build = await import("../../build/server/index.js");
parentPort.postMessage({ outcome: await build.entry.module.workOnPlan(workerData, (news) => parentPort.postMessage({ news })) });
