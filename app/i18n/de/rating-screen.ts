import { translatorFor } from "#app/i18n/translate.ts";

/** Texts of answering at once, by keyboard, and of the matrix of one's own answers. */
export const messages = {
  saving: "wird gespeichert …",
  saved: "gespeichert",
  savedAloud: "{criterion}: {answer} gespeichert",
  level: "Stufe {level}",
  cannotJudge: "kann ich nicht beurteilen",
  failed: "Nicht gespeichert: {problem} Ihre Antwort steht noch hier.",
  failedAloud: "{criterion}: nicht gespeichert. {problem}",
  retry: "Noch einmal speichern",
  unreachable: "Der Server ist gerade nicht erreichbar.",
  loggedOut: "Sie sind nicht mehr angemeldet. Melden Sie sich in einem zweiten Fenster an und speichern Sie dann noch einmal.",
  keysTitle: "Mit der Tastatur",
  keysHelp: "0 bis 4 wählt die Stufe, K heißt „kann ich nicht beurteilen“, am Ende führt die Eingabetaste zur nächsten Maßnahme. Das gilt für die Frage, in der Sie stehen, sonst für die erste offene; in Eingabefeldern schreiben die Tasten wie gewohnt.",
  keysOn: "Tastenkürzel verwenden",
  savedAtOnce: "Jede Antwort wird sofort gespeichert. Sie können jederzeit aufhören und später weitermachen.",
  matrix: {
    title: "Matrix",
    intro: "Ihre eigenen Bewertungen auf einen Blick, im Namen der Gruppe „{group}“. Tragen Sie 0 bis 4 ein, oder K für „kann ich nicht beurteilen“. Die Pfeiltasten führen von Feld zu Feld.",
    caption: "Meine Bewertungen",
    measure: "Maßnahme",
    cell: "{criterion} für „{measure}“",
    legend: "Kriterien",
    reversed: "hoch ist ungünstig",
    save: "Diese Seite speichern",
    saveRow: "Zeile speichern",
    saveRowOf: "Zeile speichern: {title}",
    savedCount: "{count, plural, =0 {Es gab nichts Neues zu speichern.} one {Eine Antwort ist gespeichert.} other {# Antworten sind gespeichert.}}",
    notAnAnswer: "„{value}“ ist keine Antwort: 0 bis 4 oder K.",
    cannotWithdraw: "Eine Antwort lässt sich ändern, aber nicht löschen. Tragen Sie 0 bis 4 oder K ein.",
    unreadable: "Die Eingaben sind nicht lesbar.",
    toSheet: "Einzeln bewerten",
    toMatrix: "Als Matrix bewerten",
  },
} as const;

export const t = translatorFor(messages);
