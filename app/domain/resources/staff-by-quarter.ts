import { durationInQuarters, quarterRange, type Quarter } from "#app/domain/calendar/quarter.ts";
import type { Measure, StaffDemand } from "#app/domain/measures/measure.ts";
import type { StaffSource } from "#app/domain/measures/vocabulary.ts";
import { allocateInteger } from "#app/domain/money/allocate.ts";
import type { Team, TeamCapacity } from "#app/domain/portfolio/portfolio.ts";
import { lastQuarterOf, quartersOf, type Horizon } from "./horizon.ts";
import { claimsStaff, type PlanScope } from "./plan-scope.ts";

/** What the staff sums need to know of a measure. */
export type StaffedMeasure = Pick<Measure, "id" | "status" | "startQuarter" | "endQuarter" | "permanentTask"> & {
  readonly staffDemands: ReadonlyArray<Omit<StaffDemand, "note" | "rowVersion">>;
};

/** One team or unit in one quarter, in whole person-days. Unknown demands stay out of the sums and are counted. */
export type StaffCell = {
  readonly quarter: Quarter;
  /** Null: unknown, which is not zero. Units have none. */
  readonly capacity: number | null;
  /** Demand on own staff, which is what capacity is compared with. */
  readonly internal: number;
  /** Demand met by contractors, shown apart. */
  readonly external: number;
  /** Internal demand above capacity; zero where it fits, null where capacity is unknown. */
  readonly overuse: number | null;
  readonly unknownCount: number;
  /** Everything behind the cell, by measure, then demand. */
  readonly shares: readonly StaffShare[];
};

export type StaffShare = { readonly measureId: number; readonly demandId: number; readonly staffSource: StaffSource; readonly personDays: number | null };

export type StaffRow = { readonly addressee: Addressee; readonly cells: readonly StaffCell[] };
export type Addressee = { readonly kind: "team"; readonly teamId: number } | { readonly kind: "unit"; readonly orgUnitId: number };

export type StaffByQuarter = {
  readonly quarters: readonly Quarter[];
  /** The given teams that are not archived in their order, then any other team still asked for staff, then units asked without a team being settled; both by id. */
  readonly rows: readonly StaffRow[];
  /** Demands of measures whose dates do not say when the work falls. */
  readonly undated: ReadonlyArray<StaffShare & { readonly addressee: Addressee }>;
};

export function staffByQuarter({
  measures,
  teams,
  capacities,
  horizon,
  scope,
}: {
  readonly measures: readonly StaffedMeasure[];
  readonly teams: readonly Team[];
  readonly capacities: readonly TeamCapacity[];
  readonly horizon: Horizon;
  readonly scope: PlanScope;
}): StaffByQuarter {
  const quarters = quartersOf(horizon);
  const shares = new Map<string, StaffShare[]>();
  const undated: Array<StaffShare & { addressee: Addressee }> = [];
  const teamIds = new Set(teams.filter((team) => team.archived !== true).map((team) => team.id));
  const strayTeamIds = new Set<number>();
  const unitIds = new Set<number>();
  for (const measure of measures) {
    if (!claimsStaff(measure, scope)) continue;
    for (const demand of measure.staffDemands) {
      const addressee = addresseeOf(demand);
      if (addressee.kind === "unit") unitIds.add(addressee.orgUnitId);
      else if (!teamIds.has(addressee.teamId)) strayTeamIds.add(addressee.teamId);
      const share = { measureId: measure.id, demandId: demand.id, staffSource: demand.staffSource };
      const byQuarter = demandByQuarter(measure, demand, lastQuarterOf(horizon));
      if (byQuarter === null) undated.push({ ...share, personDays: demand.personDays, addressee });
      else
        for (const { quarter, personDays } of byQuarter) {
          const key = cellKey(addressee, quarter);
          const cell = shares.get(key);
          if (cell) cell.push({ ...share, personDays });
          else shares.set(key, [{ ...share, personDays }]);
        }
    }
  }
  const capacityOf = new Map(capacities.map((each) => [cellKey({ kind: "team", teamId: each.teamId }, each.quarter), each.personDays]));
  const addressees: Addressee[] = [
    ...[...teamIds, ...inOrder(strayTeamIds)].map((teamId) => ({ kind: "team" as const, teamId })),
    ...inOrder(unitIds).map((orgUnitId) => ({ kind: "unit" as const, orgUnitId })),
  ];
  return {
    quarters,
    rows: addressees.map((addressee) => ({
      addressee,
      cells: quarters.map((quarter) => {
        const key = cellKey(addressee, quarter);
        return sumCell(quarter, capacityOf.get(key) ?? null, shares.get(key) ?? []);
      }),
    })),
    undated,
  };
}

export type QuarterDays = { readonly quarter: Quarter; readonly personDays: number | null };

/**
 * A total is spread evenly over the measure's duration in whole days by largest remainder; a demand per quarter recurs in each,
 * for a permanent task without an end until `lastQuarter`. Null: the measure's dates do not say when the work falls.
 */
export function demandByQuarter(
  { startQuarter, endQuarter, permanentTask }: Pick<Measure, "startQuarter" | "endQuarter" | "permanentTask">,
  { basis, personDays }: Pick<StaffDemand, "basis" | "personDays">,
  lastQuarter: Quarter,
): QuarterDays[] | null {
  if (startQuarter === null) return null;
  const isOpenEnded = permanentTask && endQuarter === null && basis === "perQuarter";
  const end = isOpenEnded ? lastQuarter : endQuarter;
  if (end === null) return null;
  const quarters = quarterRange(startQuarter, end);
  if (basis === "perQuarter" || personDays === null) return quarters.map((quarter) => ({ quarter, personDays }));
  const days = allocateInteger(personDays, Array<number>(durationInQuarters(startQuarter, end)).fill(1));
  return quarters.map((quarter, index) => ({ quarter, personDays: days[index] ?? 0 }));
}

function sumCell(quarter: Quarter, capacity: number | null, unsorted: readonly StaffShare[]): StaffCell {
  const shares = [...unsorted].sort((a, b) => a.measureId - b.measureId || a.demandId - b.demandId);
  const total = (source: StaffSource) => shares.filter((share) => share.staffSource === source).reduce((sum, share) => sum + (share.personDays ?? 0), 0);
  const internal = total("internal");
  return {
    quarter,
    capacity,
    internal,
    external: total("external"),
    overuse: capacity === null ? null : Math.max(0, internal - capacity),
    unknownCount: shares.filter((share) => share.personDays === null).length,
    shares,
  };
}

/** @throws Error when neither a team nor a unit is named, which the database forbids */
function addresseeOf({ teamId, orgUnitId }: Pick<StaffDemand, "teamId" | "orgUnitId">): Addressee {
  if (teamId !== null) return { kind: "team", teamId };
  if (orgUnitId !== null) return { kind: "unit", orgUnitId };
  throw new Error("a staff demand names neither a team nor a unit");
}

const inOrder = (ids: ReadonlySet<number>): number[] => [...ids].sort((a, b) => a - b);

const cellKey = (addressee: Addressee, quarter: Quarter): string => (addressee.kind === "team" ? `team ${addressee.teamId} ${quarter}` : `unit ${addressee.orgUnitId} ${quarter}`);
