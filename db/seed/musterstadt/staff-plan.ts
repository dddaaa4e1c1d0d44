import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { euros } from "#app/domain/money/cents.ts";
import { fteHundredths } from "#app/domain/resources/fte.ts";
import type { PayRate, Post, TeamStaffing } from "#app/domain/resources/posts.ts";
import { assumed, type SeedTeam, type TeamKey, type UnitKey } from "./shape.ts";

type SeedPost = Omit<Post, "id" | "orgUnitId" | "teamId" | "rowVersion"> & { readonly unit: UnitKey; readonly team: TeamKey | null };
type SeedStaffing = Omit<TeamStaffing, "id" | "teamId" | "rowVersion"> & { readonly team: TeamKey };

const post = (unit: UnitKey, team: TeamKey | null, title: string, hundredths: number, payGrade: string, rest: Partial<SeedPost>): SeedPost => ({
  ...{ unit, team, title, payGrade, fte: fteHundredths(hundredths), yearlyCostCents: null, state: "filled", limitedUntil: null, fromQuarter: null },
  ...{ hiringDelayQuarters: 0, counted: true, purpose: "", note: "" },
  ...rest,
});

/**
 * What is there, two half posts among it, and the four posts that the draft budget of 2027 asks for. They sit where the plan is
 * short of staff: what slips without two of them is what a council asks.
 */
export const posts: readonly SeedPost[] = [
  post("sd", "digital", "Leitung Stabsstelle Digitalisierung", 100, "A 13", { yearlyCostCents: euros(104_300), purpose: "Digitalstrategie" }),
  post("sd", "digital", "Projektleitung Onlinedienste", 100, "E 11", { purpose: "Onlinedienste" }),
  post("sd", "digital", "Webredaktion und digitale Barrierefreiheit", 50, "E 9b", { yearlyCostCents: euros(34_900), purpose: "Barrierefreiheit", note: "Halbe Stelle, seit 2021" }),
  post("fb11", "applications", "Anwendungsbetreuung Dokumentenmanagement", 50, "E 10", { purpose: "E-Akte", note: "Halbe Stelle, wird mit der beantragten ganzen zum Team" }),
  post("fb11", "applications", "Anwendungsbetreuung Fachverfahren", 375, "E 10", { purpose: "Fachverfahren", note: "Vier Personen, davon eine in Teilzeit; eine Stelle endet am 30.09.2027" }),
  post("fb11", "infrastructure", "Informationssicherheit", 100, "E 12", { state: "vacant", fromQuarter: quarter("2027-Q2"), hiringDelayQuarters: 2, counted: false, purpose: "Informationssicherheit", note: "Zweimal ohne Ergebnis ausgeschrieben" }),
  post("sd", "digital", "Fachkraft digitale Barrierefreiheit", 100, "E 11", { state: "requested", fromQuarter: quarter("2027-Q1"), hiringDelayQuarters: 2, purpose: "Barrierefreiheit", note: "Stellenplanentwurf 2027, lfd. Nr. 1" }),
  post("fb11", "applications", "Anwendungsbetreuung E-Akte", 100, "E 10", { state: "requested", fromQuarter: quarter("2027-Q2"), hiringDelayQuarters: 2, purpose: "E-Akte", note: "Stellenplanentwurf 2027, lfd. Nr. 2" }),
  post("fb10", "processes", "Prozessmanagement", 50, "E 11", { state: "requested", fromQuarter: quarter("2027-Q1"), hiringDelayQuarters: 1, limitedUntil: plainDate("2029-12-31"), purpose: "Prozesse", note: "Stellenplanentwurf 2027, lfd. Nr. 3; befristet" }),
  post("fb32", "citizenOffice", "Digitallotsin oder Digitallotse im Bürgerservice", 50, "E 9b", { state: "requested", fromQuarter: quarter("2027-Q3"), hiringDelayQuarters: 2, purpose: "Onlinedienste", note: "Stellenplanentwurf 2027, lfd. Nr. 4" }),
  post("fb61", "geodata", "Datenkoordination Stadtentwicklung", 100, "E 11", { state: "inDraft", counted: false, purpose: "Daten", note: "Idee des Fachbereichs, noch nicht im Entwurf des Stellenplans" }),
];

/** From October 2027 on the specialist systems have a post less; three fifths go into keeping them running. */
export const staffing: readonly SeedStaffing[] = [
  { team: "applications", fromQuarter: quarter("2027-Q1"), fte: fteHundredths(425), personDaysPerFte: 50, absencePercent: 0, baseLoadPercent: 60, note: "Grundlast: Betrieb von 74 Fachverfahren" },
  { team: "applications", fromQuarter: quarter("2027-Q4"), fte: fteHundredths(325), personDaysPerFte: 50, absencePercent: 0, baseLoadPercent: 60, note: "Eine Stelle endet am 30.09.2027" },
];

type ByHand = Partial<SeedTeam["personDays"]>;

/** Where the plan counts on posts to come, what was entered by hand is the team without them. Teams that are not named keep all theirs. */
export const enteredByHand: Readonly<Partial<Record<TeamKey, ByHand>>> = {
  digital: { 2026: [70, 70, 55, 70], 2027: [120, 120, 50, 70], 2028: [90, 90, 65, 90], 2029: [90, 90, 65, 90], 2030: [90, 90, 65, 90] },
  processes: { 2026: [50, 50, 40, 50], 2027: [60, 35, 20, 35], 2028: [35, 35, 20, 35], 2029: [35, 35, 20, 35], 2030: [35, 35, 20, 35] },
  citizenOffice: { 2026: [35, 35, 25, 35], 2027: [40, 40, 30, 40], 2028: [15, 15, 5, 15], 2029: [15, 15, 5, 15], 2030: [15, 15, 5, 15] },
  applications: { 2026: [80, 80, 60, 80] },
};

/** The third quarter is the holiday quarter: entered by hand, it replaces what the staffing says. */
export const holidayQuarters: ReadonlyArray<{ readonly team: TeamKey; readonly quarter: string; readonly personDays: number }> = [
  { team: "applications", quarter: "2027-Q3", personDays: 65 },
  { team: "applications", quarter: "2028-Q3", personDays: 45 },
  { team: "applications", quarter: "2029-Q3", personDays: 45 },
  { team: "applications", quarter: "2030-Q3", personDays: 45 },
];

/** The town's own rates beside the public ones; they are newer, so they are the ones in force. */
const rate = (payGrade: string, amount: number): Omit<PayRate, "id" | "rowVersion"> => ({
  ...{ kind: "personnel", payGrade, validFrom: plainDate("2026-01-01"), yearlyCostCents: euros(amount), percent: null, fullCost: true },
  source: `${assumed}: Vollkosten einer Stelle ${payGrade}`,
});
export const ownRates = [rate("E 9b", 71_400), rate("E 10", 80_600), rate("E 11", 88_200), rate("E 12", 96_900)];
