// Analyses of the ranking, one after the other, in a thread of their own; started by robustness-worker.server.ts.
// Plain JavaScript, because Node runs it before anything is compiled.
import { parentPort } from "node:worker_threads";

const build = await import("../../build/server/index.js");
parentPort.on("message", (input) => parentPort.postMessage(build.entry.module.workOnRobustness(input)));
