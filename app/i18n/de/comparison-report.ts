import { translatorFor } from "#app/i18n/translate.ts";

/** Words of a Variantenvergleich's report, on the page and in the document. */
export const comparisonTitles = {
  recommendation: "Empfehlung",
  result: "Ergebnis",
  costAndPosts: "Kosten und Stellen",
  options: "Varianten",
  means: "Mittlere Bewertung",
  comparisonCriteria: "Kriterien",
} as const;

export const comparisonLabels = {
  noRecommendation: "Noch keine Empfehlung.",
  resultTable: "Rangfolge der Varianten",
  contributionTable: "Punkte je Kriterium",
  costTable: "Kosten in Euro und Stellen je Variante",
  meansTable: "Mittlere Stufe (0 bis 4) je Kriterium und Variante",
  criteriaTable: "Gewicht und Richtung der Kriterien",
  place: "Platz",
  option: "Variante",
  lowestScore: "Niedrigste Sicht",
  highestScore: "Höchste Sicht",
  placeUnderEqualWeights: "Platz bei gleichen Gewichten",
  yearlyCost: "Jährlich",
  sumOfCost: "Summe",
  posts: "Stellen (VZÄ)",
  weight: "Gewicht",
  share: "Anteil",
  direction: "Richtung",
  highIsGood: "hoch ist günstig",
  highIsBad: "hoch ist ungünstig, zählt umgekehrt",
} as const;

const messages = {
  name: "Variantenvergleich",
  asOf: "Stand {date}",
  raters: "{count, plural, =0 {Noch niemand hat bewertet.} one {Eine Person hat bewertet.} other {# Personen haben bewertet.}}",
  demonstration: "Demonstration: erfundene Stadt.",
  contents: "Inhalt",
  statement: {
    nobodyRated: "Noch niemand hat bewertet.",
    noOptions: "Noch keine Variante.",
    noCriteria: "Noch kein Kriterium.",
    tooFewRaters: "{count, plural, =0 {Noch niemand hat} one {Erst eine Person hat} other {Erst # Personen haben}} bewertet. Das Ergebnis steht hier, sobald es mindestens {needed, number} sind, damit niemand auf einzelne Bewertungen schließen kann.",
    leads: "Vorn liegt „{option}“ mit {score} von 100 Punkten ({count, plural, one {eine Person hat} other {# Personen haben}} bewertet).",
    tied: "Gleichauf vorn liegen {options} mit {score} von 100 Punkten ({count, plural, one {eine Person hat} other {# Personen haben}} bewertet); sie stehen in der Reihenfolge des Vergleichs.",
    incomplete: "Von {expected, number} Antworten fehlen {missing, number} oder lauten „Kann ich nicht beurteilen“. Sie zählen nicht als null, sondern bleiben außen vor.",
    unrated: "Noch ohne Bewertung: {options}.",
    sameUnderEqualWeights: "Auch bei gleichen Gewichten aller Kriterien läge „{option}“ vorn.",
    otherUnderEqualWeights: "Bei gleichen Gewichten aller Kriterien läge dagegen „{option}“ vorn: Das Ergebnis hängt an den Gewichten.",
    firstPlaceMoves: "Am ehesten würde das Gewicht von „{criterion}“ den ersten Platz ändern: bei etwa {then} statt {now} aller Gewichte zöge „{challenger}“ gleich.",
    firstPlaceHolds: "Kein einzelnes Gewicht kann den ersten Platz ändern, solange die anderen untereinander gleich bleiben.",
    sumExplained: "Summe = einmalig + {years, number} × jährlich ({years, plural, one {ein Jahr} other {# Jahre}}, ohne Preissteigerung). Unbekannte Beträge (k. A.) zählen nicht als 0 €, sondern sind als „ohne Schätzung“ genannt.",
    pointsExplained: "Punkte = 100 × Summe aus Gewicht × mittlerer Stufe, geteilt durch 4 × Summe der Gewichte; jede Person zählt gleich. Niedrigste und höchste Sicht: die Punkte, die eine einzelne Person allein vergeben hätte.",
    meansExplained: "0 ist die niedrigste, 4 die höchste Stufe; k. A., wo niemand urteilen konnte.",
  },
} as const;

export const t = translatorFor(messages);
