import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { helpPlan, type HelpJob } from "#app/planner/help-plan.ts";
import { makePlan, questionOf } from "#app/services/planning/make-plan.server.ts";
import type { PlanNews, PlanOutcome, PlanRunner, PlanWork } from "#app/services/planning/plan-runs-in-progress.server.ts";

/** From the project's root, where the server runs. */
const WORKER = "app/http/plan-worker.js";
const HELPER = "app/http/plan-helper.js";
/** Longer than reading, building and checking of 2,000 measures take, beside the search itself; a thread that hangs gives its memory back. */
const KILLED_AFTER_MS = 60_000;
const FLAG = 0;
const STOP = 1;

type ThreadWork = { readonly work: PlanWork; readonly stop: Int32Array };
type Message = { readonly news: PlanNews } | { readonly outcome: PlanOutcome };

/** Every run gets a thread, so that pages are answered meanwhile and its memory is given back. It is asked to stop by a number both threads see. */
export const plansInThreads = (): PlanRunner => (work, onNews, signal) =>
  new Promise((resolveOutcome, reject) => {
    const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const workerData: ThreadWork = { work, stop };
    const worker = new Worker(resolve(WORKER), { workerData });
    const raise = () => void Atomics.store(stop, FLAG, STOP);
    if (signal.aborted) raise();
    signal.addEventListener("abort", raise);
    const hanging = setTimeout(() => void worker.terminate(), work.seconds * 1000 + KILLED_AFTER_MS);
    worker.on("message", (message: Message) => ("news" in message ? onNews(message.news) : resolveOutcome(message.outcome)));
    worker.once("error", reject);
    worker.once("exit", (code) => {
      clearTimeout(hanging);
      signal.removeEventListener("abort", raise);
      // After an outcome this says nothing new.
      reject(new Error(`the planner's thread ended with ${code} before it was done`));
    });
  });

/** What runs inside the thread. The second thread is called when the first plan is out, so that it takes no time from that. */
export async function workOnPlan({ work, stop }: ThreadWork, onNews: (news: PlanNews) => void, helperFile = HELPER): Promise<PlanOutcome> {
  const hasSecond = availableParallelism() > 1;
  const called: { helper?: Helper } = {};
  const call = () => (called.helper ??= callHelper(helperFile));
  const tell = (news: PlanNews) => {
    onNews(news);
    if (hasSecond) call();
  };
  const startHelper = (job: HelpJob) => call().start(job);
  try {
    const isStopped = () => Atomics.load(stop, FLAG) === STOP;
    return await makePlan(questionOf(work), { clock: () => performance.now(), isStopped, onNews: tell, ...(hasSecond && { startHelper }) });
  } finally {
    called.helper?.end();
  }
}

type Helper = { readonly start: (job: HelpJob) => () => void; readonly end: () => void };

/** A helper that dies leaves the search alone with its problem; that it ends early is no news. */
function callHelper(file: string): Helper {
  const helper = new Worker(resolve(file));
  helper.on("error", () => undefined);
  const end = () => void helper.terminate();
  return {
    start: (job) => {
      helper.postMessage(job);
      return end;
    },
    end,
  };
}

/** What runs inside the second thread. */
export function helpWithPlan(job: HelpJob): Promise<void> {
  return helpPlan(job, () => performance.now());
}
