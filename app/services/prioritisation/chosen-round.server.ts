import type { DbOrTx } from "#db/client.server.ts";
import { findRound, listRounds, type RoundRow } from "#db/queries/rounds.server.ts";

/** The round a page is asked for, without asking the newest; null where there is none. */
export const chosenRound = (db: DbOrTx, roundId: number | null): RoundRow | null => (roundId === null ? (listRounds(db)[0] ?? null) : findRound(db, roundId));
