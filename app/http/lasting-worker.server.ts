import { resolve } from "node:path";
import { Worker } from "node:worker_threads";

type Terms = {
  /** From the project's root, where the server runs. */
  readonly file: string;
  /** What it is called in an error. */
  readonly name: string;
  /** Many times longer than the largest work takes. */
  readonly killedAfterMs: number;
  /** Who asks once asks again soon; after that the thread gives its memory back. */
  readonly idleMs: number;
};

/** One thread for work of a kind, one piece after the other. When it dies, the next piece gets a new one. */
export function lastingWorker<Input, Output>({ file, name, killedAfterMs, idleMs }: Terms): (input: Input) => Promise<Output> {
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const open = (): Worker => {
    const opened = new Worker(resolve(file));
    const forget = () => {
      if (worker === opened) worker = null;
    };
    opened.on("error", forget);
    opened.on("exit", forget);
    return opened;
  };
  const perform = (input: Input) =>
    new Promise<Output>((resolveResult, reject) => {
      clearTimeout(idle);
      const current = (worker ??= open());
      const hanging = setTimeout(() => void current.terminate(), killedAfterMs);
      const settle = () => {
        clearTimeout(hanging);
        current.off("message", finish).off("error", lose).off("exit", end);
      };
      const finish = (result: Output) => {
        settle();
        // A thread that waits does not keep the program from ending.
        current.unref();
        idle = setTimeout(() => void current.terminate(), idleMs);
        idle.unref();
        resolveResult(result);
      };
      const lose = (error: Error) => {
        settle();
        reject(error);
      };
      const end = (code: number) => lose(new Error(`the thread of the ${name} ended with ${code} before it was done`));
      current.on("message", finish).on("error", lose).on("exit", end);
      current.ref();
      current.postMessage(input);
    });
  return (input) => {
    const result = last.then(() => perform(input));
    last = result.catch(() => undefined);
    return result;
  };
}
