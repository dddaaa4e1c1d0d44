import { describe, expect, test } from "vitest";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { euros } from "#app/domain/money/cents.ts";
import { fteHundredths } from "#app/domain/resources/fte.ts";
import { showMove } from "#app/services/planning/show-move.server.ts";
import { createPayRate, removePayRate, savePayRate, showPayRate, showPayRates } from "#app/services/resources/save-pay-rate.server.ts";
import { createPost, removePost, savePost } from "#app/services/resources/save-post.server.ts";
import { createTeamStaffing, removeTeamStaffing, saveTeamStaffing, showTeamStaffing } from "#app/services/resources/save-team-staffing.server.ts";
import { exportStaffPlan, showPost, showStaffPlan, type PostFilter } from "#app/services/resources/show-staff-plan.server.ts";
import { showStaff } from "#app/services/resources/show-staff.server.ts";
import { showStaffingNeed } from "#app/services/resources/show-staffing-need.server.ts";
import { listTeamCapacities, showTeam } from "#app/services/resources/show-teams.server.ts";
import { loadPortfolio } from "#db/queries/portfolio.server.ts";
import { auditLog } from "#tests/support/audit.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople } from "#tests/support/people.ts";
import { aRatedPortfolio } from "#tests/support/rated-portfolio.ts";
import { aPayRate, aPost, aTeamStaffing } from "#tests/support/staff-plan.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

const FORBIDDEN = { ok: false, refusal: { code: "forbidden" } };
const MISSING = { ok: false, refusal: { code: "missing" } };
const EVERYTHING = { state: null, orgUnitId: null, purpose: null };
const without = <T extends { readonly id: number; readonly rowVersion: number }>({ id: _id, rowVersion: _version, ...fields }: T) => fields;
const post = without(aPost());
const rate = without(aPayRate());
const staffing = without(aTeamStaffing());

function municipality() {
  const db = emptyDatabase();
  storePortfolio(db, aRatedPortfolio());
  return { db, people: enrolPeople(db) };
}

describe("refusals", () => {
  test("posts, rates and staffing are the digital officer's; the committee sees none of them", () => {
    const { db, people } = municipality();
    for (const service of [people.itContributor, people.otherContributor, people.reviewer, people.viewer, people.admin]) {
      expect(createPost(service, post)).toEqual(FORBIDDEN);
      expect(savePost(service, { ...post, postId: 1, rowVersion: 1 })).toEqual(FORBIDDEN);
      expect(removePost(service, { postId: 1, rowVersion: 1 })).toEqual(FORBIDDEN);
      expect(showPost(service, null)).toEqual(FORBIDDEN);
      expect(createPayRate(service, rate)).toEqual(FORBIDDEN);
      expect(savePayRate(service, { ...rate, rateId: 1, rowVersion: 1 })).toEqual(FORBIDDEN);
      expect(removePayRate(service, { rateId: 1, rowVersion: 1 })).toEqual(FORBIDDEN);
      expect(showPayRate(service, null)).toEqual(FORBIDDEN);
      expect(createTeamStaffing(service, staffing)).toEqual(FORBIDDEN);
      expect(saveTeamStaffing(service, { ...staffing, staffingId: 1, rowVersion: 1 })).toEqual(FORBIDDEN);
      expect(removeTeamStaffing(service, { teamId: 1, staffingId: 1, rowVersion: 1 })).toEqual(FORBIDDEN);
      expect(showTeamStaffing(service, { teamId: 1, staffingId: null })).toEqual(FORBIDDEN);
    }
    expect(showStaffPlan(people.reviewer, EVERYTHING)).toEqual(FORBIDDEN);
    expect(exportStaffPlan(people.reviewer, EVERYTHING)).toEqual(FORBIDDEN);
    expect(exportStaffPlan(people.admin, EVERYTHING)).toEqual(FORBIDDEN);
    expect(showPayRates(people.reviewer)).toEqual(FORBIDDEN);
    expect(showStaffingNeed(people.reviewer, { scope: "planned" })).toEqual(FORBIDDEN);
    expect(auditLog(db)).toEqual([]);
  });

  test("what does not exist, or is another team's, is missing; what contradicts is named at its field", () => {
    const { people } = municipality();
    const { officer } = people;
    expect(createPost(officer, { ...post, orgUnitId: 99 })).toMatchObject({ refusal: { fields: { orgUnitId: [{ code: "unitMissing" }] } } });
    expect(createPost(officer, { ...post, teamId: 99 })).toMatchObject({ refusal: { fields: { teamId: [{ code: "teamMissing" }] } } });
    expect(savePost(officer, { ...post, postId: 9, rowVersion: 1 })).toEqual(MISSING);
    expect(removePost(officer, { postId: 9, rowVersion: 1 })).toEqual(MISSING);
    createPayRate(officer, rate);
    expect(createPayRate(officer, rate)).toMatchObject({ refusal: { fields: { validFrom: [{ code: "rateTaken" }] } } });
    createTeamStaffing(officer, staffing);
    expect(createTeamStaffing(officer, staffing)).toMatchObject({ refusal: { fields: { fromQuarter: [{ code: "quarterTaken" }] } } });
    expect(saveTeamStaffing(officer, { ...staffing, teamId: 2, staffingId: 1, rowVersion: 1 })).toEqual(MISSING);
    expect(removeTeamStaffing(officer, { teamId: 2, staffingId: 1, rowVersion: 1 })).toEqual(MISSING);
    expect(createTeamStaffing(officer, { ...staffing, teamId: 99 })).toEqual(MISSING);
  });

  test("whoever saves or deletes on an old version is told, and nothing changes", () => {
    const { db, people } = municipality();
    const { officer } = people;
    createPost(officer, post);
    createPayRate(officer, rate);
    createTeamStaffing(officer, staffing);
    expect(savePost(officer, { ...post, postId: 1, rowVersion: 1, title: "Neu" })).toMatchObject({ ok: true });
    expect(savePost(officer, { ...post, postId: 1, rowVersion: 1, title: "Alt" })).toMatchObject({ refusal: { code: "conflict", current: { title: "Neu", rowVersion: 2 } } });
    expect(removePost(officer, { postId: 1, rowVersion: 1 })).toMatchObject({ refusal: { code: "conflict" } });
    expect(savePayRate(officer, { ...rate, rateId: 1, rowVersion: 7 })).toMatchObject({ refusal: { code: "conflict" } });
    expect(removePayRate(officer, { rateId: 1, rowVersion: 7 })).toMatchObject({ refusal: { code: "conflict" } });
    expect(saveTeamStaffing(officer, { ...staffing, staffingId: 1, rowVersion: 7 })).toMatchObject({ refusal: { code: "conflict" } });
    expect(removeTeamStaffing(officer, { teamId: 1, staffingId: 1, rowVersion: 7 })).toMatchObject({ refusal: { code: "conflict" } });
    expect(auditLog(db).map(({ entity, action, before, after }) => [entity, action, before, after?.["title"]])).toEqual([
      ["post", "create", null, "Anwendungsbetreuung"],
      ["payRate", "create", null, undefined],
      ["teamStaffing", "create", null, undefined],
      ["post", "update", { title: "Anwendungsbetreuung" }, "Neu"],
    ]);
  });
});

