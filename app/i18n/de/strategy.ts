import type { FieldProblem } from "#app/domain/result.ts";
import { translatorFor } from "#app/i18n/translate.ts";

/** Texts of action fields and goals. */
export const messages = {
  title: "Strategie",
  intro: "Handlungsfelder gliedern die Digitalstrategie, Ziele sagen, was sich für wen verbessern soll. Jede Maßnahme gehört zu einem Handlungsfeld und kann mehreren Zielen dienen.",
  measures: "{count, plural, =0 {keine Maßnahme} one {1 Maßnahme} other {# Maßnahmen}}",
  goals: "Ziele",
  noGoals: "Noch kein Ziel.",
  overarching: "Übergreifende Ziele",
  overarchingHint: "Sie gelten für alle Handlungsfelder.",
  emptyTitle: "Noch gibt es keine Handlungsfelder",
  emptyText: "Legen Sie zuerst die Handlungsfelder an, zum Beispiel „Bürgerservice“ oder „Digitale Schule“.",
  addField: "Handlungsfeld hinzufügen",
  editField: "Handlungsfeld ändern",
  addGoal: "Ziel hinzufügen",
  editGoal: "Ziel ändern",
  editNamed: "„{name}“ ändern",
  change: "ändern",
  name: "Name",
  goalTitle: "Ziel",
  goalHint: "Ein Satz, an dem sich später messen lässt, ob das Ziel erreicht ist.",
  description: "Beschreibung",
  position: "Platz in der Reihenfolge",
  positionHint: "Kleine Zahlen stehen oben.",
  actionField: "Handlungsfeld",
  allFields: "übergreifend, für alle Handlungsfelder",
  save: "Speichern",
  cancel: "Abbrechen",
  archive: "Archivieren",
  archiveHint: "Maßnahmen, die es nennen, behalten es. Neu gewählt werden kann es nicht mehr.",
  archivedTitle: "Archiv",
  restore: "Wiederherstellen",
  restoreNamed: "„{name}“ wiederherstellen",
  field: "Handlungsfeld",
  saved: "Gespeichert.",
  archivedNow: "Archiviert.",
  restoredNow: "Wiederhergestellt.",
  conflict: "Jemand anderes hat das inzwischen geändert",
  conflictAdvice: "Unten steht Ihre Fassung, hier die gespeicherte. Speichern Sie noch einmal, wenn Ihre gelten soll.",
  nothing: "leer",
  problem: {
    titleMissing: "Geben Sie das Ziel ein.",
    nameMissing: "Geben Sie einen Namen ein.",
    nameTaken: "Ein Handlungsfeld mit diesem Namen gibt es schon.",
    nameTakenInArchive: "Ein Handlungsfeld mit diesem Namen liegt im Archiv. Stellen Sie es wieder her.",
    unknownChoice: "Dieses Handlungsfeld gibt es nicht mehr.",
    tooLong: "Dieser Text ist zu lang.",
    notWhole: "Geben Sie eine ganze Zahl von 0 bis 999 ein.",
    other: "Diese Angabe kann so nicht gespeichert werden.",
  },
} as const;

export const t = translatorFor(messages);

const isProblem = (code: string): code is keyof typeof messages.problem => Object.hasOwn(messages.problem, code);
export const problemTexts = (fields: Readonly<Record<string, readonly FieldProblem[]>>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(fields).map(([field, problems]) => [field, problems.map(({ code }) => t(`problem.${isProblem(code) ? code : "other"}`))]));
