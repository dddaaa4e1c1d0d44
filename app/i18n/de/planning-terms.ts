import type { PairContradiction, TermsContradiction } from "#app/domain/planning/terms-contradictions.ts";
import type { KnownEstimates, PlannedDuration } from "#app/domain/planning/planner-knowledge.ts";
import type { MeasurePairKind } from "#app/domain/planning/planning-terms.ts";
import type { FieldProblem } from "#app/domain/result.ts";
import { formatDate, formatQuarter } from "#app/i18n/format.ts";
import { translatorFor } from "#app/i18n/translate.ts";

/** Texts of what the planner must know: of one measure, between measures, and for units. */
const messages = {
  measure: {
    title: "Planungsangaben",
    titleOf: "Planungsangaben: {title}",
    link: "Planungsangaben",
    crumb: "Maßnahmen",
    introOf: "Was die Planung über „{title}“ wissen muss, damit sie einen Platz dafür finden kann.",
    knowledge: "Was die Planung weiß",
    duration: "Dauer",
    costs: "Kosten",
    efforts: "Personalbedarf",
    earliestStart: "Frühester Beginn",
    deadline: "Stichtag",
    noDeadline: "keiner",
    notBefore: "nicht festgelegt",
    lacking: "Was fehlt, nimmt die Planung nur so an, wie es im Lauf eingestellt ist: Die Maßnahme bleibt außen vor, oder sie wird mit einer genannten Annahme geplant.",
    settled: "Diese Maßnahme ist umgesetzt, abgelehnt oder zurückgestellt. Sie wird nicht mehr geplant.",
    bound: "Diese Maßnahme läuft oder ist beschlossen. Die Planung lässt sie an ihrem Termin stehen.",
    addCost: "Kosten ergänzen",
    addEffort: "Personalbedarf ergänzen",
    contradictions: "{count, plural, one {Ein Widerspruch} other {# Widersprüche}}: So kann kein Plan aufgehen",
    terms: "Vorgaben für die Planung",
    durationField: "Dauer in Quartalen",
    durationHint: "Ganze Quartale von Beginn bis Ende, zum Beispiel 4 für ein Jahr. Leer lassen, wenn nicht bekannt.",
    durationHintPermanent: "Für die Einführung. Leer lassen, wenn die Daueraufgabe vom Beginn an ohne Ende läuft.",
    durationFromDates: "Die Dauer folgt aus Beginn und Ende: {quarters, plural, one {# Quartal} other {# Quartale}} ({from} bis {to}).",
    mandatory: "Pflichtaufgabe",
    mandatoryHint: "Muss im Plan stehen, etwa weil ein Gesetz es verlangt.",
    fixed: "An ihrem Termin festgesetzt",
    fixedHint: "Die Planung verschiebt sie nicht. Das geht nur mit Beginn und Ende.",
    save: "Speichern",
    cancel: "Zur Maßnahme",
    reader: "Ändern können diese Angaben die oder der Digitalbeauftragte und der federführende Fachbereich.",
    yes: "ja",
    no: "nein",
    pairs: "Zusammenhang mit anderen Maßnahmen",
    pairsNone: "Keiner festgelegt.",
    pairsLink: "Zu den Vorgaben",
    excludes: "schließt sich aus mit {title}",
    savesTogether: "spart {amount} zusammen mit {title}",
  },
  windows: {
    title: "Förderfenster",
    intro: "Beginnt die Maßnahme in einem dieser Zeiträume, zahlt das Programm seinen Anteil an den einmaligen Ausgaben. Vorher wäre es ein vorzeitiger Beginn, der die Förderung meist kostet.",
    add: "Förderfenster hinzufügen",
    caption: "Förderfenster dieser Maßnahme",
    programme: "Programm",
    period: "Beginn möglich",
    rate: "Quote",
    maximum: "Höchstens",
    noMaximum: "ohne Grenze",
    required: "Nur mit Förderung",
    actions: "Aktionen",
    edit: "Ändern",
    editOf: "Förderfenster {programme} ändern",
    none: "Noch kein Förderfenster",
    period2: "{from} bis {to}",
    addTitle: "Förderfenster hinzufügen",
    editTitle: "Förderfenster ändern",
    opens: "Öffnet",
    opensHint: "Frühestes Quartal, in dem die Maßnahme beginnen darf, also nach der Bewilligung.",
    closes: "Schließt",
    closesHint: "Letztes Quartal, in dem sie beginnen darf.",
    ratePercent: "Förderquote in Prozent",
    max: "Höchstbetrag in Euro",
    maxHint: "Leer lassen, wenn es keinen gibt.",
    requiredField: "Ohne diese Förderung wird die Maßnahme nicht gemacht",
    note: "Anmerkung",
    choose: "Bitte wählen",
    removeTitle: "Förderfenster entfernen",
    removeText: "Was darin stand, bleibt im Protokoll.",
    remove: "Entfernen",
  },
  rules: {
    title: "Vorgaben für die Planung",
    intro: "Was zwischen Maßnahmen und für einzelne Einheiten gilt. Vorgaben einer einzelnen Maßnahme stehen auf deren Seite unter „Planungsangaben“.",
    crumb: "Planung",
    pairs: "Paare von Maßnahmen",
    pairsIntro: "Zwei Maßnahmen, von denen höchstens eine gemacht wird, oder die gemeinsam weniger kosten. Eine Ersparnis macht es dem Plan mehr wert, beide aufzunehmen. Die Kosten im Haushalt senkt sie nicht: Soll der Rahmen sie spüren, tragen Sie die niedrigeren Kosten bei einer der beiden Maßnahmen ein.",
    addPair: "Paar hinzufügen",
    pairsCaption: "Alle Paare mit Zusammenhang und Ersparnis",
    first: "Maßnahme",
    second: "und Maßnahme",
    kind: "Zusammenhang",
    saving: "Ersparnis",
    reason: "Begründung",
    actions: "Aktionen",
    edit: "Ändern",
    editOf: "Paar {first} und {second} ändern",
    noPairs: "Noch kein Paar festgelegt",
    notApplicable: "–",
    limits: "Höchstzahl der Starts",
    limitsIntro: "So viele Maßnahmen dürfen unter Federführung der Einheit in einem Quartal beginnen; Einheiten darunter zählen nicht mit. Leer heißt: keine Grenze.",
    limitsCaption: "Höchstzahl der Starts je Quartal",
    unit: "Organisationseinheit",
    starts: "Starts je Quartal",
    startsOf: "Starts je Quartal, {unit}",
    noLimit: "keine Grenze",
    saveLimits: "Höchstzahlen speichern",
    noLimits: "Für keine Einheit ist eine Höchstzahl festgelegt.",
  },
  pair: {
    addTitle: "Paar hinzufügen",
    editTitle: "Paar ändern",
    kind: "Zusammenhang",
    first: "Erste Maßnahme",
    second: "Zweite Maßnahme",
    choose: "Bitte wählen",
    saving: "Ersparnis in Euro",
    savingHint: "Einmalig, wenn beide gemacht werden. Nur bei „sparen gemeinsam“.",
    reason: "Begründung",
    save: "Speichern",
    cancel: "Abbrechen",
    removeTitle: "Paar entfernen",
    removeText: "Was darin stand, bleibt im Protokoll.",
    remove: "Entfernen",
  },
  kind: { excludes: "schließen sich aus", savesTogether: "sparen gemeinsam" },
  kindHint: { excludes: "Höchstens eine der beiden wird gemacht.", savesTogether: "Werden beide gemacht, kosten sie zusammen weniger. Das zählt beim Wert des Plans, nicht im Haushaltsrahmen." },
  known: {
    dates: "{quarters, plural, one {# Quartal} other {# Quartale}}, aus Beginn und Ende",
    terms: "{quarters, plural, one {# Quartal} other {# Quartale}}, geschätzt",
    endless: "ohne Ende (Daueraufgabe)",
    unknown: "nicht bekannt",
    estimates: "{count, plural, one {# Posten} other {# Posten}}, alle geschätzt",
    someUnknown: "{count, plural, one {# Posten} other {# Posten}}, davon {unknown, number} ohne Schätzung",
    nothing: "nichts eingetragen",
    gap: "fehlt",
  },
  contradiction: {
    fixedWithoutDates: "Die Maßnahme ist festgesetzt, hat aber keinen vollständigen Termin. Tragen Sie Beginn und Ende ein, oder heben Sie die Festsetzung auf.",
    deadlineTooEarly: "Der Stichtag {deadline} ist nicht zu halten: Bei Beginn im {earliestStart} endet sie frühestens im {earliestEnd}. Prüfen Sie Stichtag, Dauer und frühesten Beginn.",
    windowPast: "Das Förderfenster „{programme}“ hat sich im {closes} geschlossen. Entfernen Sie es, oder tragen Sie den neuen Zeitraum ein.",
    windowBeforeStart: "Das Förderfenster „{programme}“ schließt im {closes}, die Maßnahme kann aber frühestens im {earliestStart} beginnen.",
    windowAfterDeadline: "Das Förderfenster „{programme}“ öffnet erst im {opens}. Um den Stichtag zu halten, muss die Maßnahme spätestens im {latestStart} beginnen.",
    fixedOutsideWindow: "Die Maßnahme steht fest und beginnt nicht im Förderfenster „{programme}“, ohne das sie nicht gemacht werden soll.",
  },
  pairContradiction: {
    bothMandatory: "Beide sind Pflichtaufgaben, es kann aber nur eine gemacht werden.",
    dependent: "Die eine wartet auf die andere; schließen sie sich aus, kommt die zweite nie an die Reihe.",
  },
  problem: {
    quarters: "Geben Sie ganze Quartale von 1 bis 40 ein, oder lassen Sie das Feld leer.",
    fixedWithoutDates: "Festsetzen lässt sich nur, was Beginn und Ende hat. Tragen Sie zuerst den Termin ein.",
    archived: "Diese Maßnahme ist archiviert. Stellen Sie sie zuerst wieder her.",
    programmeMissing: "Geben Sie das Programm an.",
    quarterMissing: "Wählen Sie ein Quartal.",
    closesBeforeOpens: "Das Fenster schließt, bevor es öffnet.",
    rate: "Geben Sie eine ganze Zahl von 1 bis 100 ein.",
    kindMissing: "Wählen Sie, wie die beiden zusammenhängen.",
    measureMissing: "Wählen Sie eine Maßnahme.",
    measureUnknown: "Diese Maßnahme gibt es nicht mehr. Bitte wählen Sie neu.",
    pairWithItself: "Das ist dieselbe Maßnahme. Wählen Sie eine andere.",
    pairTaken: "Für diese beiden Maßnahmen gibt es schon ein Paar. Ändern Sie jenes.",
    savingMissing: "Geben Sie an, wie viel beide zusammen sparen.",
    starts: "Geben Sie eine ganze Zahl von 1 bis 100 ein, oder lassen Sie das Feld leer.",
    unitUnknown: "Eine Organisationseinheit gibt es nicht mehr. Bitte laden Sie die Seite neu.",
    tooLong: "Höchstens {max, number} Zeichen.",
    other: "Diese Angabe kann so nicht gespeichert werden.",
  },
  conflict: {
    title: "Jemand anderes hat inzwischen gespeichert",
    advice: "Unten stehen Ihre Angaben. Gespeichert ist zurzeit das Folgende; wenn Sie noch einmal speichern, gelten Ihre Angaben.",
    none: "–",
  },
  done: {
    terms: "Die Planungsangaben sind gespeichert.",
    window: "Das Förderfenster ist gespeichert.",
    windowRemoved: "Das Förderfenster „{programme}“ ist entfernt.",
    pair: "Das Paar ist gespeichert.",
    pairRemoved: "Das Paar ist entfernt.",
    limits: "{count, plural, =0 {Es gab nichts zu ändern.} one {Eine Höchstzahl ist gespeichert.} other {# Höchstzahlen sind gespeichert.}}",
  },
} as const;

