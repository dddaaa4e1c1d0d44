import { addDays, type PlainDate } from "#app/domain/calendar/plain-date.ts";
import { settledStatuses, measureStatuses } from "#app/domain/measures/vocabulary.ts";
import type { Measure } from "#app/domain/measures/measure.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { findAttention, severityOf, type Finding, type PersonalFindingCode, type PlanInTime } from "#app/domain/portfolio/attention.ts";
import { upcomingDates } from "#app/domain/portfolio/upcoming.ts";
import { budgetByYear } from "#app/domain/resources/budget-by-year.ts";
import { horizonOf } from "#app/domain/resources/horizon.ts";
import { ratingRound } from "#app/services/prioritisation/rating-round.server.ts";
import type { CurrentUser, ServiceContext } from "#app/services/service-context.server.ts";
import type { Db } from "#db/client.server.ts";
import {
  confirmationTimes,
  countAnswersTo,
  countCommentsBy,
  countOpenImports,
  countUnansweredComments,
  findLatestSubmission,
  ratingProgressOf,
  type SubmittedVersion,
} from "#db/queries/attention.server.ts";
import { ballotsAwaiting } from "#db/queries/ballots.server.ts";
import { loadWatchedMeasures } from "#db/queries/partial-measures.server.ts";
import { loadPlanAround } from "#db/queries/portfolio.server.ts";
import { hasOneUser } from "#db/queries/setup.server.ts";

/** Dates further ahead are no matter of today. */
const UPCOMING_DAYS = 90;
const MOST_EXAMPLES = 3;
const ANSWERS_OF_DAYS = 30;

/** The start page: what needs this user's attention, what comes next, and where the plan stands. Everybody may see their own. */
export function showOverview({ db, clock, user }: ServiceContext) {
  const today = clock.today();
  const version = can(user, "version:read") ? findLatestSubmission(db) : null;
  const rating = can(user, "rating:write") ? ratingRound({ db, clock, user }) : "noGroup";
  const progress = typeof rating === "string" ? null : ratingProgressOf(db, rating.round.id, user.id);
  const ballots = can(user, "ballot:vote") ? ballotsAwaiting(db, user.id) : [];
  const personal = personalDuties({ db, user, today, version, ballotCount: ballots.length, owed: progress === null ? 0 : progress.total - progress.done });
  const plan = can(user, "plan:read") ? loadWatchedPlan(db) : null;
  const ownUnitIds = user.role === "contributor" ? user.orgUnitIds : null;
  // An administrator looks after accounts and settings; the state of the measures is other people's work.
  const findings = findAttention({ plan: user.role === "admin" ? null : plan, ownUnitIds, today, personal });
  const measures = plan?.measures.filter((measure) => isOwn(measure, ownUnitIds)) ?? [];
  return {
    today,
    findings: findings.map((finding) => ({ ...shorten(finding, plan), severity: severityOf(finding.code) })),
    figures: plan && figuresOf({ plan, measures, today, withBudget: ownUnitIds === null }),
    upcoming: upcomingDates({ measures, today, days: UPCOMING_DAYS }),
    version,
    rating: progress,
    ballots,
    nextSteps: plan === null ? [] : nextSteps(plan, user, db),
    ownUnitId: ownUnitIds === null ? null : user.orgUnitId,
  };
}

const loadWatchedPlan = (db: Db) => ({ ...loadPlanAround(db, loadWatchedMeasures(db)), confirmedAt: confirmationTimes(db) }) satisfies PlanInTime;
type WatchedPlan = ReturnType<typeof loadWatchedPlan>;

const isOwn = (measure: Pick<Measure, "leadUnitId">, ownUnitIds: readonly number[] | null) =>
  ownUnitIds === null || (measure.leadUnitId !== null && ownUnitIds.includes(measure.leadUnitId));

