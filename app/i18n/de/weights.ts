import type { FieldProblem } from "#app/domain/result.ts";
import { translatorFor } from "#app/i18n/translate.ts";

/** Texts of the groups' weights: overview, points, pairwise comparison. */
export const messages = {
  title: "Gewichte",
  intro: "Jede Gruppe kann die Kriterien für sich gewichten. Wie viel eine Gruppe im Ganzen zählt, steht über ihrer Spalte; daraus entsteht das gemeinsame Gewicht jedes Kriteriums.",
  caption: "Gewichte je Gruppe in Prozent",
  criterion: "Kriterium",
  together: "Gemeinsam",
  groupWeight: "Gewicht der Gruppe",
  groupCounts: "zählt {weight, number} ({share})",
  method: "Verfahren",
  methods: { standard: "Gewichte der Runde", points: "100 Punkte", pairwise: "Paarvergleich", equal: "alle gleich" },
  hidden: "–",
  hiddenNote: "„–“: Diese Gruppe gewichtet selbst. Bis die Runde schließt, sehen das nur sie und die oder der Digitalbeauftragte.",
  weigh: "Gewichten",
  look: "Ansehen",
  weighOf: "Für „{group}“ gewichten",
  lookOf: "Gewichte von „{group}“ ansehen",
  newCriteria: "Neu in der Runde und von dieser Gruppe noch nicht gewichtet, daher Gewicht 0: {names}",
  newCriteriaOf: "{group}: {text}",
  noRoundTitle: "Noch gibt es keine Prioritätsrunde",
  noRoundAdvice: "Gewichtet wird in Prioritätsrunden. Sobald die oder der Digitalbeauftragte eine eröffnet, erscheinen hier die Gruppen.",
  closed: "Die Runde „{title}“ ist geschlossen; ihre Gewichte ändern sich nicht mehr.",
  ofRound: "Offene Runde: {title}",
  adjustGroups: "Wie viel jede Gruppe zählt, wird in der Runde festgelegt.",
  groupTitle: "Gewichte der Gruppe „{group}“",
  groupIntro: "Runde „{round}“. Die Gruppe zählt {weight, number}. Zurzeit gilt: {method}.",
  readOnly: "Sie können diese Gewichte lesen. Ändern können sie nur Mitglieder der Gruppe.",
  over: "Die Frist Ihrer Gruppe ist abgelaufen; die Gewichte ändern sich in dieser Runde nicht mehr.",
  current: "Jetzt gültig",
  share: "Anteil",
  ways: "Wege, zu gewichten",
  standard: {
    text: "Ihre Gruppe übernimmt die Gewichte, die für alle in der Runde gelten. Eigene Gewichte entfallen; Ihre Paarvergleiche bleiben aufgehoben.",
    submit: "Gewichte der Runde übernehmen",
    weight: "Gewicht in der Runde",
  },
  equal: { text: "Jedes Kriterium zählt gleich viel.", submit: "Alle Kriterien gleich gewichten" },
  points: {
    text: "Verteilen Sie genau 100 Punkte auf die Kriterien. 0 ist erlaubt: Dann zählt das Kriterium für Ihre Gruppe nicht. Als Ausgangspunkt stehen die jetzt gültigen Anteile in den Feldern.",
    sum: "Summe: {sum, number} von 100",
    exact: "Summe: 100 von 100",
    left: "Summe: {sum, number} von 100, noch {difference, number} zu verteilen",
    tooMany: "Summe: {sum, number} von 100, {difference, number} zu viel",
    unreadable: "Summe: noch nicht zu berechnen, ein Feld enthält keine ganze Zahl",
    noScript: "Die Summe wird beim Speichern geprüft.",
    submit: "Punkte speichern",
  },
  pairs: {
    text: "Vergleichen Sie je zwei Kriterien: Welches ist für Ihre Gruppe wichtiger, und um wie viel? Sie können jederzeit speichern und später weitermachen; die Gewichte entstehen, sobald alle Paare verglichen sind.",
    scale: "1 gleich wichtig · 3 etwas · 5 deutlich · 7 sehr viel · 9 überragend wichtiger. Links der Mitte ist das linke Kriterium wichtiger, rechts das rechte.",
    tooMany: "Für diesen Weg braucht die Runde 2 bis {most, number} Kriterien.",
    legend: "{first} oder {second}?",
    equal: "beide gleich wichtig",
    more: "{name} {degree} wichtiger ({ratio, number})",
    between: "{name} {ratio, number}-mal so wichtig",
    degrees: { "3": "etwas", "5": "deutlich", "7": "sehr viel", "9": "überragend" },
    progress: "{done, number} von {total, number} Paaren verglichen",
    missing: "Noch nicht verglichen",
    result: "Ergebnis Ihrer Vergleiche",
    unsaved: "So würde es aussehen; gespeichert ist es erst mit „Vergleiche speichern“.",
    incomplete: "Gewichte entstehen, wenn alle Paare verglichen sind. Nichts davon wird geraten.",
    ratio: "Konsistenzverhältnis: {ratio}",
    good: "Ihre Vergleiche passen gut zusammen (bis 0,10 gilt als stimmig).",
    perfect: "Ihre Vergleiche widersprechen sich nirgends.",
    doubtful: "Ihre Vergleiche widersprechen sich spürbar (über 0,10). Die Gewichte gelten trotzdem; sehen Sie sich den größten Widerspruch noch einmal an.",
    bad: "Ihre Vergleiche widersprechen sich stark (über 0,20). Die Gewichte sagen dann wenig aus; sehen Sie sich den größten Widerspruch noch einmal an.",
    worst: "Größter Widerspruch",
    circle: "Sie finden {ab} und {bc}, aber {ca}.",
    strength: "Sie finden {ab} und {bc}. Daraus folgte: {implied}. Angegeben haben Sie: {direct}.",
    important: "{a} wichtiger als {b}",
    same: "{a} gleich wichtig wie {b}",
    times: "{a} {ratio, number}-mal so wichtig wie {b}",
    atLeast: "{a} mehr als 9-mal so wichtig wie {b}",
    look: "Noch einmal ansehen:",
    submit: "Vergleiche speichern",
  },
  done: {
    standard: "Ihre Gruppe verwendet die Gewichte der Runde.",
    equal: "Ihre Gruppe gewichtet alle Kriterien gleich.",
    points: "Die Punkte sind gespeichert und gelten ab sofort.",
    pairwise: "Alle Paare sind verglichen; die Gewichte gelten ab sofort.",
    partly: "Zwischengespeichert. {count, plural, one {Es fehlt noch ein Vergleich} other {Es fehlen noch # Vergleiche}}; bis dahin gilt weiter, was jetzt gilt.",
  },
  conflict: {
    title: "Jemand aus Ihrer Gruppe hat inzwischen gespeichert",
    advice: "Unten stehen Ihre Angaben. Gespeichert ist zurzeit das Folgende; wenn Sie noch einmal speichern, gelten Ihre Angaben.",
  },
  problem: {
    points: "Geben Sie eine ganze Zahl von 0 bis 100 ein.",
    pointsMissing: "Geben Sie eine Zahl ein; 0 ist erlaubt.",
    pointsLeft: "Die Punkte ergeben {sum, number}. Verteilen Sie noch {difference, number}, damit es 100 sind.",
    pointsTooMany: "Die Punkte ergeben {sum, number}. Nehmen Sie {difference, number} weg, damit es 100 sind.",
    nothingCompared: "Vergleichen Sie mindestens ein Paar.",
    criteriaChanged: "Die Kriterien der Runde wurden inzwischen geändert. Bitte prüfen Sie Ihre Angaben und speichern Sie noch einmal.",
    noRound: "Die Runde ist inzwischen geschlossen; ihre Gewichte ändern sich nicht mehr.",
    over: "Die Frist Ihrer Gruppe ist abgelaufen.",
    other: "Diese Angabe ist so nicht möglich.",
  },
} as const;

export const t = translatorFor(messages);

const plain = ["pointsMissing", "nothingCompared", "criteriaChanged", "noRound", "over"] as const;

/** A problem the service found, in words. */
export function weighProblemText({ code, values }: FieldProblem): string {
  if (code === "pointsLeft" || code === "pointsTooMany") return t(`problem.${code}`, { sum: Number(values?.["sum"] ?? 0), difference: Number(values?.["difference"] ?? 0) });
  return t(`problem.${plain.find((known) => known === code) ?? "other"}`);
}

const degrees = ["3", "5", "7", "9"] as const;

/** One step of the scale: "Nutzen deutlich wichtiger (5)". */
export function stepText(intensity: number, first: string, second: string): string {
  if (intensity === 0) return t("pairs.equal");
  const ratio = Math.abs(intensity) + 1;
  const name = intensity > 0 ? first : second;
  const degree = degrees.find((known) => known === String(ratio));
  return degree === undefined ? t("pairs.between", { name, ratio }) : t("pairs.more", { name, degree: t(`pairs.degrees.${degree}`), ratio });
}
