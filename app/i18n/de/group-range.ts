import { translatorFor } from "#app/i18n/translate.ts";

/** Texts about how far the rating groups are apart in the ranking. */
export const messages = {
  heading: "Spanne der Gruppen",
  hint: "Punkte und Platz, wenn nur diese Gruppe zählte; der Strich ist die gemeinsame Punktzahl.",
  range: "{lowest} bis {highest} Punkte",
  single: "{points} Punkte",
  view: "{group}: {points} (Platz {place})",
  viewNone: "{group}: keine Bewertung",
  weightless: "{group}, zählt nicht",
  label: "Gruppen von {lowest} bis {highest} Punkten, gemeinsam {common}",
  dissent: "{high} sieht sie auf Platz {best}, {low} auf Platz {worst}.",
  none: "keine Angabe",
} as const;

export const t = translatorFor(messages);
