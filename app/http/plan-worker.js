// One run of the planner, or one explanation of its plan, in a thread of its own; started by plan-worker.server.ts.
// Plain JavaScript, because Node runs it before anything is compiled.
import { parentPort, workerData } from "node:worker_threads";

const threads = await import("../../build/server/threads.js");
parentPort.postMessage({ outcome: await threads.workOnPlan(workerData, (news) => parentPort.postMessage({ news })) });
