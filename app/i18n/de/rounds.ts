import { translatorFor } from "#app/i18n/translate.ts";

/** Texts of prioritisation rounds: their pages, comparing, adopting, and places given by hand. */
export const messages = {
  tabs: {
    name: "Ansichten der Priorisierung",
    ranking: "Rangfolge",
    robustness: "Robustheit",
    rounds: "Runden",
    rate: "Bewerten",
    disagreements: "Abweichungen",
    criteria: "Kriterien",
  },
} as const;

export const t = translatorFor(messages);
