import { formatDate } from "#app/i18n/format.ts";
import { translatorFor } from "#app/i18n/translate.ts";
import { parsePlainDate } from "#app/domain/calendar/plain-date.ts";
import type { FieldProblem } from "#app/domain/result.ts";

export const messages = {
  title: "{title} verschieben",
  titlePlace: "{title} einplanen",
  timeline: "Zeitplan",
  standing: "Bisher",
  timeframe: "Angabe im Text",
  earliestStart: "Frühester Beginn",
  deadline: "Frist",
  predecessors: "Setzt voraus",
  successors: "Ist Voraussetzung für",
  predecessorAllows: "{title} ({time}), erlaubt den Beginn ab {quarter}",
  predecessorOpen: "{title} ({time})",
  successorAt: "{title} ({time}){lag, plural, =0 {} one {, mit # Quartal Abstand} other {, mit # Quartalen Abstand}}",
  none: "nichts",
  newPlace: "Neuer Termin",
  start: "Beginn",
  end: "Ende",
  noQuarter: "ohne Termin",
  noEnd: "offen",
  endHint: "Bei einer Daueraufgabe bleibt das Ende offen.",
  preview: "Auswirkungen prüfen",
  move: "Verschieben",
  cancel: "Abbrechen",
  effects: "Was die Verschiebung auslöst",
  effectsNone: "Keine Frist und keine Abhängigkeit wird verletzt; Kosten je Jahr und Personal je Quartal bleiben im Planungszeitraum gleich.",
  effectsHold: "Keine Frist und keine Abhängigkeit wird verletzt.",
  broken: "{count, plural, one {Eine Bedingung wird verletzt} other {# Bedingungen werden verletzt}}",
  impossible: "Dieser Termin ist nicht möglich",
  cost: "Ausgaben der Maßnahme je Haushaltsjahr",
  costUnknown: "Nicht alle Kosten der Maßnahme sind geschätzt; unbekannte stehen nicht in dieser Tabelle.",
  staff: "Personalbedarf der Maßnahme je Team und Quartal",
  year: "Haushaltsjahr",
  team: "Team",
  quarter: "Quartal",
  before: "bisher",
  after: "danach",
  difference: "Differenz",
  overuse: "Danach stärker überschritten",
  overuseBudget: "Rahmen {year}, {kind}: um {after} überschritten (bisher {before})",
  overuseStaff: "{team}, {quarter}: {after} über der Kapazität (bisher {before})",
  confirm: "Trotzdem verschieben",
  confirmHint: "Die betroffenen Maßnahmen bleiben, wo sie sind.",
  reason: "Begründung",
  reasonHint: "Steht im Verlauf der Maßnahme.",
  done: "„{title}“ steht jetzt: {time}.",
  conflictTitle: "Inzwischen hat jemand anderes die Maßnahme geändert",
  conflictBy: "{name} hat sie am {at} geändert. Sie steht jetzt: {time}. Prüfen Sie Ihren Termin und verschieben Sie noch einmal, wenn er weiter gelten soll.",
  someone: "Jemand",
  warning: {
    deadlineMissed: "Die Frist {date} wird überschritten.",
    startsBeforePredecessorEnds: "Beginnt, bevor „{title}“ beendet ist; möglich ab {quarter}.",
    successorStartsTooEarly: "„{title}“ beginnt dann zu früh und müsste auf {quarter} warten.",
  },
  problem: {
    startMissing: "Wählen Sie auch einen Beginn, oder lassen Sie beides ohne Termin.",
    endBeforeStart: "Das Ende liegt vor dem Beginn.",
    beforeEarliestStart: "Der früheste Beginn ist der {date}.",
    unchanged: "Der Termin ist derselbe wie bisher.",
    confirmationMissing: "{count, plural, one {Die Verschiebung verletzt eine Bedingung} other {Die Verschiebung verletzt # Bedingungen}}. Bestätigen Sie, dass trotzdem verschoben werden soll.",
    reasonMissing: "Begründen Sie, warum trotzdem verschoben wird.",
    archived: "Die Maßnahme ist archiviert und kann nicht verschoben werden.",
    notAQuarter: "Wählen Sie ein Quartal aus der Liste.",
    tooLong: "Höchstens 500 Zeichen.",
    other: "Diese Angabe ist nicht möglich.",
  },
} as const;

export const t = translatorFor(messages);

/** The sentence for a refusal of the move. */
export function moveProblemText({ code, values }: FieldProblem): string {
  if (code === "beforeEarliestStart") return t("problem.beforeEarliestStart", { date: formatDate(parsePlainDate(String(values?.["earliestStart"] ?? ""))) });
  if (code === "confirmationMissing") return t("problem.confirmationMissing", { count: Number(values?.["count"] ?? 1) });
  const plain = (["startMissing", "endBeforeStart", "unchanged", "reasonMissing", "archived"] as const).find((known) => known === code);
  return t(plain === undefined ? "problem.other" : `problem.${plain}`);
}
