// Analyses of the ranking, one after the other, in a thread of their own; started by robustness-worker.server.ts.
// Plain JavaScript, because Node runs it before anything is compiled.
import { parentPort } from "node:worker_threads";

const threads = await import("../../build/server/threads.js");
parentPort.on("message", (input) => parentPort.postMessage(threads.workOnRobustness(input)));
