import type { RankingMethod } from "#app/domain/prioritisation/rank-by-methods.ts";
import { LEVEL_UNITS } from "#app/domain/prioritisation/level-units.ts";
import { CLOSENESS_UNITS } from "#app/domain/prioritisation/ideal-distance.ts";
import { formatPoints } from "#app/i18n/format.ts";
import { translatorFor } from "#app/i18n/translate.ts";

/** Texts of the page that shows the ranking by several methods side by side. */
export const messages = {
  title: "Verfahren im Vergleich",
  intro: "Die Rangfolge der Runde ist eine gewichtete Summe. Andere Verfahren beantworten andere Fragen. Wo alle Verfahren dasselbe sagen, ist ein Platz gut begründet; wo sie sich unterscheiden, lohnt die Aussprache.",
  noRoundTitle: "Noch gibt es keine Prioritätsrunde",
  noRoundAdvice: "Sobald eine Runde eröffnet und bewertet ist, stehen hier die Verfahren nebeneinander.",
  emptyTitle: "Noch ist keine Maßnahme bewertet",
  emptyAdvice: "Ohne Bewertungen gibt es nichts zu vergleichen.",
  method: { weightedSum: "Gewichtete Summe", benefitPerCost: "Nutzen je Kosten", shortestJob: "WSJF", idealDistance: "TOPSIS" },
  explainTitle: "Was die Verfahren fragen",
  explain: {
    weightedSum: "Was bringt nach allen Kriterien am meisten? Das ist die Rangfolge der Runde.",
    benefitPerCost: "Was bringt am meisten für das Geld? Punkte der gewichteten Summe je 100.000\u00a0€. Kosten sind einmalige Ausgaben und laufende Ausgaben für {years, number} Jahre nach heutigem Plan.",
    shortestJob: "Was sollte zuerst getan werden, weil Warten am teuersten ist? Verzögerungskosten geteilt durch den Aufwand in Personentagen eigener Beschäftigter (Weighted Shortest Job First, Reinertsen 2009). Eine kleine dringende Aufgabe kommt vor einer großen.",
    idealDistance: "Was kommt einer gedachten besten Maßnahme am nächsten und ist von der schlechtesten am weitesten weg? Abstand in allen Kriterien zugleich (Hwang und Yoon 1981); das setzt voraus, dass jedes Kriterium beurteilt ist.",
  },
  apartTitle: "Hier gehen die Verfahren am weitesten auseinander",
  apart: "„{title}“: {highest} setzt sie auf Platz {best, number}, {lowest} auf Platz {worst, number}.",
  apartNote: "Verglichen sind Plätze unter den {count, plural, one {einen Maßnahme, die} other {# Maßnahmen, die}} alle Verfahren einordnen können.",
  agree: "Alle Verfahren ordnen dieselben Maßnahmen gleich.",
  nothingCommon: "Keine Maßnahme lässt sich nach allen Verfahren einordnen. Es fehlen Kosten, Aufwand oder Bewertungen.",
  caption: "Plätze nach vier Verfahren ({count, plural, one {# Maßnahme} other {# Maßnahmen}})",
  measure: "Maßnahme",
  spread: "Spannweite",
  spreadHint: "in Plätzen",
  gap: { unrated: "nicht bewertet", partlyRated: "nicht alles bewertet", costUnknown: "Kosten k.\u00a0A.", sizeUnknown: "Aufwand k.\u00a0A.", notComputed: "keine Zuordnung" },
  free: "kostenlos",
  figure: { weightedSum: "{value} Punkte", benefitPerCost: "{value} Punkte je 100.000\u00a0€", shortestJob: "{value} je Tag", idealDistance: "Nähe {value}" },
  unknownTitle: "Was sich nicht überall einordnen lässt",
  unknownIntro: "Unbekannt ist nicht null: Ohne Kosten oder Aufwand gibt es bei diesen Verfahren keinen Platz.",
  costUnknown: "{count, plural, one {Eine bewertete Maßnahme} other {# bewertete Maßnahmen}} ohne vollständig bekannte Kosten",
  sizeUnknown: "{count, plural, one {Eine bewertete Maßnahme} other {# bewertete Maßnahmen}} ohne vollständig bekannten Personalaufwand",
  unrated: "{count, plural, one {Eine Maßnahme ist} other {# Maßnahmen sind}} noch gar nicht bewertet und {count, plural, one {fehlt} other {fehlen}} in der Tabelle.",
  overrides: "Von Hand gegebene Plätze bleiben hier außer Betracht.",
  mappingTitle: "WSJF: Welches Kriterium zählt zu welchem Teil der Verzögerungskosten?",
  mappingIntro: "Verzögerungskosten sind die Summe dreier Teile; jeder Teil ist das gewichtete Mittel seiner Kriterien. Vorgeschlagen ist die Zuordnung nach der Bezeichnung. Sie können sie hier ändern; das gilt nur für Ihre Ansicht.",
  part: { userBusinessValue: "Nutzwert", timeCriticality: "Zeitkritik", riskAndOpportunity: "Risikominderung und Chancen", none: "zählt nicht mit" },
  apply: "Zuordnung anwenden",
} as const;

export const t = translatorFor(messages);

const one = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 1, minimumFractionDigits: 1 });
const three = new Intl.NumberFormat("de-DE", { maximumSignificantDigits: 3 });

/** The number a method ranks by. */
export function figureText(method: RankingMethod, figure: number): string {
  if (method === "weightedSum") return t("figure.weightedSum", { value: formatPoints(figure) });
  if (method === "benefitPerCost") return t("figure.benefitPerCost", { value: one.format(figure) });
  if (method === "shortestJob") return t("figure.shortestJob", { value: three.format(figure / LEVEL_UNITS) });
  return t("figure.idealDistance", { value: `${one.format((100 * figure) / CLOSENESS_UNITS)}\u00a0%` });
}
