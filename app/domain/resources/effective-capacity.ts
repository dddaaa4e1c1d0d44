import { quarterOf, type Quarter } from "#app/domain/calendar/quarter.ts";
import type { TeamCapacity } from "#app/domain/portfolio/portfolio.ts";
import { worksFrom, type Post, type TeamStaffing } from "./posts.ts";

/** Net working days of a full post in a quarter where a team says nothing else: about 200 a year after holidays and sickness (KGSt, Kosten eines Arbeitsplatzes). */
export const USUAL_PERSON_DAYS_PER_FTE = 50;

type Sources = {
  /** Entered by hand for a quarter; they win over the staffing. */
  readonly entered: readonly TeamCapacity[];
  readonly staffing: readonly TeamStaffing[];
  readonly posts: readonly Post[];
};

/**
 * Person-days each team can give to measures in each of the quarters: what was entered for the quarter, otherwise what the
 * staffing in force gives, plus the posts that work by then. Without entry and staffing the capacity is unknown, and a post
 * more does not make it known. Rounded to whole days once per team, quarter and source.
 */
export function effectiveCapacities({ entered, staffing, posts }: Sources, teamIds: readonly number[], quarters: readonly Quarter[]): TeamCapacity[] {
  const enteredAt = new Map(entered.map((each) => [`${each.teamId} ${each.quarter}`, each.personDays]));
  return teamIds.flatMap((teamId) =>
    quarters.flatMap((quarter) => {
      const inForce = staffingInForce(staffing, teamId, quarter);
      const base = enteredAt.get(`${teamId} ${quarter}`) ?? (inForce === null ? null : staffedDays(inForce));
      return base === null ? [] : [{ teamId, quarter, personDays: base + daysOfPosts(posts, teamId, quarter, inForce) }];
    }),
  );
}

export function staffingInForce(staffing: readonly TeamStaffing[], teamId: number, quarter: Quarter): TeamStaffing | null {
  let found: TeamStaffing | null = null;
  for (const each of staffing) if (each.teamId === teamId && each.fromQuarter <= quarter && (found === null || each.fromQuarter > found.fromQuarter)) found = each;
  return found;
}

/** Posts times days, less absences, less permanent tasks. */
export const staffedDays = ({ fte, personDaysPerFte, absencePercent, baseLoadPercent }: Pick<TeamStaffing, "fte" | "personDaysPerFte" | "absencePercent" | "baseLoadPercent">): number =>
  Math.round((fte * personDaysPerFte * (100 - absencePercent) * (100 - baseLoadPercent)) / 1_000_000);

/** A new post brings no permanent tasks of its own: only absences are taken off. */
function daysOfPosts(posts: readonly Post[], teamId: number, quarter: Quarter, inForce: TeamStaffing | null): number {
  const days = inForce?.personDaysPerFte ?? USUAL_PERSON_DAYS_PER_FTE;
  const absence = inForce?.absencePercent ?? 0;
  return posts.filter((post) => post.teamId === teamId && worksIn(post, quarter)).reduce((sum, { fte }) => sum + Math.round((fte * days * (100 - absence)) / 10_000), 0);
}

function worksIn(post: Post, quarter: Quarter): boolean {
  const first = worksFrom(post);
  return first !== null && first <= quarter && (post.limitedUntil === null || quarter <= quarterOf(post.limitedUntil));
}
