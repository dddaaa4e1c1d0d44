import type { Derivation, DerivationSource, LevelSuggestion } from "#app/domain/prioritisation/derivation.ts";
import { cents } from "#app/domain/money/cents.ts";
import { formatAmount, formatInteger, formatMoney } from "#app/i18n/format.ts";
import { translatorFor } from "#app/i18n/translate.ts";

/** Texts of criteria whose level can be suggested from a figure of the measure. */
export const messages = {
  title: "Vorschlag aus einer Zahl",
  intro: "Steht die Zahl an der Maßnahme, sehen alle beim Bewerten neben der Skala, welche Stufe daraus folgt. Es bleibt ein Vorschlag: Bewertet wird von Menschen. Ist die Zahl unbekannt, gibt es keinen Vorschlag.",
  source: "Woraus?",
  sourceNone: "aus keiner Zahl",
  sources: { hoursRelieved: "Entlastung in Stunden pro Jahr", annualSavings: "Einsparung in € pro Jahr", oneOffCost: "Einmalige Kosten in €" },
  bound: "Stufe {level, number} ab",
  boundHint: "Darunter ist es Stufe 0. In ganzen Stunden oder in €, aufsteigend.",
  suggestion: "Vorschlag aus {figure}: Stufe {level, number}",
  unknown: "{source}: k. A., deshalb kein Vorschlag",
  rule: "Stufe 0 unter {first}, {rest}",
  ruleStep: "Stufe {level, number} ab {bound}",
  hours: "{figure} Stunden im Jahr",
  savings: "{figure} Einsparung im Jahr",
  cost: "{figure} einmaligen Kosten",
  hoursBound: "{figure} Stunden",
  problem: {
    notAChoice: "Wählen Sie eine der Zahlen.",
    sourceMissing: "Wählen Sie, aus welcher Zahl der Vorschlag folgt, oder leeren Sie die Grenzen.",
    notHours: "Geben Sie ganze Stunden ein, zum Beispiel 1.200.",
    notAnAmount: "Geben Sie einen Betrag ein, zum Beispiel 25.000.",
    notAscending: "Muss größer sein als die Grenze davor.",
  },
} as const;

export const t = translatorFor(messages);

/** A bound as it stands in its field. */
export const boundText = (source: DerivationSource, bound: number): string => (source === "hoursRelieved" ? formatInteger(bound) : formatAmount(cents(bound)));

const boundWithUnit = (source: DerivationSource, bound: number): string => (source === "hoursRelieved" ? t("hoursBound", { figure: formatInteger(bound) }) : formatMoney(cents(bound)));

/** "Vorschlag aus 1.200 Stunden im Jahr: Stufe 3" */
export function suggestionText({ source, figure, level }: LevelSuggestion): string {
  if (figure === null || level === null) return t("unknown", { source: t(`sources.${source}`) });
  if (source === "hoursRelieved") return t("suggestion", { figure: t("hours", { figure: formatInteger(figure) }), level });
  return t("suggestion", { figure: t(source === "annualSavings" ? "savings" : "cost", { figure: formatMoney(cents(figure)) }), level });
}

/** "Stufe 0 unter 12 Stunden, Stufe 1 ab 12 Stunden, …" */
export const ruleText = ({ source, bounds }: Derivation): string =>
  t("rule", { first: boundWithUnit(source, bounds[0] ?? 0), rest: bounds.map((bound, index) => t("ruleStep", { level: index + 1, bound: boundWithUnit(source, bound) })).join(", ") });
