import { translatorFor } from "#app/i18n/translate.ts";

/** Texts of the heat map budget by year. */
export const messages = {
  caption: "Was die Maßnahmen von Rahmen und Haushaltsstellen beanspruchen, in vollen Euro",
  row: "Grenze",
  frame: "Rahmen {kind}",
  lines: "Haushaltsstellen, die den Plan begrenzen",
  of: "von {limit}",
  noFrame: "ohne Rahmen",
  noAmount: "Ansatz k. A.",
  noLine: "–",
  noLineLabel: "keine Haushaltsstelle",
  over: "{amount} zu viel",
  unknown: "+ {count, number} k. A.",
  level: { none: "nichts geplant", open: "ohne Grenze", low: "Luft", tight: "knapp", over: "überzogen", locked: "gesperrt" },
  measures: "{count, plural, one {# Maßnahme} other {# Maßnahmen}} dahinter anzeigen",
  legend: "In jeder Zelle: was verplant ist (ohne zweckgebundene Zuwendungen), darunter die Grenze und die Auslastung. „Luft“: bis 80\u00a0%. „knapp“: darüber. „überzogen“: mehr als die Grenze. „gesperrt“: Sperrvermerk auf verplanten Mitteln. Jede Zelle führt zu den Maßnahmen dahinter.",
  lapsedTitle: "{count, plural, one {Eine Förderung entfällt} other {# Förderungen entfallen}}: Die Maßnahme beginnt nicht mehr im Förderfenster",
  lapsedEntry: "{title}: {programme}, Beginn von {opens} bis {closes}",
} as const;

export const t = translatorFor(messages);
