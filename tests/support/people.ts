import { openSession } from "#app/services/accounts/sessions.server.ts";
import type { Role } from "#app/domain/permissions/permissions.ts";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import type { Clock, CurrentUser, ServiceContext } from "#app/services/service-context.server.ts";
import type { Db } from "#db/client.server.ts";
import { unitWithDescendants } from "#db/queries/accounts.server.ts";
import { user } from "#db/schema/index.ts";

/** Time stands still, at a Monday morning in May 2027. */
export const aClock: Clock = { now: () => "2027-05-10T08:00:00.000Z", today: () => plainDate("2027-05-10") };

/** Everyone's password. Its stored hash is cheap on purpose, so that tests are quick. */
export const PASSWORD = "Musterstadt-2026!";
const PASSWORD_HASH = "$argon2id$v=19$m=64,t=1,p=1$FLss11u3i9u7W7OxrCpryA$qkTIGMFwEw35GElJUgj2e/T6fjMGJP2CUZ+1ZvvXE2k";

/** The people of a small municipality ({@link aPortfolio}'s units): IT is unit 2, the Bürgeramt unit 3. */
const people = {
  officer: { id: 901, role: "digitalOfficer", orgUnitId: 1, name: "Dilek Aydın" },
  itContributor: { id: 902, role: "contributor", orgUnitId: 2, name: "Ida Tramm" },
  otherContributor: { id: 903, role: "contributor", orgUnitId: 3, name: "Bernd Ober" },
  reviewer: { id: 904, role: "reviewer", orgUnitId: null, name: "Rita Rat" },
  viewer: { id: 905, role: "viewer", orgUnitId: null, name: "Kai Kämmerer" },
  admin: { id: 906, role: "admin", orgUnitId: null, name: "Adam Admin" },
} as const satisfies Record<string, { id: number; role: Role; orgUnitId: number | null; name: string }>;

export type Person = keyof typeof people;
export const idOf = (person: Person): number => people[person].id;
export const emailOf = (person: Person): string => `${person}@musterstadt.example`;
export const allPeople = Object.keys(people) as Person[];

/** Creates everybody in a database that holds the units, and gives each person's service context. */
export function enrolPeople(db: Db, clock: Clock = aClock): Record<Person, ServiceContext> {
  for (const [key, { id, role, orgUnitId, name }] of Object.entries(people)) {
    db.insert(user)
      .values({ id, email: `${key}@musterstadt.example`, name, role, orgUnitId, passwordHash: PASSWORD_HASH, createdAt: clock.now() })
      .run();
  }
  const contextOf = (person: Person): ServiceContext => ({ db, clock, user: currentUser(db, person) });
  return Object.fromEntries(allPeople.map((person) => [person, contextOf(person)])) as Record<Person, ServiceContext>;
}

export function currentUser(db: Db, person: Person): CurrentUser {
  const { id, role, orgUnitId, name } = people[person];
  return {
    id,
    role,
    name,
    orgUnitId,
    orgUnitIds: orgUnitId === null ? [] : unitWithDescendants(db, orgUnitId),
    email: `${person}@musterstadt.example`,
    raterGroupId: null,
    parliamentaryGroup: null,
    mustChangePassword: false,
  };
}

/** A session without the log-in page; the token belongs into the cookie. */
export const sessionToken = (db: Db, clock: Clock, person: Person): string => openSession({ db, clock }, idOf(person));
