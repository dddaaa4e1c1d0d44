import { yearOfQuarter, type Quarter } from "#app/domain/calendar/quarter.ts";
import type { Team } from "#app/domain/portfolio/portfolio.ts";
import { hundredthDaysPerFte, staffingInForce, type CapacityParts } from "./effective-capacity.ts";
import { hundredthsOfDays } from "./fte-of-days.ts";
import { fteHundredths, type FteHundredths } from "./fte.ts";
import { yearsOf, type Horizon } from "./horizon.ts";
import type { PlanScope } from "./plan-scope.ts";
import type { TeamStaffing } from "./posts.ts";
import { staffByQuarter, type Addressee, type StaffedMeasure, type StaffShare } from "./staff-by-quarter.ts";

/** A year's demand in posts: the mean of its four quarters, rounded once. Demands without an estimate stay out of it and are counted. */
export type YearDemand = { readonly fiscalYear: number; readonly internal: FteHundredths; readonly external: FteHundredths; readonly unknownCount: number };

/** A team's or unit's demand against what it has. Units have no capacity. */
export type TeamYear = YearDemand & {
  /** What the team can give without posts to come; null where that is unknown for a quarter. */
  readonly present: FteHundredths | null;
  /** Posts the plan counts on, on top. */
  readonly newPosts: FteHundredths;
  /**
   * What is missing in the quarters whose demand exceeds the capacity: spare days of another quarter do not make up for it.
   * Null where the capacity of a quarter with demand is unknown.
   */
  readonly missing: FteHundredths | null;
};

export type StaffingNeed = {
  readonly years: readonly number[];
  readonly teams: ReadonlyArray<{ readonly addressee: Addressee; readonly years: readonly TeamYear[] }>;
  /** By name; the empty purpose, where nobody says what for, comes last. */
  readonly purposes: ReadonlyArray<{ readonly purpose: string; readonly years: readonly YearDemand[] }>;
  /** By measure, then purpose. */
  readonly measures: ReadonlyArray<{ readonly measureId: number; readonly purpose: string; readonly years: readonly YearDemand[] }>;
  /** Demands of measures whose dates do not say when the work falls: they are in no year. */
  readonly undatedCount: number;
};

/** One demand in one quarter. `posts` are hundredths of posts in that quarter, not rounded; null: unknown. */
type Piece = Pick<StaffShare, "measureId" | "demandId" | "staffSource"> & { readonly quarter: Quarter; readonly purpose: string; readonly posts: number | null };

/** What the measures ask for, per year, in posts: by team against what it has, by purpose, and by measure. */
export function staffingNeed({
  measures,
  teams,
  capacities,
  staffing,
  horizon,
  scope,
}: {
  readonly measures: readonly StaffedMeasure[];
  readonly teams: readonly Team[];
  /** Of all teams in all quarters of the horizon. */
  readonly capacities: readonly CapacityParts[];
  readonly staffing: readonly TeamStaffing[];
  readonly horizon: Horizon;
  readonly scope: PlanScope;
}): StaffingNeed {
  const known = capacities.flatMap(({ teamId, quarter, total }) => (total === null ? [] : [{ teamId, quarter, personDays: total }]));
  const { rows, undated } = staffByQuarter({ measures, teams, capacities: known, horizon, scope });
  const years = yearsOf(horizon);
  const purposeOf = new Map(measures.flatMap((measure) => measure.staffDemands.map((demand) => [demand.id, demand.purpose?.trim() ?? ""])));
  const partsAt = new Map(capacities.map((parts) => [`${parts.teamId} ${parts.quarter}`, parts]));

  const all: Piece[] = [];
  const ofTeams = rows.map(({ addressee, cells }) => {
    const fullPost = (quarter: Quarter) => hundredthDaysPerFte(addressee.kind === "team" ? staffingInForce(staffing, addressee.teamId, quarter) : null);
    const pieces = cells.flatMap(({ quarter, shares }) => {
      const days = fullPost(quarter);
      return shares.map(({ measureId, demandId, staffSource, personDays }) => ({
        ...{ measureId, demandId, staffSource, quarter, purpose: purposeOf.get(demandId) ?? "" },
        posts: personDays === null ? null : hundredthsOfDays(personDays, days),
      }));
    });
    all.push(...pieces);
    const teamYears = years.map((fiscalYear): TeamYear => {
      const own = cells.filter((cell) => yearOfQuarter(cell.quarter) === fiscalYear);
      const mean = (daysOf: (cell: (typeof own)[number]) => number | null): FteHundredths | null => {
        let sum = 0;
        for (const cell of own) {
          const days = daysOf(cell);
          if (days === null) return null;
          sum += hundredthsOfDays(days, fullPost(cell.quarter));
        }
        return quarterMean(sum);
      };
      const parts = (quarter: Quarter) => (addressee.kind === "team" ? partsAt.get(`${addressee.teamId} ${quarter}`) : undefined);
      return {
        ...demandOf(pieces, fiscalYear),
        present: mean(({ quarter }) => { const { entered = null, staffed = null } = parts(quarter) ?? {}; return entered ?? staffed; }),
        newPosts: mean(({ quarter }) => parts(quarter)?.posts ?? 0) ?? fteHundredths(0),
        missing: mean((cell) => (cell.internal === 0 ? 0 : cell.overuse)),
      };
    });
    return { addressee, years: teamYears };
  });

  const demands = (pieces: readonly Piece[]) => years.map((fiscalYear) => demandOf(pieces, fiscalYear));
  return {
    years,
    teams: ofTeams,
    purposes: [...groupBy(all, (piece) => piece.purpose).entries()].map(([purpose, pieces]) => ({ purpose, years: demands(pieces) })).sort((a, b) => comparePurposes(a.purpose, b.purpose)),
    measures: [...groupBy(all, (piece) => `${piece.measureId} ${piece.purpose}`).values()]
      .flatMap((pieces) => pieces.slice(0, 1).map(({ measureId, purpose }) => ({ measureId, purpose, years: demands(pieces) })))
      .sort((a, b) => a.measureId - b.measureId || comparePurposes(a.purpose, b.purpose)),
    undatedCount: undated.length,
  };
}

/** The empty purpose last. */
export function comparePurposes(a: string, b: string): number {
  if (a === b) return 0;
  if (a === "" || b === "") return a === "" ? 1 : -1;
  return a.localeCompare(b, "de");
}

function demandOf(pieces: readonly Piece[], fiscalYear: number): YearDemand {
  const own = pieces.filter((piece) => yearOfQuarter(piece.quarter) === fiscalYear);
  const sum = (source: Piece["staffSource"]) => quarterMean(own.reduce((total, piece) => total + (piece.staffSource === source ? (piece.posts ?? 0) : 0), 0));
  return { fiscalYear, internal: sum("internal"), external: sum("external"), unknownCount: new Set(own.filter((piece) => piece.posts === null).map((piece) => piece.demandId)).size };
}

const quarterMean = (sum: number): FteHundredths => fteHundredths(Math.round(sum / 4));

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
