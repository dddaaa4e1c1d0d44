import type { Team } from "#app/domain/portfolio/portfolio.ts";
import type { StaffCell, StaffRow } from "./staff-by-quarter.ts";

/** A unit with all its teams in one row. `rows` are those it is made of: its teams', and its own where it is asked without a team. */
export type UnitStaff = { readonly orgUnitId: number; readonly cells: readonly StaffCell[]; readonly rows: readonly StaffRow[] };

/**
 * The rows of teams and units, added up by unit in the order in which units first appear. It is an overview: one team's spare days
 * count against another's shortage here, though people cannot always stand in for each other. The capacity is unknown where a team's is.
 */
export function staffByUnit(rows: readonly StaffRow[], teams: ReadonlyArray<Pick<Team, "id" | "orgUnitId">>): UnitStaff[] {
  const unitOfTeam = new Map(teams.map((team) => [team.id, team.orgUnitId]));
  const groups = new Map<number, StaffRow[]>();
  for (const row of rows) {
    const orgUnitId = row.addressee.kind === "unit" ? row.addressee.orgUnitId : unitOfTeam.get(row.addressee.teamId);
    if (orgUnitId === undefined) continue;
    const group = groups.get(orgUnitId);
    if (group) group.push(row);
    else groups.set(orgUnitId, [row]);
  }
  return [...groups].map(([orgUnitId, own]) => ({ orgUnitId, rows: own, cells: (own[0]?.cells ?? []).flatMap((_cell, index) => sumCells(own, index)) }));
}

function sumCells(rows: readonly StaffRow[], index: number): StaffCell[] {
  const parts = rows.flatMap((row) => row.cells.slice(index, index + 1).map((cell) => ({ cell, isTeam: row.addressee.kind === "team" })));
  const [first] = parts;
  if (first === undefined) return [];
  const sum = (valueOf: (cell: StaffCell) => number) => parts.reduce((total, { cell }) => total + valueOf(cell), 0);
  const capacities = parts.flatMap(({ cell, isTeam }) => (isTeam ? [cell.capacity] : []));
  const capacity = capacities.length === 0 || capacities.includes(null) ? null : capacities.reduce<number>((total, days) => total + (days ?? 0), 0);
  const internal = sum((cell) => cell.internal);
  return [
    {
      quarter: first.cell.quarter,
      capacity,
      internal,
      external: sum((cell) => cell.external),
      overuse: capacity === null ? null : Math.max(0, internal - capacity),
      unknownCount: sum((cell) => cell.unknownCount),
      shares: parts.flatMap(({ cell }) => cell.shares).sort((a, b) => a.measureId - b.measureId || a.demandId - b.demandId),
    },
  ];
}
