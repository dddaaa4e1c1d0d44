import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { addQuarters, firstDayOf, lastDayOf, quarter } from "#app/domain/calendar/quarter.ts";
import type { Benefit, CostItem, Dependency, Measure, Milestone, StaffDemand } from "#app/domain/measures/measure.ts";
import { measureStatuses } from "#app/domain/measures/vocabulary.ts";
import { euros } from "#app/domain/money/cents.ts";
import type { ActionField, Municipality, OrgUnit, Portfolio, Team } from "#app/domain/portfolio/portfolio.ts";

/** Factories return plain, complete data; name only what the test is about. */
export const aMeasure = (overrides: Partial<Measure> = {}): Measure => ({
  id: 1,
  title: "E-Akte einführen",
  summary: "",
  description: "",
  actionFieldId: 1,
  effectDirection: null,
  targetGroups: [],
  leadUnitId: 2,
  participatingUnitIds: [],
  goalIds: [],
  responsiblePerson: "",
  status: "planned",
  permanentTask: false,
  planningHorizon: null,
  startQuarter: quarter("2027-Q1"),
  endQuarter: quarter("2027-Q4"),
  timeframeText: "",
  earliestStart: null,
  deadline: null,
  deadlineReason: "",
  progressPercent: null,
  trafficLight: null,
  trafficLightReason: "",
  source: "",
  externalReference: "",
  createdAt: "2026-01-05T08:00:00.000Z",
  updatedAt: "2026-01-05T08:00:00.000Z",
  archivedAt: null,
  rowVersion: 1,
  milestones: [],
  costItems: [],
  staffDemands: [],
  benefits: [],
  ...overrides,
});

export const aMilestone = (overrides: Partial<Milestone> = {}): Milestone => ({
  id: 1,
  title: "Pilot abgenommen",
  dueDate: plainDate("2027-06-30"),
  reachedOn: null,
  rowVersion: 1,
  ...overrides,
});

export const aCostItem = (overrides: Partial<CostItem> = {}): CostItem => ({
  id: 1,
  title: "Lizenzen",
  rhythm: "oneOff",
  budgetKind: "consumptive",
  direction: "expense",
  budgetProduct: "1115",
  budgetAccount: "528100",
  profile: "even",
  amountCents: euros(23_000),
  estimateNote: "",
  rowVersion: 1,
  ...overrides,
});

export const aStaffDemand = (overrides: Partial<StaffDemand> = {}): StaffDemand => ({
  id: 1,
  teamId: 1,
  orgUnitId: null,
  basis: "perQuarter",
  personDays: 20,
  staffSource: "internal",
  purpose: "",
  note: "",
  rowVersion: 1,
  ...overrides,
});

export const aBenefit = (overrides: Partial<Benefit> = {}): Benefit => ({
  id: 1,
  kind: "hoursPerYear",
  amountCents: null,
  hoursPerYear: 400,
  description: "",
  estimateBasis: "",
  rowVersion: 1,
  ...overrides,
});

export const aDependency = (overrides: Partial<Dependency> = {}): Dependency => ({ id: 1, predecessorId: 1, successorId: 2, lagQuarters: 0, ...overrides });

export const aMunicipality = (overrides: Partial<Municipality> = {}): Municipality => ({
  name: "Musterstadt",
  land: "NW",
  population: 38_000,
  budgetSystem: "nkf",
  productPattern: "\\d{4}",
  accountPattern: "\\d{6}",
  firstFiscalYear: 2027,
  fiscalHorizon: 4,
  budgetPeriodYears: 1,
  brandColour: "#00594f",
  isDemonstration: false,
  ...overrides,
});

