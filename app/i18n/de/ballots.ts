import type { BallotState } from "#app/domain/prioritisation/ballot-terms.ts";
import { translatorFor } from "#app/i18n/translate.ts";

/** Texts of the advisory ballot; the reasons of its result stand in ballot-reasons.ts. */
export const messages = {
  title: "Meinungsbilder",
  advisory: "Meinungsbild. Die förmliche Abstimmung findet in der Sitzung statt.",
  intro: "Ausschussmitglieder sagen unverbindlich, welche Maßnahmen sie mit einem festen Budget bezahlen würden.",
  kind: { approval: "Maßnahmen zustimmen", points: "Punkte vergeben" },
  secrecy: { secret: "geheim", open: "offen" },
  turnout: "{voted, number} von {members, number} haben abgestimmt",
  list: {
    caption: "Meinungsbilder",
    add: "Meinungsbild anlegen",
    name: "Meinungsbild",
    state: "Stand",
    turnout: "Beteiligung",
    budget: "Budget",
    date: "Zeitraum",
    since: "seit {date}",
    range: "{from} bis {to}",
    notOpened: "noch nicht eröffnet",
    vote: "Jetzt abstimmen",
    voteIn: "Jetzt abstimmen: {title}",
    voted: "Sie haben abgestimmt",
    missed: "Sie haben nicht abgestimmt",
    emptyTitle: "Noch kein Meinungsbild",
    emptyOfficer: "Legen Sie eines an: eine Frage, ein Budget und die Maßnahmen, zwischen denen der Ausschuss abwägen soll.",
    emptyMember: "Sobald die oder der Digitalbeauftragte Sie um Ihre Meinung bittet, finden Sie das Meinungsbild hier.",
  },
  form: {
    newTitle: "Meinungsbild anlegen",
    editTitle: "Entwurf „{title}“ bearbeiten",
    about: "Worum es geht",
    title: "Bezeichnung",
    question: "Frage an die Mitglieder",
    questionHint: "Ein Satz, der auf dem Stimmzettel steht.",
    budget: "Budget in Euro",
    budgetHint: "So viel darf alles Ausgewählte zusammen einmalig kosten. Zum Beispiel 250.000",
    voting: "Wie abgestimmt wird",
    kind: "Art der Abstimmung",
    kindApproval: "Maßnahmen zustimmen",
    kindApprovalHint: "Jedes Mitglied kreuzt beliebig viele Maßnahmen an, die es für richtig hält.",
    kindPoints: "Punkte vergeben",
    kindPointsHint: "Jedes Mitglied verteilt seine Punkte und zeigt damit auch, wie wichtig ihm eine Maßnahme ist.",
    points: "Punkte je Mitglied",
    pointsHint: "Nur wenn Punkte vergeben werden; zum Beispiel 10.",
    secrecy: "Geheim oder offen",
    secret: "Geheim",
    secretHint: "Niemand erfährt, wer was gewählt hat; eine abgegebene Stimme lässt sich nicht ändern. Ein Ergebnis gibt es ab {fewest, number} Stimmen.",
    open: "Offen",
    openHint: "Nach dem Schließen steht beim Ergebnis, wer was gewählt hat. Bis dahin kann jedes Mitglied seine Stimme ändern.",
    leftover: "Wenn Geld übrig bleibt",
    leftoverIntro: "Gezählt wird nach gleichen Anteilen: Jedes abstimmende Mitglied verfügt rechnerisch über denselben Teil des Budgets und bezahlt davon nur, was es unterstützt. Dabei bleibt oft etwas übrig.",
    leftoverNone: "Nicht verteilen",
    leftoverNoneHint: "Der Rest bleibt stehen. Gefördert wird nur, was die Unterstützenden aus ihrem Anteil bezahlen können.",
    leftoverAddOne: "Anteile schrittweise erhöhen (empfohlen)",
    leftoverAddOneHint: "Alle Anteile steigen gemeinsam Euro um Euro, bis nichts mehr ins Budget passt. Auch der Rest kommt so allen Gruppen gleich zugute.",
    leftoverGreedy: "Erst Anteile erhöhen, dann nach Stimmen",
    leftoverGreedyHint: "Was danach noch übrig ist, geht an die Maßnahmen mit den meisten Stimmen, soweit sie hineinpassen.",
    measures: "Maßnahmen auf dem Stimmzettel",
    measuresHint: "Es zählen die einmaligen Kosten, ohne erwartete Fördermittel. Sie werden mit dem Speichern festgehalten. Auf dem Zettel stehen die Maßnahmen nach Bezeichnung geordnet; bei völligem Gleichstand geht diese Reihenfolge vor.",
    measureCost: "{cost} einmalig",
    excluded: "{count, plural, one {Eine Maßnahme kann} other {# Maßnahmen können}} nicht zur Wahl stehen",
    excludedWhy: { costUnknown: "Die einmaligen Kosten sind nicht bekannt (k. A.).", noOneOffCost: "Es sind keine einmaligen Kosten eingetragen." },
    noCandidates: "Zurzeit hat keine offene Maßnahme bekannte einmalige Kosten. Tragen Sie zuerst Kosten bei den Maßnahmen ein.",
    members: "Wer abstimmt",
    membersHint: "Ausschussmitglieder mit aktivem Zugang.",
    noCommittee: "Es gibt noch keine Ausschussmitglieder mit Zugang. Die Administration legt sie an.",
    save: "Entwurf speichern",
    cancel: "Abbrechen",
    notDraft: "Dieses Meinungsbild läuft schon oder ist geschlossen und lässt sich nicht mehr ändern.",
  },
  draft: {
    heading: "Entwurf",
    text: "Die Mitglieder sehen diesen Entwurf noch nicht. Mit dem Eröffnen können {members, plural, one {ein Mitglied} other {# Mitglieder}} abstimmen; danach lässt sich nichts mehr ändern.",
    edit: "Entwurf bearbeiten",
    open: "Abstimmung eröffnen",
    discard: "Entwurf verwerfen",
    members: "Wer abstimmt",
    changedMeanwhile: "Jemand anderes hat den Entwurf inzwischen geändert. Unten steht der aktuelle Stand.",
  },
  facts: {
    heading: "Stimmzettel",
    caption: "Maßnahmen auf dem Stimmzettel",
    measure: "Maßnahme",
    cost: "Einmalige Kosten",
    budget: "Budget",
    kind: "Art",
    pointsEach: "Punkte vergeben, {points, number} je Mitglied",
    secrecy: "Stimmabgabe",
    leftover: "Wenn Geld übrig bleibt",
    turnout: "Beteiligung",
    opened: "Eröffnet am",
    closed: "Geschlossen am",
    sum: "Zusammen",
    leftoverRule: {
      none: "wird nicht verteilt",
      addOne: "Anteile steigen, bis nichts mehr ins Budget passt",
      addOneGreedy: "Anteile steigen, der Rest geht nach Stimmen",
    },
  },
  vote: {
    heading: "Ihre Stimme",
    budget: "Budget: {budget}. Alle Maßnahmen zusammen würden {sum} kosten.",
    approvalIntro: "Kreuzen Sie an, was Sie für richtig halten – beliebig viele. Auf das Budget müssen Sie dabei nicht achten; das tut die Auszählung.",
    pointsIntro: "Verteilen Sie bis zu {points, number} Punkte. Je mehr Punkte, desto wichtiger ist Ihnen die Maßnahme; ein leeres Feld heißt: keine.",
    approvalGroup: "Diesen Maßnahmen stimme ich zu",
    pointsGroup: "So verteile ich meine Punkte",
    sum: "Summe der Punkte",
    cost: "{cost} einmalig",
    noSummary: "Ohne Kurzfassung.",
    chosen: "{count, plural, =0 {Noch nichts angekreuzt} one {Eine Maßnahme angekreuzt} other {# Maßnahmen angekreuzt}}",
    available: "Sie haben {points, number} Punkte. Die Summe wird im nächsten Schritt geprüft.",
    left: "noch {left, number} von {points, number} Punkten",
    overspent: "{over, plural, one {Ein Punkt} other {# Punkte}} zu viel vergeben: {spent, number} von {points, number}",
    review: "Weiter zur Bestätigung",
    secretTitle: "Diese Abstimmung ist geheim",
    secretText: "Ihre Stimme wird ohne Ihren Namen und ohne Uhrzeit gespeichert. Festgehalten wird nur, dass Sie abgestimmt haben. Deshalb kann eine abgegebene Stimme nicht mehr geändert oder zurückgeholt werden, auch von Ihnen nicht.",
    secretLimit: "Ein Ergebnis gibt es ab {fewest, number} Stimmen. Sind sich alle einig, lässt sich daraus auf jede Stimme schließen, wie bei jeder geheimen Wahl.",
    openTitle: "Diese Abstimmung ist offen",
    openText: "Nach dem Schließen steht Ihr Name mit Ihrer Wahl beim Ergebnis. Bis dahin können Sie Ihre Stimme ändern.",
    votedSecret: "Sie haben abgestimmt. Danke! Das Ergebnis steht hier, sobald die Abstimmung geschlossen ist.",
    votedOpen: "Sie haben abgestimmt. Bis zum Schließen können Sie Ihre Stimme hier ändern.",
  },
  confirm: {
    heading: "Stimmt das so?",
    approvals: "{count, plural, one {Sie stimmen einer Maßnahme zu:} other {Sie stimmen # Maßnahmen zu:}}",
    points: "Sie vergeben {spent, number} von {points, number} Punkten:",
    points1: "{points, plural, one {1 Punkt} other {# Punkte}}",
    unused: "{left, plural, one {Ein Punkt bleibt} other {# Punkte bleiben}} ungenutzt.",
    nothing: "Sie unterstützen keine der Maßnahmen. Das zählt als Enthaltung: Ihr Anteil am Budget bleibt ungenutzt.",
    secret: "Nach dem Abgeben lässt sich das nicht mehr ändern.",
    open: "Bis zum Schließen können Sie das noch ändern.",
    cast: "Stimme abgeben",
    change: "Zurück und ändern",
  },
  close: {
    title: "„{title}“ schließen?",
    textWithheld: "Danach kann niemand mehr abstimmen, und es gibt kein Ergebnis.",
    text: "Danach kann niemand mehr abstimmen. Das Ergebnis wird gezählt, für immer festgehalten und den Mitgliedern gezeigt.",
    withheld: "Bisher sind weniger als {fewest, number} geheime Stimmen da. Wenn Sie jetzt schließen, wird nicht gezählt und die Stimmen werden vernichtet: Aus so wenigen ließe sich ablesen, wer was gewählt hat.",
    missing: "{count, plural, one {Ein Mitglied hat} other {# Mitglieder haben}} noch nicht abgestimmt.",
    complete: "Alle haben abgestimmt.",
    confirm: "Abstimmung schließen",
    cancel: "Noch nicht",
    link: "Abstimmung schließen …",
    changedMeanwhile: "Das Meinungsbild wurde inzwischen geändert. Bitte sehen Sie noch einmal hin.",
  },
  running: { officer: "Die Abstimmung läuft. Das Ergebnis gibt es erst, wenn Sie sie schließen; bis dahin sieht niemand einen Zwischenstand." },
  problem: {
    titleMissing: "Geben Sie eine Bezeichnung ein.",
    textTooLong: "Höchstens {max, number} Zeichen.",
    choose: "Wählen Sie eine der Möglichkeiten.",
    amount: "Geben Sie einen Betrag ein, zum Beispiel 250.000.",
    budgetMissing: "Das Budget muss größer als 0 sein.",
    points: "Geben Sie eine ganze Zahl von 1 bis {max, number} ein.",
    noMeasures: "Wählen Sie mindestens eine Maßnahme.",
    notACandidate: "Eine der Maßnahmen steht nicht mehr zur Wahl. Bitte sehen Sie die Auswahl noch einmal durch.",
    costUnknown: "Die einmaligen Kosten von „{title}“ sind nicht bekannt.",
    noOneOffCost: "„{title}“ hat keine einmaligen Kosten.",
    dearerThanBudget: "„{title}“ kostet mehr als das ganze Budget und könnte nie gefördert werden.",
    noMembers: "Wählen Sie mindestens ein Mitglied.",
    notInCommittee: "Eine der Personen gehört nicht mehr zum Ausschuss. Bitte sehen Sie die Auswahl noch einmal durch.",
    changedSince: "Seit dem Speichern des Entwurfs hat sich etwas geändert bei {names}. Öffnen Sie den Entwurf, sehen Sie ihn durch und speichern Sie ihn neu.",
    notDraft: "Das Meinungsbild ist kein Entwurf mehr.",
    notOpen: "Die Abstimmung ist nicht offen.",
    closed: "Die Abstimmung ist inzwischen geschlossen.",
    alreadyVoted: "Sie haben schon abgestimmt. Es zählt Ihre erste Stimme.",
    wholePoints: "Geben Sie ganze Punkte ein, zum Beispiel 3, oder lassen Sie das Feld leer.",
    tooManyPoints: "Sie haben {spent, number} von {limit, number} Punkten vergeben. Nehmen Sie {over, plural, one {einen Punkt} other {# Punkte}} zurück.",
    unknownProject: "Eine der Maßnahmen steht nicht auf diesem Stimmzettel. Bitte laden Sie die Seite neu.",
    other: "Diese Angabe ist so nicht möglich.",
  },
  conflict: {
    title: "Jemand anderes hat inzwischen gespeichert",
    advice: "Unten stehen Ihre Angaben. Gespeichert ist zurzeit das Folgende; wenn Sie noch einmal speichern, gelten Ihre Angaben.",
  },
  done: {
    created: "Der Entwurf ist angelegt.",
    saved: "Der Entwurf ist gespeichert.",
    discarded: "Der Entwurf „{title}“ ist verworfen.",
    opened: "Die Abstimmung „{title}“ ist eröffnet. Die Mitglieder finden sie auf ihrer Startseite.",
    closed: "Die Abstimmung „{title}“ ist geschlossen.",
    votedSecret: "Ihre Stimme ist abgegeben.",
    votedOpen: "Ihre Stimme ist gespeichert.",
  },
} as const;