export const t = translatorFor(messages);

type PlainProblem = Exclude<keyof (typeof messages)["problem"], "tooLong">;
const isProblem = (code: string): code is PlainProblem => Object.hasOwn(messages.problem, code) && code !== "tooLong";

/** The German sentence for a refused field. */
export const problemText = ({ code, values }: FieldProblem): string =>
  code === "tooLong" ? t("problem.tooLong", { max: Number(values?.["max"] ?? 0) }) : t(`problem.${isProblem(code) ? code : "other"}`);

export const pairKindLabels: Readonly<Record<MeasurePairKind, string>> = messages.kind;

export function durationText(duration: PlannedDuration): string {
  return duration.kind === "dates" || duration.kind === "terms" ? t(`known.${duration.kind}`, { quarters: duration.quarters }) : t(`known.${duration.kind}`);
}

export function estimatesText({ count, unknownCount }: KnownEstimates): string {
  if (count === 0) return t("known.nothing");
  return unknownCount === 0 ? t("known.estimates", { count }) : t("known.someUnknown", { count, unknown: unknownCount });
}

export function contradictionText(found: TermsContradiction): string {
  switch (found.code) {
    case "fixedWithoutDates":
      return t("contradiction.fixedWithoutDates");
    case "deadlineTooEarly":
      return t("contradiction.deadlineTooEarly", { deadline: formatDate(found.deadline), earliestStart: formatQuarter(found.earliestStart), earliestEnd: formatQuarter(found.earliestEnd) });
    case "windowPast":
      return t("contradiction.windowPast", { programme: found.programme, closes: formatQuarter(found.closes) });
    case "windowBeforeStart":
      return t("contradiction.windowBeforeStart", { programme: found.programme, closes: formatQuarter(found.closes), earliestStart: formatQuarter(found.earliestStart) });
    case "windowAfterDeadline":
      return t("contradiction.windowAfterDeadline", { programme: found.programme, opens: formatQuarter(found.opens), latestStart: formatQuarter(found.latestStart) });
    case "fixedOutsideWindow":
      return t("contradiction.fixedOutsideWindow", { programme: found.programme });
  }
}

export const pairContradictionText = (found: PairContradiction): string => t(`pairContradiction.${found}`);
