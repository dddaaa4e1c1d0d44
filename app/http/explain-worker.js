// Explanations of stored plans, one after the other, in a thread of their own; started by explain-worker.server.ts.
// Plain JavaScript, because Node runs it before anything is compiled.
import { parentPort } from "node:worker_threads";

const threads = await import("../../build/server/threads.js");
parentPort.on("message", async (work) => parentPort.postMessage(await threads.workOnExplanation(work)));
