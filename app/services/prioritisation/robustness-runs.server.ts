import { createHash } from "node:crypto";
import { analyseRobustness, type Robustness, type RobustnessInput } from "#app/domain/prioritisation/robustness.ts";
import type { Db } from "#db/client.server.ts";

/** Does the analysis somewhere; rejects when it was lost on the way. */
export type RobustnessRunner = (input: RobustnessInput) => Promise<Robustness>;

/** Results by what they were computed from, the one used last at the end; and what is being computed. */
type Runs = { runner: RobustnessRunner; readonly known: Map<string, Robustness>; readonly running: Map<string, Promise<Robustness>>; last: Promise<unknown> };

/** Of rank counts kept: a dozen results of 400 measures; of 2,000 the last one. */
const MOST_BYTES = 8 * 1024 * 1024;

const runsPerConnection = new WeakMap<Db, Runs>();

function runsOf(db: Db): Runs {
  let runs = runsPerConnection.get(db);
  if (runs === undefined) runsPerConnection.set(db, (runs = { runner: runHere, known: new Map(), running: new Map(), last: Promise.resolve() }));
  return runs;
}

/** From now on analyses run there; without this they run in the thread of the caller. */
export function runRobustnessBy(db: Db, runner: RobustnessRunner): void {
  runsOf(db).runner = runner;
}

/**
 * The analysis of this very input, computed once: whoever asks for one that is known or under way gets that one.
 * One runs at a time, so that nobody can take the machine away from the pages by asking for many.
 */
export async function robustnessOf(db: Db, input: RobustnessInput): Promise<Robustness> {
  const runs = runsOf(db);
  const key = keyOf(input);
  const known = runs.known.get(key);
  if (known !== undefined) {
    runs.known.delete(key);
    runs.known.set(key, known);
    return known;
  }
  const running = runs.running.get(key) ?? startAfter(runs, key, input);
  return running;
}

function startAfter(runs: Runs, key: string, input: RobustnessInput): Promise<Robustness> {
  const run = runs.last
    .then(() => runs.runner(input))
    .then((result) => {
      keep(runs.known, key, result);
      return result;
    })
    .finally(() => runs.running.delete(key));
  runs.last = run.catch(() => undefined);
  runs.running.set(key, run);
  return run;
}

async function runHere(input: RobustnessInput): Promise<Robustness> {
  const result = analyseRobustness(input);
  if (result === null) throw new Error("an analysis that nobody stops has a result");
  return result;
}

function keep(known: Runs["known"], key: string, result: Robustness): void {
  known.set(key, result);
  let bytes = [...known.values()].reduce((sum, each) => sum + each.rankCounts.byteLength, 0);
  for (const [oldest, each] of known) {
    if (bytes <= MOST_BYTES || oldest === key) return;
    known.delete(oldest);
    bytes -= each.rankCounts.byteLength;
  }
}

/** The content, not the object: the same round read anew is the same analysis. */
function keyOf({ table, ...rest }: RobustnessInput): string {
  const hash = createHash("sha256").update(JSON.stringify([rest, table.measures, table.columnCount]));
  for (const bytes of [table.levels, table.patternOfRow, table.known]) hash.update(bytes);
  return hash.digest("hex");
}
