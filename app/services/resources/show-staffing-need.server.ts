import { can } from "#app/domain/permissions/permissions.ts";
import type { FteHundredths } from "#app/domain/resources/fte.ts";
import { horizonOf, quartersOf } from "#app/domain/resources/horizon.ts";
import type { PlanScope } from "#app/domain/resources/plan-scope.ts";
import { averageCostPerPost, costOfPost } from "#app/domain/resources/post-cost.ts";
import { postsByPurpose } from "#app/domain/resources/posts-by-purpose.ts";
import { needByPurpose, priceOf } from "#app/domain/resources/need-by-purpose.ts";
import { staffingNeed } from "#app/domain/resources/staffing-need.ts";
import { forbidden, ok } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { loadCapacityParts } from "#db/queries/capacities.server.ts";
import { listOrgUnitNames } from "#db/queries/org-units.server.ts";
import { loadStaffedMeasures } from "#db/queries/partial-measures.server.ts";
import { loadMunicipality } from "#db/queries/portfolio.server.ts";
import { listPayRates, listPosts, listStaffing } from "#db/queries/staff-plan.server.ts";
import { listTeams } from "#db/queries/teams.server.ts";

/** Staffing need per year: by team against what it has, by purpose against the staff plan, by measure; priced by the average cost of a post. */
export function showStaffingNeed({ db, clock, user }: ServiceContext, { scope }: { readonly scope: PlanScope }) {
  if (!can(user, "plan:read")) return forbidden();
  const horizon = horizonOf(loadMunicipality(db));
  const measures = loadStaffedMeasures(db);
  const teams = listTeams(db, "active");
  const posts = listPosts(db).map((post) => ({ ...post, cost: costOfPost(post, listPayRates(db), clock.today()) }));
  const need = staffingNeed({ measures, teams, capacities: loadCapacityParts(db, quartersOf(horizon)), staffing: listStaffing(db), horizon, scope });
  const average = averageCostPerPost(posts);
  const priced = <Y extends { readonly internal: FteHundredths }>(year: Y) => ({ ...year, internalCost: priceOf(year.internal, average) });

  const teamNames = new Map([...teams, ...listTeams(db, "archived")].map((team) => [team.id, team.name]));
  const unitNames = new Map(listOrgUnitNames(db).map((unit) => [unit.id, unit.name]));
  const titles = new Map(measures.map((measure) => [measure.id, measure.title]));
  return ok({
    years: need.years,
    average,
    unpricedPostCount: posts.filter((post) => post.cost.yearlyCents === null).length,
    undatedCount: need.undatedCount,
    teams: need.teams.map(({ addressee, years }) => ({
      key: addressee.kind === "team" ? `team-${addressee.teamId}` : `unit-${addressee.orgUnitId}`,
      kind: addressee.kind,
      name: (addressee.kind === "team" ? teamNames.get(addressee.teamId) : unitNames.get(addressee.orgUnitId)) ?? "",
      years: years.map((year) => ({ ...priced(year), missingCost: year.missing === null ? null : priceOf(year.missing, average) })),
    })),
    purposes: needByPurpose(need, postsByPurpose(posts, need.years), average),
    measures: need.measures.map(({ measureId, purpose, years }) => ({ measureId, purpose, title: titles.get(measureId) ?? "", years })),
    canEdit: can(user, "resources:edit"),
  });
}
