import { desc, eq } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { remembered } from "#db/remembered.server.ts";
import { user, weightProposal } from "#db/schema/index.ts";

/** Points by criterion id. */
export type ProposedWeights = Readonly<Record<string, number>>;
export type WeightProposal = {
  readonly id: number;
  readonly roundId: number;
  readonly title: string;
  readonly weights: ProposedWeights;
  readonly userId: number;
  readonly userName: string;
  readonly proposedAt: string;
};

const columns = { id: weightProposal.id, roundId: weightProposal.roundId, title: weightProposal.title, weights: weightProposal.weights, userId: weightProposal.userId, userName: user.name, proposedAt: weightProposal.proposedAt };
const rows = (db: DbOrTx) => db.select(columns).from(weightProposal).innerJoin(user, eq(user.id, weightProposal.userId));
/** Written by {@link insertWeightProposal} alone. */
const read = ({ weights, ...row }: Omit<WeightProposal, "weights"> & { weights: string }): WeightProposal => ({ ...row, weights: JSON.parse(weights) as ProposedWeights });

/** Of a round, newest first. */
export const listWeightProposals = remembered((db: DbOrTx, roundId: number): readonly WeightProposal[] =>
  rows(db).where(eq(weightProposal.roundId, roundId)).orderBy(desc(weightProposal.proposedAt), desc(weightProposal.id)).all().map(read),
);

export function findWeightProposal(db: DbOrTx, proposalId: number): WeightProposal | null {
  const row = rows(db).where(eq(weightProposal.id, proposalId)).get();
  return row === undefined ? null : read(row);
}

export const insertWeightProposal = (tx: DbOrTx, { weights, ...fields }: Omit<WeightProposal, "id" | "userName">): number =>
  tx.insert(weightProposal).values({ ...fields, weights: JSON.stringify(weights) }).returning({ id: weightProposal.id }).get().id;

export function deleteWeightProposal(tx: DbOrTx, proposalId: number): void {
  tx.delete(weightProposal).where(eq(weightProposal.id, proposalId)).run();
}
