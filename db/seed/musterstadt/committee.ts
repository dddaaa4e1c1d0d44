import type { UserKey } from "./shape.ts";

export const committee = "Ausschuss für Digitalisierung";

export type SeedVersion = { title: string; note: string; frozenDaysAgo: number; submittedDaysAgo: number; meetingDate: string };

/** The first version is told from the history: measures collected later are missing, changed fields stand as they were. */
export const versions: readonly [SeedVersion, SeedVersion] = [
  { title: "Digitalfahrplan, Entwurf Mai 2026", note: "Erster Entwurf zur Beratung im Ausschuss.", frozenDaysAgo: 195, submittedDaysAgo: 194, meetingDate: "2026-05-26" },
  { title: "Digitalfahrplan 2027–2030", note: "Fassung zum Haushalt 2027, nach der Priorisierung mit Fachbereichen und Fraktionen.", frozenDaysAgo: 18, submittedDaysAgo: 17, meetingDate: "2026-12-08" },
];

export type SeedComment = { version: 1 | 2; key: string; measure: string | null; by: UserKey; daysAgo: number; text: string; answers?: string };

export const comments: readonly SeedComment[] = [
  { version: 1, key: "firstDates", measure: "website", by: "nowak", daysAgo: 188, text: "Für die Website fehlt eine Kostenschätzung. Bis wann liegt sie vor?" },
  { version: 1, key: "firstDatesAnswer", measure: "website", by: "lindner", daysAgo: 183, text: "Die Schätzung liegt mit der nächsten Fassung vor.", answers: "firstDates" },
  { version: 2, key: "servers", measure: "bladeServers", by: "hartwig", daysAgo: 12, text: "1,3 Mio. € für Server erscheinen hoch. Wurde ein gemeinsamer Betrieb mit dem Kreis geprüft?" },
  { version: 2, key: "directory", measure: "directory", by: "petersen", daysAgo: 10, text: "Was passiert, wenn die Frist im Januar nicht gehalten wird?" },
  { version: 2, key: "directoryAnswer", measure: "directory", by: "lindner", daysAgo: 9, text: "Die betroffenen Server werden vom Netz getrennt; ein Notbetrieb ist vorbereitet.", answers: "directory" },
  { version: 2, key: "participation", measure: "participation", by: "nowak", daysAgo: 7, text: "Wir begrüßen, dass offene Software bevorzugt wird. Bitte auch die Barrierefreiheit prüfen." },
  { version: 2, key: "whole", measure: null, by: "petersen", daysAgo: 5, text: "Der investive Rahmen 2028 wird überschritten. Welche Maßnahme kann die Verwaltung verschieben?" },
];
