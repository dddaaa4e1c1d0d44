import type { Cents } from "#app/domain/money/cents.ts";
import { euros } from "#app/domain/money/cents.ts";
import type { UserKey } from "./shape.ts";

export type SeedChange = {
  readonly measure: string;
  readonly daysAgo: number;
  readonly by: UserKey;
  /** Column values before and after; the newest change of a field must end at the value the measure has now. */
  readonly before: Readonly<Record<string, string | number | null>>;
  readonly after: Readonly<Record<string, string | number | null>>;
};

/** What happened to the measures since they were collected, oldest first. */
export const changes: readonly SeedChange[] = [
  { measure: "eFile", daysAgo: 300, by: "kraemer", before: { status: "resolved" }, after: { status: "inProgress" } },
  { measure: "eFile", daysAgo: 150, by: "lindner", before: { endQuarter: "2027-Q4", progressPercent: 15 }, after: { endQuarter: "2028-Q3", progressPercent: 25 } },
  { measure: "eFile", daysAgo: 6, by: "lindner", before: { progressPercent: 25, trafficLight: "green", trafficLightReason: "" }, after: { progressPercent: 35, trafficLight: "yellow", trafficLightReason: "Drei von neun Fachbereichen arbeiten mit der E-Akte, geplant waren vier." } },
  { measure: "ozg", daysAgo: 140, by: "sommer", before: { progressPercent: 20 }, after: { progressPercent: 34 } },
  { measure: "ozg", daysAgo: 8, by: "sommer", before: { progressPercent: 34, trafficLight: "green", trafficLightReason: "" }, after: { progressPercent: 40, trafficLight: "yellow", trafficLightReason: "21 von 50 Leistungen sind durchgängig online, geplant waren 24." } },
  { measure: "directory", daysAgo: 96, by: "vogt", before: { progressPercent: 20, trafficLight: "yellow" }, after: { progressPercent: 40, trafficLight: "yellow" } },
  { measure: "directory", daysAgo: 9, by: "vogt", before: { trafficLight: "yellow", trafficLightReason: "Urlaubszeit, kaum Rückmeldungen." }, after: { trafficLight: "red", trafficLightReason: "Rechtebereinigung stockt, die Frist am 12. Januar 2027 ist gefährdet." } },
  { measure: "telephony", daysAgo: 70, by: "brandt", before: { endQuarter: "2027-Q1", trafficLight: "green", trafficLightReason: "" }, after: { endQuarter: "2027-Q2", trafficLight: "yellow", trafficLightReason: "Lieferverzug bei den Gateways, acht Wochen Rückstand." } },
  { measure: "telephony", daysAgo: 12, by: "brandt", before: { progressPercent: 40 }, after: { progressPercent: 55 } },
  { measure: "website", daysAgo: 110, by: "lindner", before: { status: "planned" }, after: { status: "resolved" } },
  { measure: "website", daysAgo: 11, by: "kraemer", before: { progressPercent: 0 }, after: { progressPercent: 5 } },
  { measure: "appointments", daysAgo: 60, by: "sommer", before: { status: "inProgress", progressPercent: 90 }, after: { status: "implemented", progressPercent: 100 } },
  { measure: "buildingApplication", daysAgo: 120, by: "reimann", before: { status: "resolved", progressPercent: 20 }, after: { status: "inProgress", progressPercent: 30 } },
  { measure: "buildingApplication", daysAgo: 17, by: "reimann", before: { progressPercent: 30 }, after: { progressPercent: 50 } },
  { measure: "mediaPlan", daysAgo: 29, by: "aydin", before: { progressPercent: 5, trafficLight: "green", trafficLightReason: "" }, after: { progressPercent: 10, trafficLight: "yellow", trafficLightReason: "Förderbescheid steht aus, die erste Jahresscheibe wird vorfinanziert." } },
  { measure: "bladeServers", daysAgo: 20, by: "vogt", before: { startQuarter: "2027-Q2", endQuarter: "2028-Q2" }, after: { startQuarter: "2027-Q4", endQuarter: "2028-Q4" } },
  { measure: "fibre", daysAgo: 33, by: "brandt", before: { endQuarter: "2028-Q2", trafficLight: "green", trafficLightReason: "" }, after: { endQuarter: "2028-Q4", trafficLight: "yellow", trafficLightReason: "Tiefbaupreise liegen über der Schätzung von 2025." } },
  { measure: "participation", daysAgo: 21, by: "lindner", before: { status: "planned" }, after: { status: "resolved" } },
  // After the version that lies with the committee: the timeline shows where it stood there.
  { measure: "participation", daysAgo: 4, by: "lindner", before: { startQuarter: "2026-Q4", endQuarter: "2027-Q2" }, after: { startQuarter: "2027-Q1", endQuarter: "2027-Q3" } },
  { measure: "appMarketing", daysAgo: 120, by: "lindner", before: { status: "planned" }, after: { status: "deferred" } },
  { measure: "schoolSupport", daysAgo: 110, by: "lindner", before: { status: "planned" }, after: { status: "deferred" } },
];

/** Somebody looked and found the data still true, without changing it. */
export const confirmations: ReadonlyArray<{ measure: string; by: UserKey; daysAgo: number }> = [
  { measure: "onceOnly", by: "sommer", daysAgo: 35 },
  { measure: "digitalTwin", by: "reimann", daysAgo: 40 },
  { measure: "squareWifi", by: "brandt", daysAgo: 62 },
];

/** How an amount stood when the first version was frozen. */
export const earlierAmounts: ReadonlyArray<{ measure: string; title: string; amount: Cents | null }> = [
  { measure: "fibre", title: "Tiefbau und Anschlüsse", amount: euros(640_000) },
  { measure: "mediaPlan", title: "Endgeräte und Präsentationstechnik", amount: euros(1_100_000) },
  { measure: "website", title: "Agentur und Umsetzung", amount: null },
  { measure: "eFile", title: "Einführung und Schulung", amount: euros(225_000) },
];
