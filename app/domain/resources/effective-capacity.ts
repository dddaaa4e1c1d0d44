import { lastDayOf, type Quarter } from "#app/domain/calendar/quarter.ts";
import type { TeamCapacity } from "#app/domain/portfolio/portfolio.ts";
import { worksFrom, type Post, type TeamStaffing } from "./posts.ts";

/** Net working days of a full post in a quarter where a team says nothing else: about 200 a year after holidays and sickness (KGSt, Kosten eines Arbeitsplatzes). */
export const USUAL_PERSON_DAYS_PER_FTE = 50;

export type CapacitySources = {
  /** Entered by hand for a quarter; they win over the staffing. */
  readonly entered: readonly TeamCapacity[];
  readonly staffing: readonly TeamStaffing[];
  readonly posts: readonly Post[];
};

/** What a team can give to measures in a quarter, in whole person-days, and where each part of it comes from. */
export type CapacityParts = {
  readonly teamId: number;
  readonly quarter: Quarter;
  readonly entered: number | null;
  /** What the staffing in force gives, whether or not an entry by hand replaces it. */
  readonly staffed: number | null;
  /** Of all counted posts that work in the quarter, together. */
  readonly posts: number;
  /** Entered, otherwise staffed, plus the posts. Null: unknown, and a post more does not make it known. */
  readonly total: number | null;
};

/** Every given team in every given quarter, by team, then quarter. Whole days are rounded once per team, quarter and source. */
export function capacityParts({ entered, staffing, posts }: CapacitySources, teamIds: readonly number[], quarters: readonly Quarter[]): CapacityParts[] {
  const enteredAt = new Map(entered.map((each) => [`${each.teamId} ${each.quarter}`, each.personDays]));
  return teamIds.flatMap((teamId) => {
    const ownStaffing = staffing.filter((each) => each.teamId === teamId);
    const ownPosts = posts.filter((post) => post.teamId === teamId && worksFrom(post) !== null);
    return quarters.map((quarter) => {
      const inForce = staffingInForce(ownStaffing, teamId, quarter);
      const byHand = enteredAt.get(`${teamId} ${quarter}`) ?? null;
      const staffed = inForce === null ? null : staffedDays(inForce);
      const ofPosts = daysOfPosts(ownPosts, quarter, inForce);
      const base = byHand ?? staffed;
      return { teamId, quarter, entered: byHand, staffed, posts: ofPosts, total: base === null ? null : base + ofPosts };
    });
  });
}

/** The known capacities of {@link capacityParts}: the one figure that every page, plan and report compares with. */
export const effectiveCapacities = (sources: CapacitySources, teamIds: readonly number[], quarters: readonly Quarter[]): TeamCapacity[] =>
  capacityParts(sources, teamIds, quarters).flatMap(({ teamId, quarter, total }) => (total === null ? [] : [{ teamId, quarter, personDays: total }]));

/** The team's newest entry that has begun by the quarter. */
export function staffingInForce(staffing: readonly TeamStaffing[], teamId: number, quarter: Quarter): TeamStaffing | null {
  let found: TeamStaffing | null = null;
  for (const each of staffing) if (each.teamId === teamId && each.fromQuarter <= quarter && (found === null || each.fromQuarter > found.fromQuarter)) found = each;
  return found;
}

/** Posts times days, less absences, less permanent tasks. */
export const staffedDays = ({ fte, personDaysPerFte, absencePercent, baseLoadPercent }: Pick<TeamStaffing, "fte" | "personDaysPerFte" | "absencePercent" | "baseLoadPercent">): number =>
  Math.round((fte * personDaysPerFte * (100 - absencePercent) * (100 - baseLoadPercent)) / 1_000_000);

/** Hundredths of person-days that one full post of the team works in a quarter, absences taken off. */
export const hundredthDaysPerFte = (inForce: Pick<TeamStaffing, "personDaysPerFte" | "absencePercent"> | null): number =>
  inForce === null ? USUAL_PERSON_DAYS_PER_FTE * 100 : inForce.personDaysPerFte * (100 - inForce.absencePercent);

/** A new post brings no permanent tasks of its own: only absences are taken off. */
function daysOfPosts(posts: readonly Post[], quarter: Quarter, inForce: TeamStaffing | null): number {
  const fte = posts.filter((post) => worksIn(post, quarter)).reduce((sum, post) => sum + post.fte, 0);
  return Math.round((fte * hundredthDaysPerFte(inForce)) / 10_000);
}

/** Does the post raise its team's capacity in the quarter? In the quarter its term ends in only if that is the quarter's last day. */
export function worksIn(post: Post, quarter: Quarter): boolean {
  const first = worksFrom(post);
  return first !== null && first <= quarter && (post.limitedUntil === null || lastDayOf(quarter) <= post.limitedUntil);
}