function personalDuties({
  db,
  user,
  today,
  version,
  ballotCount,
  owed,
}: {
  db: Db;
  user: CurrentUser;
  today: PlainDate;
  version: SubmittedVersion | null;
  ballotCount: number;
  owed: number;
}): Partial<Record<PersonalFindingCode, number>> {
  const isReviewer = user.role === "reviewer";
  const unread = isReviewer && version !== null && (version.meetingDate === null || version.meetingDate >= today) && countCommentsBy(db, user.id, version.snapshotId) === 0;
  return {
    ratingsOwed: owed,
    ballotsToVote: ballotCount,
    commentsToAnswer: can(user, "comment:answer") ? countUnansweredComments(db) : 0,
    importsToFinish: can(user, "measure:import") ? countOpenImports(db, user.id) : 0,
    versionToRead: unread ? 1 : 0,
    answersToRead: isReviewer ? countAnswersTo(db, user.id, addDays(today, -ANSWERS_OF_DAYS)) : 0,
  };
}

/** A page names the first few measures and says how many there are. */
function shorten(finding: Finding, plan: WatchedPlan | null) {
  if ("measureIds" in finding) {
    const titles = new Map(plan?.measures.map((measure) => [measure.id, measure.title]));
    const examples = finding.measureIds.slice(0, MOST_EXAMPLES).map((id) => ({ id, title: titles.get(id) ?? "" }));
    return { code: finding.code, count: finding.measureIds.length, examples };
  }
  if (finding.code === "overBudget") return { code: finding.code, count: finding.cells.length, cells: finding.cells };
  if (finding.code === "overCapacity") {
    const names = new Map(plan?.teams.map((team) => [team.id, team.name]));
    const teams = finding.teams.map(({ teamId, quarters }) => ({ name: names.get(teamId) ?? "", quarterCount: quarters.length, first: quarters[0] ?? null }));
    return { code: finding.code, count: teams.length, teams };
  }
  return { code: finding.code, count: finding.count };
}

function figuresOf({ plan, measures, today, withBudget }: { plan: WatchedPlan; measures: WatchedPlan["measures"]; today: PlainDate; withBudget: boolean }) {
  const horizon = horizonOf(plan.municipality);
  const fiscalYear = Math.min(horizon.lastYear, Math.max(horizon.firstYear, Number(today.slice(0, 4))));
  const { cells } = budgetByYear({ measures: plan.measures, budgetFrames: plan.budgetFrames, horizon, scope: "planned", adoptedWindows: plan.adoptedWindows });
  return {
    measureCount: measures.length,
    openCount: measures.filter((measure) => !settledStatuses.includes(measure.status)).length,
    byStatus: measureStatuses.map((status) => ({ status, count: measures.filter((measure) => measure.status === status).length })),
    budget: withBudget
      ? cells
          .filter((cell) => cell.fiscalYear === fiscalYear)
          .map(({ budgetKind, expense, earmarked, unknownExpenseCount, frame, free, overuse }) => ({ fiscalYear, budgetKind, expense, earmarked, unknownCount: unknownExpenseCount, frame, free, overuse }))
      : [],
  };
}

export type NextStep = "units" | "people" | "measures" | "actionFields" | "frames" | "teams" | "criteria";

/** What the plan still lacks before it can do its work, as far as this user can mend it. */
function nextSteps(plan: WatchedPlan, user: CurrentUser, db: Db): NextStep[] {
  const steps: ReadonlyArray<readonly [NextStep, isMissing: boolean, isAllowed: boolean]> = [
    ["units", plan.orgUnits.length === 0, can(user, "organisation:edit")],
    ["people", can(user, "user:manage") && hasOneUser(db), can(user, "user:manage")],
    ["measures", plan.measures.length === 0, can(user, "measure:create")],
    ["actionFields", plan.actionFields.length === 0, can(user, "strategy:edit")],
    ["criteria", plan.criteria.length === 0, can(user, "criteria:edit")],
    ["teams", plan.teams.every((team) => team.archived), can(user, "resources:edit")],
    ["frames", plan.budgetFrames.length === 0, can(user, "resources:edit")],
  ];
  return steps.filter(([, isMissing, isAllowed]) => isMissing && isAllowed).map(([step]) => step);
}