const unit = (id: number, parentId: number | null, kind: OrgUnit["kind"], shortName: string, name: string): OrgUnit => ({
  id,
  parentId,
  kind,
  shortName,
  name,
  position: id,
});
/** Unit 1 holds units 2 and 3; unit 4 is a municipal company of its own. */
export const someUnits = (): OrgUnit[] => [
  unit(1, null, "directorate", "Dez I", "Dezernat I"),
  unit(2, 1, "department", "IT", "Amt für Informationstechnik"),
  unit(3, 1, "department", "Bürger", "Bürgeramt"),
  unit(4, null, "municipalCompany", "SWM", "Stadtwerke Musterstadt"),
];

export const someActionFields = (): ActionField[] =>
  ["Verwaltung digital", "Bürgerservice", "Schulen", "Smart City"].map((name, index) => ({ id: index + 1, name, description: "", position: index + 1 }));

export const someTeams = (): Team[] => [
  { id: 1, orgUnitId: 2, name: "Team Fachverfahren", position: 1 },
  { id: 2, orgUnitId: 3, name: "Team Bürgerbüro", position: 2 },
];

/** A small municipality with four units, four action fields, two teams, and no measures unless given. */
export const aPortfolio = (overrides: Partial<Portfolio> = {}): Portfolio => ({
  municipality: aMunicipality(),
  orgUnits: someUnits(),
  actionFields: someActionFields(),
  goals: [],
  measures: [],
  dependencies: [],
  teams: someTeams(),
  capacities: [],
  budgetFrames: [],
  criteria: [],
  raterGroups: [],
  ratings: [],
  ...overrides,
});

const NOUNS = ["Serviceportal", "E-Akte", "Open-Data-Portal", "Digitaler Zwilling", "Verkehrsmodell", "Schul-WLAN", "Rechnungsworkflow", "Terminvergabe"];
const VERBS = ["Konzept", "Vergabe", "Einführung", "Ausbau", "Evaluation"];

/**
 * Many measures with dates, progress, milestones, deadlines and dependencies, the same for the same count:
 * every eleventh is undated, every thirteenth a permanent task without end, some dependencies are violated.
 */
export function aPortfolioOf(count: number): Portfolio {
  const measures = Array.from({ length: count }, (_, index) => {
    const id = index + 1;
    const start = addQuarters(quarter("2025-Q1"), (index * 7) % 19);
    const end = addQuarters(start, (index * 5) % 7);
    const undated = index % 11 === 10;
    const permanent = index % 13 === 12;
    return aMeasure({
      id,
      title: `${VERBS[index % VERBS.length] ?? ""} ${NOUNS[(index * 3) % NOUNS.length] ?? ""} ${id}`,
      actionFieldId: index % 17 === 16 ? null : (index % 4) + 1,
      leadUnitId: index % 19 === 18 ? null : (index % 3) + 2,
      status: measureStatuses[(index * 3) % measureStatuses.length] ?? "idea",
      startQuarter: undated ? null : start,
      endQuarter: undated || permanent ? null : end,
      permanentTask: permanent,
      timeframeText: undated ? "ab 2027 schrittweise" : "",
      progressPercent: index % 3 === 0 ? (index * 13) % 101 : null,
      trafficLight: (["green", "yellow", "red", null] as const)[index % 4] ?? null,
      deadline: index % 9 === 8 ? lastDayOf(end) : null,
      deadlineReason: index % 9 === 8 ? "Onlinezugangsgesetz" : "",
      milestones: index % 5 === 4 && !undated ? [aMilestone({ id, title: "Vergabe erteilt", dueDate: firstDayOf(end) })] : [],
      costItems: [aCostItem({ id, amountCents: index % 6 === 5 ? null : euros(1_000 * (1 + ((index * 37) % 90))), budgetKind: index % 2 ? "investive" : "consumptive" })],
      staffDemands: [aStaffDemand({ id, teamId: (index % 2) + 1, personDays: 5 + (index % 20) })],
    });
  });
  const dependencies = measures
    .filter((measure) => measure.id % 4 === 0)
    .map((measure) => aDependency({ id: measure.id, predecessorId: measure.id - 3, successorId: measure.id, lagQuarters: measure.id % 8 === 0 ? 1 : 0 }));
  return aPortfolio({ measures, dependencies });
}