export const t = translatorFor(messages);

export const ballotStateLabels: Readonly<Record<BallotState, string>> = { draft: "Entwurf", open: "läuft", closed: "geschlossen" };

const plainCodes = ["budgetMissing", "noMeasures", "notACandidate", "noMembers", "notInCommittee", "notDraft", "notOpen", "closed", "alreadyVoted", "unknownProject"] as const;

/** A problem the service found, in words. */
export function problemText({ code, values }: { readonly code: string; readonly values?: Readonly<Record<string, string | number>> }): string {
  const number = (name: string) => Number(values?.[name] ?? 0);
  const text = (name: string) => String(values?.[name] ?? "");
  switch (code) {
    case "points":
      return t("problem.points", { max: number("max") });
    case "costUnknown":
    case "noOneOffCost":
    case "dearerThanBudget":
      return t(`problem.${code}`, { title: text("title") });
    case "changedSince":
      return t("problem.changedSince", { names: text("names") });
    case "negative":
    case "notWhole":
    case "onlyOnce":
      return t("problem.wholePoints");
    case "tooManyPoints":
      return t("problem.tooManyPoints", { spent: number("spent"), limit: number("limit"), over: number("spent") - number("limit") });
    default:
      return t(`problem.${plainCodes.find((known) => known === code) ?? "other"}`);
  }
}
