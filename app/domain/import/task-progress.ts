/** How many of the rows (or measures, when an import is taken back) are done. */
export type TaskProgress = { readonly done: number; readonly total: number };
export type OnProgress = (progress: TaskProgress) => void;

const STEP = 100;

/** Counts up to `total` and tells every hundredth, so that telling costs nothing beside the work. */
export function progressCounter(total: number, onProgress: OnProgress): () => void {
  let done = 0;
  onProgress({ done, total });
  return () => {
    done += 1;
    if (done % STEP === 0 || done === total) onProgress({ done, total });
  };
}
