import { expect, test } from "vitest";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { archiveTeam } from "#app/services/resources/archive-team.server.ts";
import { createTeam, saveTeam } from "#app/services/resources/save-team.server.ts";
import { showStaff } from "#app/services/resources/show-staff.server.ts";
import { listTeamCapacities, showTeam } from "#app/services/resources/show-teams.server.ts";
import { auditLog } from "#tests/support/audit.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople } from "#tests/support/people.ts";
import { aMeasure, aPortfolio, aStaffDemand, someTeams } from "#tests/support/portfolio.ts";
import { aRatedPortfolio } from "#tests/support/rated-portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

const FORBIDDEN = { ok: false, refusal: { code: "forbidden" } };
const fields = { name: "Team Netze", orgUnitId: 2, position: 3, capacities: [{ quarter: quarter("2027-Q1"), personDays: 60 }] };

function municipality() {
  const db = emptyDatabase();
  storePortfolio(db, aRatedPortfolio());
  return { db, people: enrolPeople(db) };
}

test("capacities are the digital officer's; the committee does not read the living plan", () => {
  const { db, people } = municipality();
  for (const service of [people.itContributor, people.otherContributor, people.reviewer, people.viewer, people.admin]) {
        expect(createTeam(service, fields)).toEqual(FORBIDDEN);
    expect(saveTeam(service, { ...fields, teamId: 1, rowVersion: 1 })).toEqual(FORBIDDEN);
    expect(archiveTeam(service, { teamId: 2, rowVersion: 1, archive: true })).toEqual(FORBIDDEN);
    expect(listTeamCapacities(service)).toEqual(FORBIDDEN);
    expect(showTeam(service, 1)).toEqual(FORBIDDEN);
  }
  expect(showStaff(people.reviewer, { scope: "planned", selection: null })).toEqual(FORBIDDEN);
  expect(auditLog(db)).toEqual([]);
});

test("refuses a taken name, an unknown unit and a team that is not there", () => {
  const { people } = municipality();
  const service = people.officer;
  expect(createTeam(service, { ...fields, name: "Team Bürgerbüro" })).toMatchObject({ refusal: { fields: { name: [{ code: "nameTaken" }] } } });
  expect(createTeam(service, { ...fields, orgUnitId: 99 })).toMatchObject({ refusal: { fields: { orgUnitId: [{ code: "unitMissing" }] } } });
  expect(saveTeam(service, { ...fields, teamId: 9, rowVersion: 1 })).toEqual({ ok: false, refusal: { code: "missing" } });
  expect(showTeam(service, 9)).toEqual({ ok: false, refusal: { code: "missing" } });
});

test("capacities are part of the team: stored, forgotten, versioned and recorded with it", () => {
  const { db, people } = municipality();
  const service = people.officer;
  expect(createTeam(service, fields)).toEqual({ ok: true, value: { teamId: 3 } });
  const capacities = [
    { quarter: quarter("2027-Q1"), personDays: null },
    { quarter: quarter("2027-Q2"), personDays: 0 },
  ];
  expect(saveTeam(service, { ...fields, capacities, teamId: 3, rowVersion: 1 })).toMatchObject({ ok: true });
  expect(saveTeam(service, { ...fields, teamId: 3, rowVersion: 1 })).toMatchObject({ refusal: { code: "conflict", current: { capacities: [{ quarter: "2027-Q2", personDays: 0 }] } } });
  expect(showTeam(service, 3)).toMatchObject({ value: { capacities: [{ quarter: "2027-Q2", personDays: 0 }], team: { rowVersion: 2 } } });
  expect(auditLog(db).map(({ action, before, after }) => ({ action, before, after }))).toEqual([
    { action: "create", before: null, after: { name: "Team Netze", orgUnitId: 2, position: 3, capacities: { "2027-Q1": 60 } } },
    { action: "update", before: { capacities: { "2027-Q1": 60 } }, after: { capacities: { "2027-Q2": 0 } } },
  ]);
});

test("a team that open measures count on cannot be archived; another can, and comes back", () => {
  const { people } = municipality();
  const service = people.officer;
  expect(archiveTeam(service, { teamId: 1, rowVersion: 1, archive: true })).toMatchObject({ refusal: { fields: { "": [{ code: "teamInUse", values: { measureCount: 2 } }] } } });
  expect(archiveTeam(service, { teamId: 2, rowVersion: 1, archive: true })).toEqual({ ok: true, value: { name: "Team Bürgerbüro" } });
  expect(listTeamCapacities(service)).toMatchObject({ value: { teams: [{ id: 1 }], archived: [{ id: 2 }] } });
  expect(archiveTeam(service, { teamId: 2, rowVersion: 2, archive: false })).toMatchObject({ ok: true });
});

test("the staff page names what stands behind a cell", () => {
  const { people } = municipality();
  const answer = showStaff(people.viewer, { scope: "planned", selection: { row: "team-1", quarter: "2027-Q2" } });
  if (!answer.ok) throw new Error("refused");
  expect(answer.value.rows.map((row) => [row.key, row.name, row.unitName])).toEqual([
    ["team-1", "Team Fachverfahren", "IT"],
    ["team-2", "Team Bürgerbüro", "Bürger"],
  ]);
  expect(answer.value.selected).toMatchObject({ name: "Team Fachverfahren", internal: 50, capacity: 25, overuse: 25, shares: [{ title: "E-Akte einführen" }, { title: "Serviceportal ausbauen" }] });
  expect(showStaff(people.viewer, { scope: "planned", selection: { row: "team-9", quarter: "nonsense" } })).toMatchObject({ value: { selected: null } });
});

test("a unit has the capacity of its teams; one that is asked for staff without having a team is named, and offered a team", () => {
  const db = emptyDatabase();
  storePortfolio(
    db,
    aPortfolio({
      teams: someTeams().filter((team) => team.orgUnitId === 2),
      capacities: [{ teamId: 1, quarter: quarter("2027-Q1"), personDays: 50 }],
      measures: [aMeasure({ staffDemands: [aStaffDemand({ teamId: null, orgUnitId: 3 })] })],
    }),
  );
  const { officer, viewer } = enrolPeople(db);
  const units = () => {
    const list = listTeamCapacities(officer);
    return list.ok ? list.value.units.map(({ orgUnitId, teamCount, quarters }) => [orgUnitId, teamCount, quarters[0]?.personDays, quarters[0]?.fte]) : [];
  };
  const offered = () => {
    const staff = showStaff(viewer, { scope: "planned", selection: null, by: "unit" });
    return staff.ok ? staff.value.rows.map((row) => [row.key, row.unitWithoutTeam]) : [];
  };
  expect(units()).toEqual([[2, 1, 50, 100], [3, 0, undefined, undefined]]);
  expect(offered()).toEqual([["all-2", null], ["all-3", 3]]);
  expect(createTeam(officer, { name: "Bürgeramt", orgUnitId: 3, position: 9, capacities: [{ quarter: quarter("2027-Q1"), personDays: 20 }] }).ok).toBe(true);
  expect(units()).toEqual([[2, 1, 50, 100], [3, 1, 20, 40]]);
  expect(offered()).toEqual([["all-2", null], ["all-3", null]]);
});