describe("the staff plan", () => {
  test("prices posts by the rates in force, says what is unknown, sums and filters", () => {
    const { people } = municipality();
    const { officer, viewer } = people;
    createPayRate(officer, { ...rate, payGrade: "E 10", yearlyCostCents: euros(80_000) });
    createPayRate(officer, { ...rate, payGrade: "E 10", validFrom: plainDate("2027-05-11"), yearlyCostCents: euros(99_000) });
    createPost(officer, { ...post, purpose: "Barrierefreiheit", fte: fteHundredths(50) });
    createPost(officer, { ...post, title: "Leitung", state: "filled", payGrade: "A 13", orgUnitId: 3 });
    expect(showStaffPlan(viewer, EVERYTHING)).toMatchObject({
      value: {
        posts: [{ title: "Anwendungsbetreuung", unitName: "Amt für Informationstechnik", worksFrom: "2027-Q1", cost: { basis: "rates", yearlyCents: euros(40_000) } }, { title: "Leitung", worksFrom: null, cost: { basis: "unknown" } }],
        total: { count: 2, fte: 150, cost: { known: euros(40_000), unknownCount: 1 } },
        byState: [{ state: "filled", fte: 100 }, { state: "requested", fte: 50 }],
        counted: { count: 1, fte: 50 },
        purposes: ["Barrierefreiheit"],
        canEdit: false,
      },
    });
    const titles = (filter: Partial<PostFilter>) => {
      const answer = showStaffPlan(viewer, { ...EVERYTHING, ...filter });
      return answer.ok ? answer.value.posts.map((each) => each.title) : [];
    };
    expect(titles({ state: "filled" })).toEqual(["Leitung"]);
    expect(titles({ orgUnitId: 2 })).toEqual(["Anwendungsbetreuung"]);
    expect(titles({ purpose: "" })).toEqual(["Leitung"]);
    expect(exportStaffPlan(viewer, { ...EVERYTHING, purpose: "Barrierefreiheit" })).toMatchObject({
      value: { fileName: "stellenplan-2027-05-10.csv", content: expect.stringMatching(/Anwendungsbetreuung;Amt für Informationstechnik;Team Fachverfahren;0,50;E 10;40000,00;/) as string },
    });
  });

  test("shows which rates hold today", () => {
    const { people } = municipality();
    createPayRate(people.officer, rate);
    createPayRate(people.officer, { ...rate, validFrom: plainDate("2028-01-01") });
    expect(showPayRates(people.viewer)).toMatchObject({ value: { rates: [{ validFrom: "2028-01-01", inForce: false, isToCome: true }, { validFrom: "2018-01-01", inForce: true, isToCome: false }] } });
  });
});

