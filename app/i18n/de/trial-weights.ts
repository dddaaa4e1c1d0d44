import type { FieldProblem } from "#app/domain/result.ts";
import { translatorFor } from "#app/i18n/translate.ts";

/** Texts of the page on which other weights are tried, and of the proposals made there. */
export const messages = {
  title: "Gewichte probieren",
  intro: "Verschieben Sie die Gewichte und sehen Sie sofort, wie sich die Rangfolge ändert. Das ist nur ein Versuch: Gewichte und Rangfolge der Runde bleiben, wie sie sind.",
  noRoundTitle: "Noch gibt es keine Prioritätsrunde",
  noRoundAdvice: "Sobald eine Runde eröffnet und bewertet ist, können Sie hier andere Gewichte probieren.",
  noCriteriaTitle: "Diese Runde hat keine Kriterien",
  noCriteriaAdvice: "Ohne Kriterien gibt es keine Gewichte.",
  weights: "Gewichte",
  weightsHint: "Ganze Punkte von 0 bis 100. Es zählt der Anteil an allen Punkten; 0 schaltet ein Kriterium aus.",
  groupWeights: "In dieser Runde gewichten Gruppen selbst; hier steht ihr gemeinsames Gewicht in ganzen Punkten. Was Sie nicht anfassen, behält sein genaues Gewicht.",
  points: "{name}, Punkte",
  slider: "{name}, Regler",
  now: "bisher {points, number}",
  share: "Anteil {share}",
  reversed: "hoch ist ungünstig",
  sum: "Summe {sum, number} Punkte",
  compute: "Rangfolge neu rechnen",
  reset: "Zurücksetzen",
  order: "Rangfolge mit diesen Gewichten",
  changed: "{count, plural, =0 {Alle Maßnahmen stehen auf demselben Platz wie in der Runde.} one {Eine Maßnahme steht auf einem anderen Platz als in der Runde.} other {# Maßnahmen stehen auf einem anderen Platz als in der Runde.}}",
  overrides: "Von Hand gegebene Plätze bleiben hier außer Betracht.",
  score: "{points} Punkte",
  up: "{places} höher, war {before}",
  down: "{places} tiefer, war {before}",
  new: "war ohne Platz",
  allZero: "Alle Gewichte sind 0. Geben Sie mindestens einem Kriterium Punkte.",
  unrated: "{count, plural, one {Eine Maßnahme hat} other {# Maßnahmen haben}} mit diesen Gewichten keinen Platz, weil niemand sie beurteilen konnte.",
  announcePlace: "Platz {first, number}: {titles}",
  announcePlaces: "Platz {first, number} bis {last, number}: {titles}",
  announceMore: "{count, plural, one {und ein weiterer Platz} other {und # weitere Plätze}}",
  announceNone: "Kein Platz hat sich geändert.",
  proposeHint: "Zum Beispiel „Mehr Gewicht auf Entlastung“. Ein Vorschlag ändert nichts, er steht unten zur Diskussion.",
  proposalTitle: "Bezeichnung des Vorschlags",
  propose: "Als Vorschlag speichern",
  proposals: "Vorschläge",
  toProposals: "{count, plural, =0 {Noch kein Vorschlag in dieser Runde} one {Zu einem Vorschlag} other {Zu # Vorschlägen}}",
  noProposals: "Für diese Runde gibt es noch keinen Vorschlag.",
  by: "{name}, {date}",
  effectNone: "Die Rangfolge bliebe dieselbe.",
  effect: "{count, plural, one {Eine Maßnahme stünde auf einem anderen Platz:} other {# Maßnahmen stünden auf einem anderen Platz, am weitesten:}}",
  effectMove: "„{title}“ von {before} auf {after}",
  noPlace: "ohne Platz",
  try: "Ausprobieren",
  tryOf: "„{title}“ ausprobieren",
  discard: "Verwerfen",
  discardOf: "„{title}“ verwerfen",
  done: { proposed: "Der Vorschlag „{title}“ ist gespeichert.", discarded: "Der Vorschlag „{title}“ ist verworfen." },
  problem: {
    titleMissing: "Geben Sie dem Vorschlag eine Bezeichnung.",
    titleTooLong: "Höchstens {max, number} Zeichen.",
    points: "Geben Sie eine ganze Zahl von 0 bis {max, number} ein.",
    unknownCriterion: "Die Kriterien der Runde wurden inzwischen geändert. Laden Sie die Seite neu und probieren Sie noch einmal.",
    allZero: "Alle Gewichte sind 0. Geben Sie mindestens einem Kriterium Punkte.",
    other: "Diese Angabe ist so nicht möglich.",
  },
} as const;

export const t = translatorFor(messages);

const codes = ["unknownCriterion", "allZero"] as const;
/** A problem the service found, in words. */
export const problemText = ({ code }: FieldProblem): string => t(`problem.${codes.find((known) => known === code) ?? "other"}`);
