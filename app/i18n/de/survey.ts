import type { SurveyProblem } from "#app/domain/prioritisation/survey-answers.ts";
import type { FieldProblem } from "#app/domain/result.ts";
import { translatorFor } from "#app/i18n/translate.ts";

/** Texts of importing a citizens' survey. */
export const messages = {
  title: "Umfrage",
  intro: "Das Ergebnis einer Umfrage zählt wie die Bewertungen einer Gruppe. Übernommen werden Mittelwerte und die Zahl der Antworten, keine einzelnen Personen.",
  isSurvey: "Die Bewertungen kommen aus einer Umfrage",
  isSurveyHint: "Dann werden sie unter „Umfrage“ als Liste übernommen. Mitglieder braucht die Gruppe nicht.",
  yes: "ja",
  no: "nein",
  noRoundTitle: "Zurzeit ist keine Prioritätsrunde offen",
  noRoundAdvice: "Eine Umfrage wird in die offene Runde übernommen.",
  noGroupTitle: "Keine Gruppe der Runde steht für eine Umfrage",
  noGroupAdvice: "Legen Sie unter „Kriterien“ eine Gruppe an, deren Bewertungen aus einer Umfrage kommen, und nehmen Sie sie in die Runde auf.",
  ofRound: "Offene Runde: {title}",
  group: "Für welche Gruppe?",
  groupOption: "{name} ({count, plural, =0 {noch nichts übernommen} other {# Ergebnisse übernommen}})",
  file: "Liste als .csv oder .xlsx",
  fileHint: "Höchstens 1 MB. Erste Zeile mit Überschriften.",
  text: "Oder hier einfügen",
  textHint: "Aus einer Tabelle kopiert oder mit Semikolon getrennt, mit Überschriften.",
  columnsTitle: "Welche Spalten?",
  columns: "Maßnahme (Titel oder Nummer), Kriterium, und entweder Mittelwert (0 bis 4, auf der Skala der Frage) mit Anzahl der Antworten, oder je Stufe eine Spalte 0, 1, 2, 3, 4 mit der Zahl der Antworten.",
  example: "Zum Beispiel: Maßnahme; Kriterium; Mittelwert; Anzahl",
  check: "Prüfen",
  previewTitle: "Vorschau",
  previewSum: "{newCount, plural, one {Ein Ergebnis ist neu} other {# Ergebnisse sind neu}}, {replacedCount, number} {replacedCount, plural, one {ersetzt ein früheres} other {ersetzen frühere}}, {problemCount, plural, =0 {keine Zeile hat ein Problem} one {eine Zeile hat ein Problem und bleibt außen vor} other {# Zeilen haben ein Problem und bleiben außen vor}}.",
  nothingStored: "Noch ist nichts gespeichert.",
  problems: "Zeilen mit Problemen",
  clear: "Zeilen, die übernommen werden",
  shownOf: "Gezeigt {count, plural, one {wird eine Zeile} other {werden # Zeilen}} von {total, number}.",
  row: "Zeile",
  measure: "Maßnahme",
  criterion: "Kriterium",
  problem: "Problem",
  mean: "Mittelwert",
  count: "Antworten",
  store: "{count, plural, one {Ein Ergebnis übernehmen} other {# Ergebnisse übernehmen}}",
  again: "Andere Liste prüfen",
  done: "{stored, plural, one {Ein Ergebnis ist übernommen} other {# Ergebnisse sind übernommen}}{problems, plural, =0 {} one {; eine Zeile blieb außen vor} other {; # Zeilen blieben außen vor}}.",
  rowProblem: {
    measureUnknown: "Diese Maßnahme gibt es nicht, oder sie wird nicht mehr bewertet.",
    measureAmbiguous: "So heißen mehrere Maßnahmen; nennen Sie die Nummer.",
    criterionUnknown: "Dieses Kriterium gehört nicht zur Runde.",
    meanUnreadable: "Der Mittelwert ist keine Zahl von 0 bis 4 mit höchstens vier Nachkommastellen.",
    meanMissing: "Der Mittelwert fehlt; unbekannt ist nicht null.",
    countUnreadable: "Eine Anzahl ist keine ganze Zahl.",
    countMissing: "Es gibt keine Antworten.",
    countDiffers: "Die Stufen ergeben zusammen eine andere Anzahl als angegeben.",
    twice: "Maßnahme und Kriterium stehen schon in einer früheren Zeile.",
  },
  listProblem: {
    columnsMissing: "Es fehlen Spalten: Maßnahme, Kriterium, und Mittelwert mit Anzahl oder die Spalten 0, 1, 2, 3 und 4.",
    nothingReadable: "Keine Zeile lässt sich übernehmen.",
    noRound: "Zurzeit ist keine Prioritätsrunde offen.",
    nothingGiven: "Wählen Sie eine Datei, oder fügen Sie die Liste ein.",
    both: "Wählen Sie entweder eine Datei oder fügen Sie die Liste ein, nicht beides.",
    groupMissing: "Wählen Sie eine Gruppe.",
    other: "Diese Liste lässt sich nicht lesen.",
  },
} as const;

export const t = translatorFor(messages);

export const rowProblemText = (problem: SurveyProblem): string => t(`rowProblem.${problem}`);
const listProblems = ["columnsMissing", "nothingReadable", "noRound"] as const;
export const listProblemText = ({ code }: FieldProblem): string => t(`listProblem.${listProblems.find((known) => known === code) ?? "other"}`);
