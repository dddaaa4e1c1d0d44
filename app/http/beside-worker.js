// Work of services that would hold up everybody else, one piece after the other, in a thread of its own; started by beside-worker.server.ts.
// Plain JavaScript, because Node runs it before anything is compiled.
import { parentPort } from "node:worker_threads";

const build = await import("../../build/server/index.js");
parentPort.on("message", async (work) => parentPort.postMessage(await build.entry.module.workBeside(work)));
