import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { costOfPost, sumPosts, sumPostsByState } from "#app/domain/resources/post-cost.ts";
import { worksFrom, type PayRate, type Post, type PostState } from "#app/domain/resources/posts.ts";
import { forbidden, missing, ok } from "#app/domain/result.ts";
import { buildStaffPlanTable } from "#app/reports/build/staff-plan-table.ts";
import { renderCsv } from "#app/reports/render/csv.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import type { Db } from "#db/client.server.ts";
import { listOrgUnitNames } from "#db/queries/org-units.server.ts";
import { findPost, listPayRates, listPosts, listPurposes } from "#db/queries/staff-plan.server.ts";
import { listTeams } from "#db/queries/teams.server.ts";

/** Null: all of them. An empty purpose picks posts that have none. */
export type PostFilter = { readonly state: PostState | null; readonly orgUnitId: number | null; readonly purpose: string | null };

/** The posts with their cost as of today, sums over those shown, and what can be filtered by. */
export function showStaffPlan({ db, clock, user }: ServiceContext, filter: PostFilter) {
  if (!can(user, "plan:read")) return forbidden();
  const units = listOrgUnitNames(db);
  const teams = [...listTeams(db, "active"), ...listTeams(db, "archived")];
  const all = listPosts(db);
  const posts = all.filter((post) => isShown(post, filter)).map((post) => ({ ...post, unitName: nameIn(units, post.orgUnitId), teamName: nameIn(teams, post.teamId), worksFrom: worksFrom(post), cost: costOfPost(post, listPayRates(db), clock.today()) }));
  return ok({
    posts,
    total: sumPosts(posts),
    byState: sumPostsByState(posts),
    counted: sumPosts(posts.filter((post) => post.worksFrom !== null)),
    postCount: all.length,
    units: units.filter((unit) => all.some((post) => post.orgUnitId === unit.id)),
    purposes: purposesOf(all),
    today: clock.today(),
    canEdit: can(user, "resources:edit"),
    canExport: can(user, "report:export"),
  });
}

/** The posts shown, as a CSV file. */
export function exportStaffPlan(service: ServiceContext, filter: PostFilter) {
  if (!can(service.user, "report:export")) return forbidden();
  const shown = showStaffPlan(service, filter);
  return shown.ok ? ok({ fileName: `stellenplan-${shown.value.today}.csv`, content: renderCsv(buildStaffPlanTable(shown.value.posts)) }) : shown;
}

/** One post for its form; without an id, what a new one needs. */
export function showPost({ db, clock, user }: ServiceContext, postId: number | null) {
  if (!can(user, "resources:edit")) return forbidden();
  const post = postId === null ? null : findPost(db, postId);
  if (postId !== null && post === null) return missing();
  const teams = listTeams(db, "active");
  const stray = post === null || post.teamId === null || teams.some((team) => team.id === post.teamId) ? [] : listTeams(db, "archived").filter((team) => team.id === post.teamId);
  return ok({
    post: post && { ...post, ...costsOf(db, post, clock.today()) },
    units: listOrgUnitNames(db).filter((unit) => !unit.isArchived || unit.id === post?.orgUnitId).map(({ id, name }) => ({ id, name })),
    teams: [...teams, ...stray].map(({ id, name }) => ({ id, name })),
    purposes: listPurposes(db),
    payGrades: [...new Set(listPayRates(db).filter((rate) => rate.kind === "personnel").map((rate) => rate.payGrade))],
  });
}

/** What the post costs as it is stored, and what it would by the rate table. */
const costsOf = (db: Db, post: Post, today: PlainDate) => {
  const rates: readonly PayRate[] = listPayRates(db);
  return { cost: costOfPost(post, rates, today), ratedCost: costOfPost({ ...post, yearlyCostCents: null }, rates, today) };
};

const isShown = (post: Post, { state, orgUnitId, purpose }: PostFilter): boolean =>
  (state === null || post.state === state) && (orgUnitId === null || post.orgUnitId === orgUnitId) && (purpose === null || post.purpose.trim() === purpose);

const purposesOf = (posts: readonly Post[]): string[] => [...new Set(posts.map((post) => post.purpose.trim()).filter((purpose) => purpose !== ""))].sort((a, b) => a.localeCompare(b, "de"));

const nameIn = (named: ReadonlyArray<{ readonly id: number; readonly name: string }>, id: number | null): string | null => named.find((each) => each.id === id)?.name ?? null;