describe("one capacity everywhere", () => {
  const capacityAt = (service: Parameters<typeof showStaff>[0], when: string) => {
    const answer = showStaff(service, { scope: "planned", selection: { row: "team-1", quarter: when } });
    return answer.ok ? (answer.value.selected?.capacity ?? null) : "refused";
  };

  test("a post raises it on the staff page, in the plan, in the form of the team and in the preview of a move alike", () => {
    const { db, people } = municipality();
    const { officer } = people;
    expect([capacityAt(officer, "2027-Q2"), capacityAt(officer, "2027-Q3")]).toEqual([25, null]);
    createTeamStaffing(officer, staffing);
    expect([capacityAt(officer, "2027-Q2"), capacityAt(officer, "2027-Q3")]).toEqual([25, 85]);
    createPost(officer, { ...post, fromQuarter: quarter("2027-Q1"), hiringDelayQuarters: 1 });
    expect([capacityAt(officer, "2027-Q1"), capacityAt(officer, "2027-Q2"), capacityAt(officer, "2027-Q3")]).toEqual([85, 75, 135]);
    expect(loadPortfolio(db).capacities.find((each) => each.quarter === "2027-Q3")).toEqual({ teamId: 1, quarter: "2027-Q3", personDays: 135 });
    expect(showTeam(officer, 1)).toMatchObject({ value: { parts: [{ quarter: "2027-Q1", total: 85 }, { quarter: "2027-Q2", entered: 25, staffed: 85, posts: 50, total: 75, fte: 150 }, { total: 135, fte: 270 }, ...Array<object>(13).fill({})] } });
    expect(listTeamCapacities(officer)).toMatchObject({ value: { teams: [{ id: 1, capacities: Array<object>(16).fill({}) }, { id: 2, capacities: [] }] } });
    expect(showMove(officer, 1, { startQuarter: quarter("2027-Q2"), endQuarter: quarter("2027-Q3") })).toMatchObject({ ok: true });
    expect(savePost(officer, { ...post, state: "filled", postId: 1, rowVersion: 1 })).toEqual({ ok: true, value: { leftCapacity: true } });
    expect(capacityAt(officer, "2027-Q3")).toBe(85);
    expect(removePost(officer, { postId: 1, rowVersion: 2 })).toEqual({ ok: true, value: { title: "Anwendungsbetreuung" } });
  });

  test("the heat map tells posts, by the days of the team's own staffing", () => {
    const { people } = municipality();
    createTeamStaffing(people.officer, { ...staffing, personDaysPerFte: 40, baseLoadPercent: 0 });
    const answer = showStaff(people.viewer, { scope: "planned", selection: null });
    expect(answer.ok && answer.value.rows[0]?.cells[1]).toMatchObject({ internal: 50, capacity: 25, inPosts: { internal: 125, capacity: 63, overuse: 63 } });
  });
});

test("the staffing need names what is missing, by team and by purpose, and prices it by the average post", () => {
  const { db, people } = municipality();
  const { officer, viewer } = people;
  db.$client.exec("UPDATE staff_demand SET purpose = 'E-Akte' WHERE id = 1");
  expect(showStaffingNeed(viewer, { scope: "planned" })).toMatchObject({ value: { average: null, teams: [{ key: "team-1", name: "Team Fachverfahren", years: [{ internal: 85, missing: null, missingCost: null, internalCost: null }, {}, {}, {}] }, {}] } });
  createPost(officer, { ...post, state: "filled", fte: fteHundredths(50), yearlyCostCents: euros(40_000), purpose: "E-Akte" });
  const answer = showStaffingNeed(viewer, { scope: "planned" });
  if (!answer.ok) throw new Error("refused");
  expect(answer.value.average).toBe(euros(80_000));
  expect(answer.value.purposes.map(({ purpose, years }) => [purpose, years[0]?.posts?.filled ?? null])).toEqual([["E-Akte", 50], ["", null]]);
  const [first] = answer.value.teams[0]?.years ?? [];
  expect(first?.internalCost).toBe(((first?.internal ?? 0) * euros(80_000)) / 100);
});

test("rows may be whole units, and their cells lead to the measures of all their teams", () => {
  const { people } = municipality();
  createTeamStaffing(people.officer, staffing);
  createPost(people.officer, post);
  const answer = showStaff(people.viewer, { scope: "planned", by: "unit", selection: { row: "all-2", quarter: "2027-Q2" } });
  expect(answer).toMatchObject({ value: { rows: [{ key: "all-2", kind: "unitWithTeams", name: "Amt für Informationstechnik", teamCount: 1 }, { key: "all-3" }], selected: { capacity: 75, postDays: 50, shares: [{ title: "E-Akte einführen" }, { title: "Serviceportal ausbauen" }] } } });
});
