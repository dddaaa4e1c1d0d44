import { quarter } from "#app/domain/calendar/quarter.ts";
import { insertPayRate, insertPost, insertStaffing } from "#db/queries/staff-plan.server.ts";
import { teamCapacity } from "#db/schema/index.ts";
import { holidayQuarters, ownRates, posts, staffing } from "./musterstadt/staff-plan.ts";
import { payRates } from "./reference/pay-rates.ts";
import type { SeedContext } from "./seed-context.server.ts";

/** Posts, what they cost, and how the teams are staffed. */
export function insertStaffPlan({ tx, daysAgo, audit, units, teams }: SeedContext): void {
  const seeded = (entity: string, entityId: number, after: Readonly<Record<string, unknown>>) => audit({ at: daysAgo(96), userId: null, action: "seed", entity, entityId, before: null, after });
  for (const rate of [...payRates, ...ownRates]) seeded("payRate", insertPayRate(tx, rate), { kind: rate.kind, payGrade: rate.payGrade, validFrom: rate.validFrom });
  for (const { unit, team, ...post } of posts) seeded("post", insertPost(tx, { ...post, orgUnitId: units.get(unit), teamId: team && teams.get(team) }), { title: post.title, state: post.state });
  for (const { team, ...entry } of staffing) seeded("teamStaffing", insertStaffing(tx, { ...entry, teamId: teams.get(team) }), { fromQuarter: entry.fromQuarter, fte: entry.fte });
  for (const { team, quarter: name, personDays } of holidayQuarters) tx.insert(teamCapacity).values({ teamId: teams.get(team), quarter: quarter(name), personDays }).run();
}
