import { translatorFor } from "#app/i18n/translate.ts";

/** What leaves the page of the timeline: files and paper. */
export const messages = {
  print: "Drucken, {paper} quer",
  png: "Bild (PNG)",
  drawing: "Das Bild wird gezeichnet …",
  drawn: "Das Bild ist heruntergeladen.",
  tooLarge: "Für ein Bild aus Bildpunkten sind das zu viele Zeilen. Nehmen Sie die SVG-Datei, drucken Sie auf mehrere Blätter oder wählen Sie weniger Maßnahmen oder die Anordnung „kompakt“.",
  failed: "Der Browser konnte das Bild nicht zeichnen. Nehmen Sie die SVG-Datei oder drucken Sie.",
  whole: "Ohne JavaScript: den ganzen Zeitplan zeigen",
} as const;

export const t = translatorFor(messages);
