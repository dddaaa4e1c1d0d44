// One import in a thread of its own, so that everybody else's requests go on meanwhile; started by import-worker.server.ts.
// Plain JavaScript, because Node runs it before anything is compiled.
import { parentPort, workerData } from "node:worker_threads";

const build = await import("../../build/server/index.js");
parentPort.postMessage({ result: build.entry.module.workOnImport(workerData, (progress) => parentPort.postMessage({ progress })) });
