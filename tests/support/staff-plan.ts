import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { quarter } from "#app/domain/calendar/quarter.ts";
import type { StaffPlanSources } from "#app/domain/committee/freeze-staff-plan.ts";
import { cents } from "#app/domain/money/cents.ts";
import { fteHundredths } from "#app/domain/resources/fte.ts";
import type { PayRate, Post, TeamStaffing } from "#app/domain/resources/posts.ts";

/** A filled, a requested and an unpriced post, for versions and reports. */
export const someStaffPlan = (): StaffPlanSources => ({
  posts: [aPost(), aPost({ id: 2, title: "Barrierefreie Dokumente", payGrade: "E 11", state: "filled", purpose: "Barrierefreiheit" }), aPost({ id: 3, title: "Prozesse", payGrade: "" })],
  rates: [aPayRate()],
  staffing: [aTeamStaffing()],
  capacities: [],
});

/** A requested post of team 1 that the plan counts on from the start of 2027. */
export const aPost = (overrides: Partial<Post> = {}): Post => ({
  id: 1,
  title: "Anwendungsbetreuung",
  orgUnitId: 2,
  teamId: 1,
  fte: fteHundredths(100),
  payGrade: "E 10",
  yearlyCostCents: null,
  state: "requested",
  limitedUntil: null,
  fromQuarter: quarter("2027-Q1"),
  hiringDelayQuarters: 0,
  counted: true,
  purpose: "",
  note: "",
  rowVersion: 1,
  ...overrides,
});

/** Two posts of 50 days a quarter, of which 15 % are taken by permanent tasks: 85 days. */
export const aTeamStaffing = (overrides: Partial<TeamStaffing> = {}): TeamStaffing => ({
  id: 1,
  teamId: 1,
  fromQuarter: quarter("2027-Q1"),
  fte: fteHundredths(200),
  personDaysPerFte: 50,
  absencePercent: 0,
  baseLoadPercent: 15,
  note: "",
  rowVersion: 1,
  ...overrides,
});

export const aPayRate = (overrides: Partial<PayRate> = {}): PayRate => ({
  id: 1,
  kind: "personnel",
  payGrade: "E 11",
  validFrom: plainDate("2018-01-01"),
  yearlyCostCents: cents(79_600_00),
  percent: null,
  source: "Kostentabelle 2018",
  fullCost: false,
  rowVersion: 1,
  ...overrides,
});
