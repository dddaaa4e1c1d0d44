import { and, eq, sql } from "drizzle-orm";
import type { JudgedPair } from "#app/domain/prioritisation/judged-pair.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { pairwiseJudgement, roundGroup } from "#db/schema/index.ts";

type GroupInRound = { readonly roundId: number; readonly raterGroupId: number };

const isGroup = ({ roundId, raterGroupId }: GroupInRound) => and(eq(roundGroup.roundId, roundId), eq(roundGroup.raterGroupId, raterGroupId));

/** The version of how a group weighs in a round; null where it does not take part. */
export const groupVersion = (db: DbOrTx, group: GroupInRound): number | null =>
  db.select({ rowVersion: roundGroup.rowVersion }).from(roundGroup).where(isGroup(group)).get()?.rowVersion ?? null;

/** Stores comparisons, each in place of the group's earlier one of the same two criteria. */
export function storeJudgements(tx: DbOrTx, group: GroupInRound, judgements: readonly JudgedPair[]): void {
  for (const { firstCriterionId, secondCriterionId, intensity } of judgements) {
    tx.insert(pairwiseJudgement)
      .values({ roundId: group.roundId, raterGroupId: group.raterGroupId, firstCriterionId, secondCriterionId, intensity })
      .onConflictDoUpdate({
        target: [pairwiseJudgement.roundId, pairwiseJudgement.raterGroupId, pairwiseJudgement.firstCriterionId, pairwiseJudgement.secondCriterionId],
        set: { intensity },
      })
      .run();
  }
}

/** Something about the group's weighing changed that is no weight yet. */
export function touchGroup(tx: DbOrTx, group: GroupInRound): void {
  tx.update(roundGroup).set({ rowVersion: sql`${roundGroup.rowVersion} + 1` }).where(isGroup(group)).run();
}
