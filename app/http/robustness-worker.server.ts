import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { analyseRobustness, type Robustness, type RobustnessInput } from "#app/domain/prioritisation/robustness.ts";
import type { RobustnessRunner } from "#app/services/prioritisation/robustness-runs.server.ts";

/** From the project's root, where the server runs. */
const WORKER = "app/http/robustness-worker.js";
/** Many times longer than 2,000 measures take. */
const KILLED_AFTER_MS = 60_000;
/** Who moves the slider asks again soon; after that the thread gives its memory back. */
const IDLE_MS = 10_000;

/** One thread for all analyses, which come one at a time. When it dies, the next analysis gets a new one. */
export function robustnessInThread(): RobustnessRunner {
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  const open = (): Worker => {
    const opened = new Worker(resolve(WORKER));
    const forget = () => {
      if (worker === opened) worker = null;
    };
    opened.on("error", forget);
    opened.on("exit", forget);
    return opened;
  };
  return (input) =>
    new Promise((resolveResult, reject) => {
      clearTimeout(idle);
      const current = (worker ??= open());
      const hanging = setTimeout(() => void current.terminate(), KILLED_AFTER_MS);
      const settle = () => {
        clearTimeout(hanging);
        current.off("message", finish).off("error", lose).off("exit", end);
      };
      const finish = (result: Robustness) => {
        settle();
        // A thread that waits does not keep the program from ending.
        current.unref();
        idle = setTimeout(() => void current.terminate(), IDLE_MS);
        idle.unref();
        resolveResult(result);
      };
      const lose = (error: Error) => {
        settle();
        reject(error);
      };
      const end = (code: number) => lose(new Error(`the thread of the analysis ended with ${code} before it was done`));
      current.on("message", finish).on("error", lose).on("exit", end);
      current.ref();
      current.postMessage(input);
    });
}

/** What runs inside the thread. */
export function workOnRobustness(input: RobustnessInput): Robustness | null {
  return analyseRobustness(input);
}
