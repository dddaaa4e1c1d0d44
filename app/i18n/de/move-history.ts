import { translatorFor } from "#app/i18n/translate.ts";

export const messages = {
  timeline: "Zeitplan",
  label: "Verschiebungen zurücknehmen",
  undo: "Rückgängig: „{title}“",
  redo: "Wiederholen: „{title}“",
  more: "{count, plural, one {und eine weitere} other {und # weitere}}",
  undoNext: "Als Nächstes würde die Verschiebung von „{title}“ zurückgenommen.",
  redoNext: "Als Nächstes würde die Verschiebung von „{title}“ wiederholt.",
  undoTitle: "Verschiebung zurücknehmen",
  redoTitle: "Verschiebung wiederholen",
  undone: "Die Verschiebung von „{title}“ ist zurückgenommen{count, plural, one {} other {, # Maßnahmen stehen wieder wie vorher}}.",
  redone: "Die Verschiebung von „{title}“ ist wiederholt{count, plural, one {} other {, # Maßnahmen stehen wieder wie danach}}.",
  passedOver: "Die Verschiebung von „{title}“ bleibt, wie sie ist. Der Schritt davor kann nun zurückgenommen werden.",
  nothing: "Es gibt nichts zurückzunehmen oder zu wiederholen. Vielleicht ist es schon geschehen.",
  archived: "Eine der Maßnahmen ist archiviert; der Schritt geht nicht mehr.",
  cannotUndo: "Die Verschiebung von „{title}“ lässt sich nicht mehr zurücknehmen",
  cannotRedo: "Die Verschiebung von „{title}“ lässt sich nicht mehr wiederholen",
  displaced: "{name} hat sie am {at} geändert. Sie steht jetzt: {time}.",
  gone: "{name} hat sie archiviert.",
  someone: "Jemand",
  passOver: "Diesen Schritt auslassen",
  back: "Zum Zeitplan",
} as const;

export const t = translatorFor(messages);
