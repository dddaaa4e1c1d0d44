import { createHash } from "node:crypto";
import { candidateCost } from "#app/domain/prioritisation/ballot/candidate-cost.ts";
import { closeElection, writeResult, type BallotItem } from "#app/domain/prioritisation/ballot/ballot-result.ts";
import { markVoted } from "#db/queries/ballot-papers.server.ts";
import { insertBallot, storeBallotItems, storeBallotMembers, updateBallot } from "#db/queries/ballots.server.ts";
import * as schema from "#db/schema/index.ts";
import { ballots, type SeedBallot } from "./musterstadt/ballots.ts";
import { measures } from "./musterstadt/measures/index.ts";
import type { SeedContext } from "./seed-context.server.ts";

/** The advisory ballots; a closed one is counted by the same rules as in the program. */
export function insertBallots(context: SeedContext): void {
  for (const seed of ballots) insertOne(context, seed);
}

function insertOne({ tx, audit, daysAgo, measures: ids, users }: SeedContext, seed: SeedBallot): void {
  const { title, question, kind, pointsPerMember, leftoverRule } = seed;
  const [createdAt, openedAt] = [daysAgo(seed.openedDaysAgo + 1), daysAgo(seed.openedDaysAgo)];
  const terms = { title, question, kind, pointsPerMember, leftoverRule, budgetCents: seed.budget, isSecret: true };
  const ballotId = insertBallot(tx, { ...terms, createdAt });
  const items = seed.measures.map((key) => itemOf(key, ids.get(key)));
  storeBallotItems(tx, ballotId, items);
  storeBallotMembers(tx, ballotId, seed.members.map((key) => users.get(key)));
  audit({ at: createdAt, userId: null, action: "seed", entity: "ballot", entityId: ballotId, before: null, after: { title } });
  updateBallot(tx, ballotId, 1, { state: "open", openedAt });
  audit({ at: openedAt, userId: null, action: "seed", entity: "ballot", entityId: ballotId, before: { state: "draft" }, after: { state: "open" } });
  for (const key of seed.voted) markVoted(tx, ballotId, users.get(key));
  const papers = seed.papers.map((paper) => ({ voter: null, choices: new Map(Object.entries(paper).map(([key, points]) => [ids.get(key), points])) }));
  if (seed.closedDaysAgo === null) {
    const rows = papers.map(({ choices }, index) => ({ id: idOf(`${title} ${index}`), ballotId, choices: JSON.stringify(Object.fromEntries(choices)) }));
    for (const row of rows.sort((a, b) => (a.id < b.id ? -1 : 1))) tx.insert(schema.ballotPaper).values(row).run();
    return;
  }
  const closedAt = daysAgo(seed.closedDaysAgo);
  const result = closeElection({ ballot: { ...terms, openedAt, closedAt, memberCount: seed.members.length }, items, papers });
  updateBallot(tx, ballotId, 2, { state: "closed", closedAt, result: writeResult(result) });
  audit({ at: closedAt, userId: null, action: "seed", entity: "ballot", entityId: ballotId, before: { state: "open" }, after: { state: "closed" } });
}

/** As long as a random one, and the same with every load. */
const idOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 32);

function itemOf(key: string, measureId: number): BallotItem {
  const seed = measures.find((measure) => measure.key === key);
  const cost = candidateCost((seed?.costs ?? []).map(({ rhythm, direction = "expense", amount }) => ({ rhythm, direction, amountCents: amount })));
  if (seed === undefined || cost.costCents === null) throw new Error(`${key} cannot stand on a ballot`);
  return { measureId, title: seed.title, costCents: cost.costCents };
}
