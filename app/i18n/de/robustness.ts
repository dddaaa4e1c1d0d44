import { translatorFor } from "#app/i18n/translate.ts";
import { formatPercent } from "#app/i18n/format.ts";

/** Texts of the page that says how sure each place of the ranking is. */
export const messages = {
  title: "Robustheit der Rangfolge",
  intro:
    "Niemand kann Gewichte auf den Punkt genau begründen. Deshalb wird die Rangfolge hier mit {samples, number} zufällig gezogenen Gewichtungen rund um die gewählten neu gerechnet. Die Bewertungen bleiben dabei, wie sie sind. So sehen Sie, welche Plätze sicher sind und welche am genauen Gewicht hängen.",
  settings: "Womit gerechnet wird",
  round: "Prioritätsrunde",
  spread: "Spielraum der Gewichte",
  spreadHint: "Ganz links bleiben die gewählten Gewichte, ganz rechts ist jede Gewichtung der Kriterien gleich wahrscheinlich. Dazwischen behält die gewählte Gewichtung den übrigen Anteil.",
  exactly: "genau diese",
  any: "beliebige",
  spreadValue: "{spread, plural, =0 {genau diese Gewichte} =100 {beliebige Gewichte} other {Spielraum #\u00a0%}}",
  top: "Wie viele Plätze zählen als „oben“?",
  compute: "Neu rechnen",
  computing: "Es wird neu gerechnet: {samples, number} Gewichtungen …",
  computed: "Neu gerechnet mit: {settings}, oben sind die ersten {top, number}.",
  noRoundTitle: "Noch gibt es keine Prioritätsrunde",
  noRoundAdvice: "Sobald eine Runde eröffnet und bewertet ist, steht hier, wie sicher ihre Plätze sind.",
  emptyTitle: "Noch ist keine Maßnahme bewertet",
  emptyAdvice: "Ohne Bewertungen gibt es keine Rangfolge, deren Sicherheit sich prüfen ließe.",
  meaningTitle: "Was heißt das?",
  meaning:
    "„{title}“ steht in {share} der {samples, number} Gewichtungen unter den ersten {top, number}. Anders gesagt: Wer die Kriterien etwas anders gewichtet, käme in den übrigen Fällen zu einem anderen Ergebnis. Je höher der Anteil, desto weniger müssen Sie sich über die genauen Gewichte einigen, um dieser Maßnahme zuzustimmen.",
  summary:
    "{inCount, plural, =0 {Keine Maßnahme gehört} one {Eine Maßnahme gehört} other {# Maßnahmen gehören}} so gut wie immer (mindestens 95\u00a0%) zu den ersten {top, number}; bei {openCount, plural, =0 {keiner} one {einer weiteren} other {# weiteren}} hängt es von den Gewichten ab.",
  method:
    "{settings}, {samples, number} Gewichtungen, Startwert {seed}. Mit demselben Startwert kommt jedes Mal dasselbe heraus. Verfahren: stochastische Akzeptanzanalyse (SMAA-2, Lahdelma und Salminen 2001); gerechnet wird mit denselben Regeln wie in der Rangfolge.",
  overrides: "{count, plural, one {Ein von Hand gegebener Platz bleibt} other {# von Hand gegebene Plätze bleiben}} hier außer Betracht: Es zählt der berechnete Platz.",
  oneCriterion: "Nur ein Kriterium hat ein Gewicht. Dann gibt es nichts, wogegen es sich verschieben ließe: Jede Gewichtung ergibt dieselbe Rangfolge.",
  caption: "Sicherheit der Plätze ({count, plural, one {# bewertete Maßnahme} other {# bewertete Maßnahmen}})",
  position: "Platz",
  measure: "Maßnahme",
  topShare: "Unter den ersten {top, number}",
  interval: "Plätze von – bis",
  mean: "Im Mittel",
  strip: "Wie oft auf welchem Platz",
  stripHint: "Von links (Platz 1) nach rechts (Platz {last, number}): je kräftiger, desto öfter. Der Strich ist der heutige Platz, die helle Fläche sind die ersten {top, number}.",
  stripLabel: "{often}; heute Platz {position, number}",
  stripPlace: "Platz {place, number} in {share}",
  stripPlaces: "Platz {first, number} bis {last, number} in {share}",
  swap: "Bis zum Tausch mit der nächsten",
  place: "{place, number}",
  always: "immer Platz {place, number}",
  fromTo: "{best, number} – {worst, number}",
  swapTied: "schon jetzt punktgleich",
  swapNever: "mit keinem einzelnen Gewicht",
  swapMove: "„{criterion}“ von {now} auf {then} ({change})",
  swapLast: "letzte Maßnahme",
  points: "{sign}{points}\u00a0Prozentpunkte",
  unrated: "{count, plural, one {Eine Maßnahme konnte} other {# Maßnahmen konnten}} noch nicht beurteilt werden und haben keinen Platz.",
} as const;

export const t = translatorFor(messages);

const share = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 1, minimumFractionDigits: 1 });

/** A share of the weightings, 0 to 1: never "100 %" for nearly all nor "0 %" for a few. */
export function shareText(value: number): string {
  if (value > 0 && value < 0.01) return `unter ${formatPercent(1)}`;
  if (value < 1 && value > 0.99) return `über ${formatPercent(99)}`;
  return formatPercent(Math.round(value * 100));
}

/** A weight's share, 0 to 1: "26,3 %". */
export const weightShareText = (value: number): string => `${share.format(value * 100)}\u00a0%`;

/** How far a weight's share moves: "+6,3 Prozentpunkte". */
export const weightChangeText = (change: number): string => t("points", { sign: change < 0 ? "−" : "+", points: share.format(Math.abs(change) * 100) });

const decimal = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 1, minimumFractionDigits: 1 });
export const meanPlaceText = (place: number): string => decimal.format(place);
