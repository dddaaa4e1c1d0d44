import type { BrokenLimit } from "#app/domain/resources/affordability-line.ts";
import { formatMoney, formatPersonDays, formatQuarter } from "#app/i18n/format.ts";
import { translatorFor } from "#app/i18n/translate.ts";
import { budgetKindLabels } from "./vocabulary.ts";

/** Texts of the line of affordability in the ranking. */
const messages = {
  name: "Linie der Finanzierbarkeit",
  all: "Alle Maßnahmen der Rangfolge passen zusammen in Haushalt und Personal.",
  none: "Schon die erste Maßnahme, die noch nicht gebunden ist, passt nicht mehr.",
  fits: "{count, plural, one {Eine noch nicht gebundene Maßnahme passt} other {# noch nicht gebundene Maßnahmen passen}} in der Reihenfolge der Rangfolge zusammen in Haushalt und Personal.",
  breaks: "„{title}“ auf Platz {place} passt nicht mehr. Zuerst fehlt: {limit}.",
  preliminary: "So käme es nach dieser offenen Runde; sie gilt noch nicht.",
  jump: "Zur Linie in der Rangfolge",
  row: "Bis hierher reichen Geld und Personal",
  rowNext: "Für die nächste fehlt zuerst: {limit}.",
  rowLeft: "Frei bleiben: {left}.",
  details: "Wie die Linie entsteht, und was übrig bleibt",
  rule: "Gebundene Maßnahmen (laufend, beschlossen oder umgesetzt) zählen zuerst, wo immer sie in der Rangfolge stehen. Danach kommt eine Maßnahme nach der anderen in der Reihenfolge der Rangfolge hinzu: Ausgaben gegen den Rahmen jedes Jahres und jeder Art, eigene Personentage gegen die Kapazität jedes Teams und Quartals. Was noch keinen Termin hat, zählt gegen die Summe aller Jahre. Die Linie steht vor der ersten Maßnahme, die einen Rahmen oder eine Kapazität überschreiten würde, auch wenn weiter unten eine kleinere noch Platz hätte. Mehr Geld oder Personal schiebt die Linie nie nach oben.",
  planner: "Eine bessere Auswahl, die auch kleinere Maßnahmen und andere Termine nutzt, findet die Planung.",
  plannerLink: "Zur Planung",
  bound: "{count, plural, =0 {Keine Maßnahme ist gebunden.} one {Eine Maßnahme ist gebunden.} other {# Maßnahmen sind gebunden.}}",
  leftCaption: "Was oberhalb der Linie frei bleibt",
  year: "Haushaltsjahr",
  noFrame: "kein Rahmen",
  over: "{amount} über dem Rahmen",
  free: "{amount}",
  breaksTitle: "Was der nächsten Maßnahme fehlt",
  unknownTitle: "{count, plural, one {Eine Maßnahme} other {# Maßnahmen}} oberhalb der Linie oder gebunden {count, plural, one {ist} other {sind}} nicht vollständig geschätzt",
  unknownText: "Ihre fehlenden Kosten, Personentage oder Termine stecken in keiner Summe und zählen nicht als null: In Wahrheit kann die Linie weiter oben liegen.",
  limit: {
    budget: "{over} im Rahmen {year}, {kind}",
    budgetTotal: "{over} in der Summe aller Rahmen, {kind}",
    staff: "{over} beim Team {team} im {quarter}",
    staffTotal: "{over} beim Team {team} über alle Quartale",
  },
  cell: "{year} {kind} {amount}",
} as const;

export const t = translatorFor(messages);

/** "40.000,00 € im Rahmen 2028, investiv" */
export function limitText(limit: BrokenLimit & { readonly team: string }): string {
  switch (limit.kind) {
    case "budget":
      return t("limit.budget", { year: String(limit.fiscalYear), kind: budgetKindLabels[limit.budgetKind], over: formatMoney(limit.over) });
    case "budgetTotal":
      return t("limit.budgetTotal", { kind: budgetKindLabels[limit.budgetKind], over: formatMoney(limit.over) });
    case "staff":
      return t("limit.staff", { team: limit.team, quarter: formatQuarter(limit.quarter), over: formatPersonDays(limit.over) });
    case "staffTotal":
      return t("limit.staffTotal", { team: limit.team, over: formatPersonDays(limit.over) });
  }
}
