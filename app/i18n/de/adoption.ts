import type { AdoptionKind, ChangedPart } from "#app/domain/planning/adoption.ts";
import type { FieldProblem } from "#app/domain/result.ts";
import { translatorFor } from "#app/i18n/translate.ts";

/** Texts of taking a plan over into the live plan, and of undoing that. */
const messages = {
  title: "Plan Nr. {id} übernehmen",
  crumb: "Planung",
  intro: "Unten steht jede Maßnahme, die sich im laufenden Plan ändern würde. Was angekreuzt ist, wird in einem Schritt übernommen und lässt sich danach wieder zurücknehmen.",
  of: "{scenario, select, none {Berechnet mit dem laufenden Plan} other {Berechnet für „{scenario}“}}, {at}.",
  lines: "Was sich ändert",
  caption: "Änderungen am laufenden Plan",
  take: "Übernehmen",
  takeOf: "{title} übernehmen",
  measure: "Maßnahme",
  now: "Jetzt",
  then: "Danach",
  what: "Änderung",
  noDates: "ohne Termin",
  period: "{start} bis {end}",
  openEnd: "ab {start}",
  window: "mit Förderung {programme}",
  noWindow: "ohne Förderung",
  kind: {
    moved: "wird verschoben",
    dated: "erhält einen Termin",
    funded: "andere Förderung",
    removed: "Termin entfällt",
  } satisfies Record<AdoptionKind, string>,
  becomesPlanned: "derzeit {status}",
  changedSince: "Seit der Berechnung geändert: {parts}. Deshalb nicht vorausgewählt.",
  part: { dates: "Termin", status: "Status", limits: "frühester Beginn oder Frist", costs: "Kosten", staff: "Personalbedarf" } satisfies Record<ChangedPart, string>,
  removedHint: "Maßnahmen, die der Plan nicht enthält, behalten ihren Termin, wenn Sie sie nicht ankreuzen. Dann können Geld und Personal zusammen mit dem Übernommenen überschritten sein.",
  setPlanned: "Status auf „geplant“ setzen",
  setPlannedHint: "Gilt für Ideen und Vorschläge unter den angekreuzten Maßnahmen. Sonst bleibt jeder Status, wie er ist.",
  partly: "Der Plan passt als Ganzes zu Geld, Personal und Abhängigkeiten. Wenn Sie einzelne Maßnahmen auslassen, prüfen Sie danach Zeitplan und Ressourcen.",
  submit: "Angekreuzte übernehmen",
  standing: "{count, plural, =0 {} one {Eine Maßnahme steht schon so da.} other {# Maßnahmen stehen schon so da.}}",
  gone: "{count, plural, one {Nicht mehr im Bestand und deshalb nicht zu übernehmen: {titles}.} other {Nicht mehr im Bestand und deshalb nicht zu übernehmen sind # Maßnahmen: {titles}.}}",
  nothing: "Nichts zu übernehmen",
  nothingHint: "Der laufende Plan steht schon so da, wie es dieser Plan vorsieht.",
  assumptions: "Was nicht übernommen wird",
  assumptionsIntro: "Dieser Plan wurde mit anderen Annahmen berechnet. Übernommen werden nur Termine und Förderfenster; Kapazitäten, Haushaltsrahmen und Stellen des laufenden Plans bleiben, wie sie sind. Ändern Sie dort, was davon gelten soll:",
  links: { posts: "Stellenplan", capacities: "Kapazitäten", frames: "Haushaltsrahmen", lines: "Haushaltsstellen" },
  earlier: "Frühere Übernahmen",
  adopted: "Am {at} von {name} übernommen: {count, plural, one {eine Maßnahme} other {# Maßnahmen}}.",
  undone: "Zurückgenommen am {at} von {name}.",
  undo: "Übernahme zurücknehmen",
  undoHint: "Alle Termine, Förderfenster und Status stehen danach wieder so wie vor der Übernahme.",
  undoChanged: "{count, plural, one {Eine Maßnahme wurde} other {# Maßnahmen wurden}} seit der Übernahme noch einmal geändert: {titles}.",
  skipChanged: "Diese auslassen und nur die übrigen zurücknehmen",
  compare: "Vorher vergleichen",
  done: {
    adopted: "{count, plural, one {Eine Maßnahme ist} other {# Maßnahmen sind}} übernommen. Sie können das auf dieser Seite zurücknehmen.",
    undone: "Die Übernahme ist zurückgenommen: {count, plural, one {eine Maßnahme steht} other {# Maßnahmen stehen}} wieder wie vorher.{skipped, plural, =0 {} one { Eine geänderte blieb, wie sie ist.} other { # geänderte blieben, wie sie sind.}}",
  },
  problem: {
    nothingTaken: "Kreuzen Sie mindestens eine Maßnahme an.",
    changedMeanwhile: "Jemand hat diese Maßnahme inzwischen geändert. Prüfen Sie die Zeile noch einmal.",
    impossible: "Diese Maßnahme kann dort nicht stehen: Ihr frühester Beginn wurde inzwischen verschoben.",
    alreadyUndone: "Diese Übernahme ist schon zurückgenommen.",
    changedSince: "Seit der Übernahme wurden Maßnahmen geändert. Lassen Sie sie aus oder stellen Sie sie zuerst zurück.",
    nothingToUndo: "Alle Maßnahmen dieser Übernahme wurden seither geändert. Es gibt nichts zurückzunehmen.",
    other: "Die Eingabe passt nicht.",
  },
} as const;

export const t = translatorFor(messages);

const problemCodes = Object.keys(messages.problem) as Array<keyof typeof messages.problem>;
/** The sentence for a refusal's code. */
export const problemSentence = ({ code }: FieldProblem): string => t(`problem.${problemCodes.find((each) => each === code) ?? "other"}`);
