import { euros, type Cents } from "#app/domain/money/cents.ts";
import type { MeasurePairKind } from "#app/domain/planning/planning-terms.ts";
import type { UnitKey } from "./shape.ts";

/** What the planner is told of Musterstadt's measures. One undated idea, the virtual city tour, has no duration on purpose. */
export const terms: ReadonlyArray<{ readonly measure: string; readonly durationQuarters?: number; readonly mandatory?: true; readonly fixed?: true }> = [
  // Laws: Onlinezugangsgesetz, E-Government-Gesetz, Barrierefreie Informationstechnik, elektronisches Bauantragsverfahren.
  { measure: "ozg", mandatory: true },
  { measure: "serviceAccount", mandatory: true },
  { measure: "eFile", mandatory: true },
  { measure: "eInbox", mandatory: true },
  { measure: "website", mandatory: true },
  { measure: "buildingApplication", mandatory: true },
  // The rooms are let from January on.
  { measure: "scanCentre", fixed: true },
  { measure: "notesMigration", durationQuarters: 3 },
  { measure: "fax", durationQuarters: 2 },
  { measure: "digitalTwin", durationQuarters: 6 },
];

export const windows: ReadonlyArray<{
  readonly measure: string;
  readonly programme: string;
  readonly opens: string;
  readonly closes: string;
  readonly ratePercent: number;
  readonly maxGrant?: Cents;
  readonly required?: true;
  /** The live plan counts on the grant. */
  readonly adopted?: true;
  readonly note: string;
}> = [
  { measure: "geoTwin", programme: "Digitale Geodaten in Kommunen (Demonstration)", opens: "2027-Q3", closes: "2028-Q2", ratePercent: 60, maxGrant: euros(90_000), note: "Bewilligung bis Juni 2027 erwartet." },
  { measure: "wlan", programme: "WLAN in öffentlichen Gebäuden (Demonstration)", opens: "2027-Q3", closes: "2028-Q1", ratePercent: 40, maxGrant: euros(80_000), note: "Antrag bis 30. April 2027; ein früherer Beginn schließt die Förderung aus." },
  { measure: "infoSteles", programme: "Tourismusförderung des Landes (Demonstration)", opens: "2027-Q4", closes: "2028-Q4", ratePercent: 50, maxGrant: euros(30_000), required: true, adopted: true, note: "Ohne Zuschuss hat der Aufsichtsrat die Stelen abgelehnt." },
  { measure: "digitalTwin", programme: "Modellprojekte Smart Cities (Demonstration)", opens: "2028-Q1", closes: "2028-Q4", ratePercent: 65, required: true, note: "" },
];

export const pairs: ReadonlyArray<{ readonly kind: MeasurePairKind; readonly measures: readonly [string, string]; readonly saving?: Cents; readonly reason: string }> = [
  { kind: "excludes", measures: ["geoTwin", "digitalTwin"], reason: "Zwei Modelle derselben Stadt: Der Geozwilling deckt drei Viertel dessen ab, was der große Zwilling können soll." },
  { kind: "savesTogether", measures: ["eInbox", "scanCentre"], saving: euros(12_000), reason: "Eine Schnittstelle zum DMS statt zweier." },
  { kind: "savesTogether", measures: ["cityApp", "chatBot"], saving: euros(9_000), reason: "Der ChatBot der App und der Website ist derselbe." },
  { kind: "savesTogether", measures: ["infoSteles", "cityTour"], saving: euros(6_000), reason: "Texte und Bilder werden einmal erstellt und zweimal gezeigt." },
];

/** So many measures of a unit may begin in one quarter. */
export const startLimits: ReadonlyArray<readonly [unit: UnitKey, startsPerQuarter: number]> = [
  ["sd", 3],
  ["fb32", 1],
  ["fb61", 1],
];
