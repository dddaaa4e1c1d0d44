import type { BudgetSystem } from "#app/domain/measures/vocabulary.ts";
import { yearOfColumn, type LineColumn, type LineField } from "#app/domain/resources/line-columns.ts";
import type { LineNote, LineProblem } from "#app/domain/resources/read-lines.ts";
import { translatorFor } from "#app/i18n/translate.ts";
import { codeLabels } from "./budget-lines.ts";

/** Texts of importing the lines of the budget from a list. */
export const messages = {
  title: "Haushaltsstellen importieren",
  intro: "Lesen Sie den Haushaltsplan oder seinen Entwurf als Liste ein. Vorhandene Haushaltsstellen werden an Jahr, Produkt, Konto und Richtung erkannt und aktualisiert; was die Liste nicht sagt, bleibt, wie es ist.",
  columnsTitle: "Welche Spalten?",
  columns: "Konto (und Produkt) oder beides in einer Spalte; dazu, soweit vorhanden: Jahr, Bezeichnung, Art, Richtung, Ansatz, Gebunden, Verausgabt, Verpflichtungsermächtigung, Sperrvermerk, Deckung, Fundstelle, Maßnahme. Mehrere Jahre dürfen nebeneinander stehen: Ansatz 2027, Plan 2028 …",
  file: "Liste als .xlsx oder .csv",
  fileHint: "Höchstens 10 MB und 20.000 Zeilen.",
  defaultYear: "Haushaltsjahr, wenn die Liste keines nennt",
  check: "Prüfen",
  previewTitle: "Vorschau",
  sum: "{create, plural, one {Eine Haushaltsstelle ist neu} other {# Haushaltsstellen sind neu}}, {update, number} {update, plural, one {wird geändert} other {werden geändert}}, {keep, number} {keep, plural, one {bleibt} other {bleiben}} unverändert, {problems, plural, =0 {keine Zeile hat ein Problem} one {eine Zeile hat ein Problem und bleibt außen vor} other {# Zeilen haben ein Problem und bleiben außen vor}}.",
  nothingStored: "Noch ist nichts gespeichert.",
  understood: "Verstandene Spalten",
  understoodHint: "Stimmt eine Zuordnung nicht, ändern Sie sie und prüfen noch einmal.",
  leftOut: "nicht übernehmen",
  recheck: "Mit diesen Spalten prüfen",
  store: "{count, plural, one {Eine Haushaltsstelle übernehmen} other {# Haushaltsstellen übernehmen}}",
  again: "Andere Liste prüfen",
  problems: "Zeilen mit Problemen",
  clear: "Zeilen, die übernommen werden",
  shownOf: "Gezeigt {count, plural, one {wird eine Zeile} other {werden # Zeilen}} von {total, number}.",
  row: "Zeile",
  problem: "Problem",
  line: "Haushaltsstelle",
  amount: "Ansatz",
  effect: "Was geschieht",
  step: { create: "neu", update: "wird geändert", keep: "bleibt unverändert" },
  notSaid: "nicht genannt",
  note: {
    thousandsRead: "Punkt als Tausenderpunkt gelesen",
    directionAssumed: "als Ausgabe angenommen",
    measureUnknown: "Maßnahme nicht gefunden",
  },
  problemText: {
    totalRow: "Summenzeile",
    codeMissing: "Produkt oder Konto fehlt.",
    codePattern: "„{text}“ passt nicht zum Muster der Gemeinde.",
    yearUnreadable: "Das Jahr „{text}“ ist nicht eindeutig.",
    kindMissing: "Ob „{text}“ investiv oder konsumtiv ist, sagt weder die Liste noch die Kontenklasse.",
    wordUnknown: "„{text}“ ist weder investiv oder konsumtiv noch eine Richtung.",
    twice: "„{text}“ steht für dieses Jahr schon in einer früheren Zeile.",
    amountUnreadable: "„{text}“ ist kein Betrag.",
    amountAmbiguous: "„{text}“ kann Verschiedenes heißen.",
    amountApproximate: "„{text}“ ist nur ein ungefährer Betrag.",
    amountNegative: "„{text}“ ist negativ. Ausgabe oder Einnahme gehört in die Spalte Richtung, ohne Vorzeichen.",
    amountTooLarge: "„{text}“ ist zu groß.",
  },
  listProblem: {
    codeColumnMissing: "Keine Spalte nennt Konto oder Haushaltsstelle. Ordnen Sie unten eine zu, oder wählen Sie eine andere Liste.",
    nothingReadable: "Keine Zeile lässt sich übernehmen.",
    nothingNew: "Alles aus dieser Liste steht schon so im Haushalt.",
    undoneAlready: "Dieser Import ist schon zurückgenommen.",
    other: "Diese Liste lässt sich nicht lesen. Bitte laden Sie sie noch einmal hoch.",
  },
  fields: {
    fiscalYear: "Jahr",
    budgetProduct: "Produkt",
    budgetAccount: "Konto",
    code: "Produkt und Konto",
    label: "Bezeichnung",
    budgetKind: "Art",
    direction: "Richtung",
    appropriation: "Ansatz",
    committed: "Gebunden",
    spent: "Verausgabt",
    commitmentAppropriation: "Verpflichtungsermächtigung",
    lock: "Sperrvermerk",
    coverage: "Deckung",
    budgetReference: "Fundstelle",
    measure: "Maßnahme",
  },
  yearAmount: "Ansatz {year}",
  unnamed: "Spalte {number, number}",
  done: "{created, plural, one {Eine Haushaltsstelle ist neu} other {# Haushaltsstellen sind neu}}, {updated, plural, one {eine ist geändert} other {# sind geändert}}{skipped, plural, =0 {} one {; eine Zeile blieb außen vor} other {; # Zeilen blieben außen vor}}.",
  earlier: "Frühere Importe",
  earlierCaption: "Importe von Haushaltsstellen",
  at: "Wann",
  by: "Wer",
  fileName: "Datei",
  result: "Ergebnis",
  resultText: "{created, number} neu, {updated, number} geändert, {skipped, number} außen vor",
  undo: "Zurücknehmen",
  undoOf: "Import von {fileName} vom {at} zurücknehmen",
  undone: "zurückgenommen am {at}",
  undoDone: "{undone, plural, one {Eine Haushaltsstelle ist} other {# Haushaltsstellen sind}} wieder wie vor dem Import{kept, plural, =0 {} one {; eine wurde seither geändert und bleibt} other {; # wurden seither geändert und bleiben}}.",
} as const;

export const t = translatorFor(messages);

export const rowProblemText = ({ code, text }: { readonly code: LineProblem; readonly text: string }): string => t(`problemText.${code}`, { text });
export const noteText = (note: LineNote): string => t(`note.${note}`);

const listProblems = ["codeColumnMissing", "nothingReadable", "nothingNew", "undoneAlready"] as const;
export const listProblemText = ({ code }: { readonly code: string }): string => t(`listProblem.${listProblems.find((known) => known === code) ?? "other"}`);

/** In the words of the municipality's budget system. */
export function columnLabel(column: NonNullable<LineColumn>, system: BudgetSystem): string {
  if (column === "budgetProduct") return codeLabels(system).product;
  if (column === "budgetAccount") return codeLabels(system).account;
  const year = yearOfColumn(column);
  return year === null ? t(`fields.${column as LineField}`) : t("yearAmount", { year: String(year) });
}
