import { euros } from "#app/domain/money/cents.ts";
import type { BallotCommand } from "#app/services/ballots/save-ballot.server.ts";
import { createBallot } from "#app/services/ballots/save-ballot.server.ts";
import { openBallot } from "#app/services/ballots/open-ballot.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { user } from "#db/schema/index.ts";
import { emptyDatabase } from "./database.ts";
import { enrolPeople } from "./people.ts";
import { aCostItem, aMeasure, aPortfolio } from "./portfolio.ts";
import { storePortfolio } from "./store-portfolio.ts";

/** Three measures with a known cost (30, 20 and 10 thousand euros), one without, one whose cost is unknown; five committee members. */
export function aBallotingTown() {
  const db = emptyDatabase();
  const priced = (id: number, title: string, thousands: number) => aMeasure({ id, title, costItems: [aCostItem({ id, amountCents: euros(thousands * 1_000) })] });
  const measures = [
    priced(1, "WLAN", 30),
    priced(2, "App", 20),
    priced(3, "Chatbot", 10),
    aMeasure({ id: 4, title: "Ohne Kosten", costItems: [] }),
    aMeasure({ id: 5, title: "Unbekannt", costItems: [aCostItem({ id: 5, amountCents: null })] }),
  ];
  storePortfolio(db, aPortfolio({ measures }));
  const people = enrolPeople(db);
  const members: ServiceContext[] = [people.reviewer];
  for (let id = 911; id <= 914; id += 1) {
    const name = `Ratsmitglied ${id}`;
    db.insert(user).values({ id, email: `${id}@musterstadt.example`, name, role: "reviewer", passwordHash: "x", createdAt: people.reviewer.clock.now() }).run();
    members.push({ ...people.reviewer, user: { ...people.reviewer.user, id, name } });
  }
  return { db, people, members, memberIds: members.map((member) => member.user.id) };
}
export type BallotingTown = ReturnType<typeof aBallotingTown>;

export const aBallotCommand = ({ memberIds }: Pick<BallotingTown, "memberIds">, overrides: Partial<BallotCommand> = {}): BallotCommand => ({
  title: "Was zuerst?",
  question: "Welche Maßnahmen sollen 2028 bezahlt werden?",
  kind: "approval",
  pointsPerMember: null,
  budgetCents: euros(40_000),
  leftoverRule: "addOne",
  isSecret: true,
  measureIds: [1, 2, 3],
  memberIds,
  ...overrides,
});

export function aDraft(town: BallotingTown, overrides: Partial<BallotCommand> = {}): number {
  const created = createBallot(town.people.officer, aBallotCommand(town, overrides));
  if (!created.ok) throw new Error(JSON.stringify(created.refusal));
  return created.value.ballotId;
}

export function anOpenBallot(town: BallotingTown, overrides: Partial<BallotCommand> = {}): number {
  const ballotId = aDraft(town, overrides);
  const opened = openBallot(town.people.officer, { ballotId, rowVersion: 1 });
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  return ballotId;
}

export const choose = (...measureIds: readonly number[]): ReadonlyMap<number, number> => new Map(measureIds.map((id) => [id, 1]));
