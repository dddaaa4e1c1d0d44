import type { Db } from "#db/client.server.ts";
import { countMeasures } from "#db/queries/planning.server.ts";

/** Up to so many are read and counted in less than 50 ms, and sooner than a thread is fetched for it. */
const FEW = 300;

export const hasManyMeasures = (db: Db): boolean => countMeasures(db) > FEW;
