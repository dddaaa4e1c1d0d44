/**
 * At most `running` exports at once and `waiting` more in line: a report takes a process with some 150 MB of its own,
 * so a crowd of them must not bring the server down.
 */
export function exportSlots({ running, waiting }: { readonly running: number; readonly waiting: number }) {
  let free = running;
  const line: Array<() => void> = [];
  const release = () => {
    const next = line.shift();
    if (next) next();
    else free += 1;
  };
  return {
    /** Null, at once, when the line is full. */
    async run<T>(work: () => Promise<T>): Promise<T | null> {
      if (free > 0) free -= 1;
      else if (line.length < waiting) await new Promise<void>((resolve) => line.push(resolve));
      else return null;
      try {
        return await work();
      } finally {
        release();
      }
    },
  };
}
