import type { Db } from "#db/client.server.ts";
import { countBudgetLines } from "#db/queries/budget-lines.server.ts";

/** Up to so many are read and summed up in less than 50 ms. */
const FEW = 1_000;

export const hasManyLines = (db: Db): boolean => countBudgetLines(db) > FEW;
