import type { AssumedFigure, LeftOutReason } from "#app/domain/planning/plan.ts";
import type { FieldProblem } from "#app/domain/result.ts";
import { translatorFor } from "#app/i18n/translate.ts";

/** Texts of planning under limits: start, settings, progress, result. */
export const messages = {
  title: "Planung",
  intro:
    "Das Programm sucht, welche Maßnahmen wann begonnen werden sollten, damit mit dem vorhandenen Personal und Geld möglichst viel von dem geschafft wird, was wichtig ist. Der Zeitplan bleibt unverändert, bis jemand ein Ergebnis übernimmt.",
  start: {
    whatTitle: "Was geplant wird",
    candidates: "{count, plural, one {Maßnahme sucht} other {Maßnahmen suchen}} einen Platz",
    candidatesNote: "davon {mandatory, number} Pflicht, {ideas, plural, one {# Idee} other {# Ideen}}",
    bound: "{count, plural, one {Maßnahme steht} other {Maßnahmen stehen}} schon fest",
    boundNote: "umgesetzt, in Umsetzung, beschlossen oder festgelegt",
    incomplete: "{count, plural, one {Maßnahme} other {Maßnahmen}} ohne vollständige Schätzung",
    incompleteLink: "Was fehlt, steht unten",
    span: "Planungszeitraum",
    spanValue: "{first} bis {last}",
    limitsTitle: "Welche Grenzen bekannt sind",
    limitsCaption: "Grenzen der Planung",
    limit: "Grenze",
    known: "Bekannt",
    maintain: "Pflegen",
    teams: "Personal der Teams",
    teamsKnown: "{known, number} von {total, number} Teams mit Kapazität in allen Quartalen",
    frames: "Haushaltsrahmen je Jahr und Art",
    framesKnown: "{known, number} von {total, number} Rahmen gesetzt",
    lines: "Haushaltsstellen, die den Plan begrenzen",
    linesKnown: "{count, plural, =0 {keine} one {# Haushaltsstelle} other {# Haushaltsstellen}}",
    windows: "Förderfenster",
    windowsKnown: "{count, plural, =0 {keine} one {# Fenster} other {# Fenster}}",
    pairs: "Paare, die sich ausschließen oder zusammen sparen",
    pairsKnown: "{count, plural, =0 {keine} one {# Paar} other {# Paare}}",
    startLimits: "Höchstzahl von Starts je Quartal",
    startLimitsKnown: "{count, plural, =0 {keine} one {für # Einheit} other {für # Einheiten}}",
    dependencies: "Abhängigkeiten",
    dependenciesKnown: "{count, plural, =0 {keine} one {# Abhängigkeit} other {# Abhängigkeiten}}",
    unlimited: "Was nicht bekannt ist, begrenzt den Plan nicht: Wo eine Kapazität oder ein Rahmen fehlt, rechnet der Plan so, als wäre dort immer genug da.",
    problemsTitle: "{count, plural, one {Ein Widerspruch} other {# Widersprüche}} in den Angaben",
    problem: {
      cycle: "{title} wartet über ihre Abhängigkeiten auf sich selbst und kann so nie beginnen. Lösen Sie eine der Abhängigkeiten.",
      deadlineBeforeStart: "{title} müsste bis {deadline} fertig sein, kann aber frühestens {earliest} fertig werden. Prüfen Sie Frist, frühesten Beginn und Dauer.",
      zeroCapacity: "{name} hat in keinem Quartal Zeit für Maßnahmen, {count, plural, one {eine Maßnahme braucht} other {# Maßnahmen brauchen}} aber das Team. Prüfen Sie die Kapazität.",
      zeroFrame: "Der Rahmen {year} ({kind}) ist 0 €. Nichts, was in dem Jahr solches Geld kostet, findet Platz.",
      windowPast: "{title} geht nur mit Förderung ({programme}), deren Fenster vor dem Planungszeitraum schließt. Prüfen Sie das Förderfenster.",
    },
    mend: { measure: "Zur Maßnahme", capacities: "Zu den Kapazitäten", frames: "Zu den Rahmen" },
    where: { teams: "Personal", frames: "Haushalt", lines: "Haushaltsstellen", windows: "Maßnahmen", pairs: "Vorgaben", startLimits: "Vorgaben", dependencies: "Zeitplan" },
    missingTitle: "Fehlende Schätzungen",
    missingNone: "Alle Maßnahmen, die einen Platz suchen, haben Dauer, Kosten und Aufwand.",
    missingIntro: "Diese Maßnahmen werden weggelassen oder mit Annahmen geplant, je nachdem, wie eine Berechnung eingestellt ist. Besser ist es, die Schätzung nachzutragen.",
    missingCaption: "Maßnahmen ohne vollständige Schätzung",
    missingMore: "{count, plural, one {Eine weitere Maßnahme} other {# weitere Maßnahmen}} anzeigen",
    measure: "Maßnahme",
    missing: "Es fehlt",
    nothingTitle: "Noch nichts zu planen",
    nothingAdvice: "Es gibt keine Maßnahme, die einen Platz sucht. Legen Sie Maßnahmen an oder lassen Sie eine Liste einlesen.",
    toMeasures: "Zu den Maßnahmen",
  },
  missingFigure: { duration: "Dauer", cost: "Kosten", effort: "Personalaufwand" } satisfies Record<AssumedFigure, string>,
  form: {
    title: "Plan berechnen",
    value: "Was zählt",
    priorityWeight: "Gewicht der Priorität",
    priorityHint: "0 bis 100. Je höher eine Maßnahme in der Rangfolge steht, desto mehr trägt sie zum Wert des Plans bei.",
    savingWeight: "Gewicht der Einsparungen",
    savingHint: "0 bis 100. Wie viel die geschätzte Einsparung im Jahr zählt, gemessen an der größten.",
    lateDiscount: "Abschlag für späte Fertigstellung",
    lateHint: "In Prozent: So viel ist eine Maßnahme weniger wert, die erst am Ende des Zeitraums fertig wird.",
    scope: "Was mitgeplant wird",
    includeIdeas: "Auch Ideen planen",
    includeIdeasHint: "Sonst nur, was vorgeschlagen, geplant oder beschlossen ist.",
    unknown: "Maßnahmen ohne vollständige Schätzung",
    leaveOut: "weglassen",
    leaveOutHint: "Sie stehen im Ergebnis unter „Nicht im Plan“ mit dem, was fehlt.",
    assume: "mit diesen Annahmen planen",
    assumeHint: "Jede Annahme ist im Ergebnis gekennzeichnet.",
    assumedDuration: "Angenommene Dauer in Quartalen",
    assumedCost: "Angenommene Kosten in Euro",
    assumedDays: "Angenommene Personentage",
    stability: "Am jetzigen Zeitplan festhalten",
    stabilityHint: "0: ganz neu planen. 100: nur verschieben, was nicht bleiben kann.",
    seconds: "Suchzeit",
    secondsValue: "{seconds, number} Sekunden",
    secondsOption: "{seconds, number} Sekunden ({purpose})",
    secondsHint: { s2: "Überblick", s10: "für den Alltag", s60: "für eine Entscheidung" },
    more: "Weitere Einstellungen",
    submit: "Plan berechnen",
    running: "Es läuft schon eine Berechnung. Eine weitere wartet, bis sie fertig ist.",
  },
  runs: {
    title: "Berechnete Pläne",
    caption: "Berechnete Pläne, der neueste zuerst",
    number: "Plan",
    numberValue: "Plan Nr. {id}",
    of: "Grundlage",
    live: "aktuelle Daten",
    scenario: "Szenario {name}",
    state: "Stand",
    quality: "Güte",
    started: "Begonnen",
    by: "{at} von {name}",
    empty: "Noch kein Plan berechnet.",
  },
  state: { running: "läuft", waiting: "wartet", done: "fertig", cancelled: "abgebrochen", failed: "kein Plan" },
  gap: {
    none: "Schranke noch nicht bekannt",
    atMost: "höchstens {percent} unter dem bestmöglichen Plan",
    best: "der bestmögliche Plan: Kein anderer ist mehr wert",
    noPlan: "noch kein Plan",
  },
  progress: {
    title: "Plan Nr. {id} wird berechnet",
    label: "Fortschritt der Berechnung",
    waiting: "{count, plural, =0 {Beginnt gleich.} one {Wartet auf eine andere Berechnung.} other {Wartet auf # andere Berechnungen.}}",
    elapsed: "{elapsed} von {seconds, number} Sekunden",
    value: "Wert bisher {objective} Punkte, möglich sind höchstens {bound}",
    valueOnly: "Wert bisher {objective} Punkte, die Obergrenze wird noch berechnet",
    reload: "Stand neu laden",
    cancel: "Abbrechen und besten Plan behalten",
    interim: "Der bisher beste Plan steht unten. Er wird noch verbessert.",
    soon: "Der erste Plan erscheint gleich.",
  },
  done: { started: "Die Berechnung hat begonnen.", cancelled: "Die Berechnung ist abgebrochen. Der beste Plan bis dahin steht unten.", cancelledEmpty: "Die Berechnung ist abgebrochen, bevor ein Plan gefunden war." },
  problem: {
    wholeNumber: "Geben Sie eine ganze Zahl von {min, number} bis {max, number} ein.",
    choiceMissing: "Wählen Sie, was mit Maßnahmen ohne Schätzung geschieht.",
    secondsNotOffered: "Wählen Sie eine der angebotenen Suchzeiten.",
    weightless: "Priorität und Einsparungen haben beide das Gewicht 0. Geben Sie mindestens einem ein Gewicht über 0, sonst ist jeder Plan gleich gut.",
    noMeasures: "Es gibt keine Maßnahme. Legen Sie zuerst Maßnahmen an.",
    tooManyRuns: "Es warten schon {most, number} Berechnungen. Warten Sie, bis eine fertig ist, oder brechen Sie eine ab.",
    runEnded: "Diese Berechnung ist schon beendet.",
    settingsUnreadable: "Die Einstellungen passen nicht. Laden Sie die Seite neu und versuchen Sie es noch einmal.",
    other: "Die Eingabe passt nicht.",
  },
} as const;

export const t = translatorFor(messages);

const problemCodes = Object.keys(messages.problem) as Array<keyof typeof messages.problem>;

/** The sentence for a refusal's code. */
export function problemText({ code, values }: FieldProblem): string {
  if (code === "tooManyRuns") return t("problem.tooManyRuns", { most: Number(values?.["most"] ?? 1) });
  const known = problemCodes.find((each) => each === code);
  return known === undefined || known === "wholeNumber" || known === "tooManyRuns" ? t("problem.other") : t(`problem.${known}`);
}

const NBSP = "\u00a0";

/** Hundredths of a percent, never shown smaller than they are: 423 → "4,3 %". */
export function gapPercent(hundredths: number): string {
  const tenths = Math.ceil(hundredths / 10);
  return `${Math.floor(tenths / 10)},${tenths % 10}${NBSP}%`;
}

/** How good a plan is, said as it was proven. */
export function gapText(hundredths: number | null): string {
  if (hundredths === null) return t("gap.none");
  return hundredths === 0 ? t("gap.best") : t("gap.atMost", { percent: gapPercent(hundredths) });
}

export type { LeftOutReason };
