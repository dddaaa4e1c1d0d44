import type { Role } from "#app/domain/permissions/permissions.ts";
import { translatorFor } from "#app/i18n/translate.ts";

/** Texts of the help and accessibility pages. */
export const messages = {
  title: "Hilfe",
  intro: "Was Sie mit dem Digitalfahrplan tun können, was die Begriffe bedeuten und wie Sie alles mit der Tastatur bedienen.",
  roles: "Was Sie tun können",
  yourRole: "Ihre Rolle",
  keyboard: "Bedienung mit der Tastatur",
  glossary: "Begriffe",
  contact: "Fragen",
  contactText: "Bei Fragen zu Zugang und Rollen hilft die Administration Ihrer Kommune, bei Fragen zu Inhalten die oder der Digitalbeauftragte.",
  accessibilityTitle: "Erklärung zur Barrierefreiheit",
  accessibilityIntro: "Der Digitalfahrplan soll für alle Menschen benutzbar sein. Diese Erklärung sagt, was dafür getan ist, wie es geprüft wird und was noch fehlt.",
} as const;

export const t = translatorFor(messages);

export const roleHelp: Readonly<Record<Role, readonly string[]>> = {
  digitalOfficer: [
    "Maßnahmen anlegen, aus Excel- oder CSV-Listen importieren, bearbeiten, archivieren und im Zeitplan verschieben.",
    "Kriterien und ihre Gewichte festlegen, bewerten und die Rangfolge ansehen.",
    "Den Ausschuss in einem Meinungsbild unter einem festen Budget abwägen lassen; die förmliche Abstimmung bleibt der Sitzung.",
    "Organisationsformen und andere Varianten vergleichen: mit Kriterien, Kosten, Stellen und einer Empfehlung.",
    "Teams, Kapazitäten, Haushaltsrahmen und Haushaltsstellen pflegen oder importieren und sehen, wo sie überschritten werden.",
    "Einen Plan unter diesen Grenzen berechnen lassen, nach dem Warum jedes Platzes fragen, Szenarien vergleichen und einen Plan übernehmen.",
    "Änderungsanträge zum Haushalt erfassen und drucken.",
    "Den Stellenplan mit Kosten führen, Teams besetzen und ablesen, welche Stellen je Jahr und Zweck gebraucht werden.",
    "Eine Fassung einfrieren, dem Ausschuss vorlegen, Kommentare beantworten und den Bericht als PDF oder Excel-Datei laden.",
    "Organisationseinheiten pflegen und das Protokoll aller Änderungen lesen.",
  ],
  contributor: [
    "Alle Maßnahmen der Kommune lesen.",
    "Maßnahmen Ihrer Organisationseinheit und der Einheiten darunter anlegen, bearbeiten und verschieben; ihre Dauer, Pflichten und Förderfenster für die Planung angeben.",
    "Maßnahmen und Varianten bewerten und Berichte laden.",
  ],
  reviewer: [
    "Vorgelegte Fassungen lesen und sehen, was sich seit der letzten geändert hat. Der laufende Arbeitsstand der Verwaltung ist nicht Teil der Ausschussansicht.",
    "Einzelne Maßnahmen kommentieren und bewerten; Variantenvergleiche lesen und bewerten.",
    "In Meinungsbildern geheim oder offen sagen, welche Maßnahmen Sie mit einem festen Budget bezahlen würden.",
    "Den Bericht einer Fassung laden und Änderungsanträge zum Haushalt lesen.",
  ],
  viewer: ["Alles lesen: Maßnahmen, Rangfolge, Zeitplan, berechnete Pläne und Szenarien, Personal, Haushalt und Fassungen.", "Berichte laden."],
  admin: [
    "Die Angaben zur Kommune, Organisationseinheiten, Personen und Rollen pflegen.",
    "Konten sperren und neue Erstpasswörter vergeben.",
    "Alles lesen und das Protokoll aller Änderungen einsehen; Maßnahmen ändert diese Rolle nicht.",
  ],
};

export const keyboardHelp: ReadonlyArray<{ readonly keys: string; readonly effect: string }> = [
  { keys: "Tab", effect: "Zum nächsten Link, Feld oder Knopf; mit der Umschalttaste zurück." },
  { keys: "Eingabe", effect: "Einen Link öffnen oder ein Formular absenden." },
  { keys: "Leertaste", effect: "Ein Kästchen ankreuzen oder einen Knopf drücken." },
  { keys: "Pfeiltasten", effect: "In einer Auswahl wechseln; in einer breiten Tabelle seitlich rollen, wenn sie ausgewählt ist." },
  { keys: "Erster Link jeder Seite", effect: "„Zum Inhalt springen“ überspringt Kopf und Navigation." },
];

export const glossary: ReadonlyArray<{ readonly term: string; readonly meaning: string }> = [
  { term: "Abhängigkeit", meaning: "Eine Maßnahme kann erst beginnen, wenn eine andere beendet ist, auf Wunsch mit Abstand in Quartalen." },
  { term: "Ampel", meaning: "Einschätzung der Federführung: Grün heißt im Plan, Gelb Abweichung möglich, Rot Ziel gefährdet. Immer mit Begründung." },
  { term: "Änderungsantrag", meaning: "Antrag, einen Ansatz im Entwurf des Haushalts zu ändern: bisheriger Ansatz, neuer Ansatz und die Differenz, je Produkt, Konto und Jahr." },
  { term: "Daueraufgabe", meaning: "Eine Aufgabe ohne Ende, zum Beispiel der Betrieb eines Portals." },
  { term: "Fassung", meaning: "Ein eingefrorener Stand aller Maßnahmen, Zahlen und der Rangfolge. Er lässt sich nicht mehr ändern und trägt eine Prüfsumme." },
  { term: "Federführung", meaning: "Die Organisationseinheit, die eine Maßnahme verantwortet." },
  { term: "Folgekosten", meaning: "Was eine Maßnahme nach ihrem Ende jedes Jahr kostet. Sie belasten alle späteren Haushalte." },
  { term: "Förderfenster", meaning: "Zeitraum, in dem eine Maßnahme beginnen muss, damit ein Programm einen Teil ihrer Kosten zahlt. Wer vor der Bewilligung beginnt, verliert die Förderung meist." },
  { term: "Grundlast", meaning: "Der Teil der Arbeitszeit eines Teams, der für Daueraufgaben und Tagesgeschäft gebraucht wird und für Maßnahmen nicht da ist." },
  { term: "Güte eines Plans", meaning: "Um wie viel Prozent der Plan höchstens unter dem bestmöglichen liegt. Gemessen wird an einer Obergrenze, die bewiesen ist; der wirkliche Abstand kann kleiner sein." },
  { term: "Handlungsfeld", meaning: "Thema der Digitalstrategie, dem Maßnahmen zugeordnet sind." },
  { term: "Haushaltsrahmen", meaning: "Was in einem Haushaltsjahr zur Verfügung steht, investiv und konsumtiv getrennt." },
  { term: "Haushaltsstelle", meaning: "Ein Konto eines Produkts in einem Haushaltsjahr mit seinem Ansatz." },
  { term: "investiv, konsumtiv", meaning: "Investiv sind Ausgaben für Dauerhaftes wie Geräte; konsumtiv sind laufende Ausgaben wie Lizenzen und Betrieb." },
  { term: "k. A.", meaning: "Keine Angabe. Unbekanntes zählt nie als null; Summen nennen, wie viele Angaben fehlen." },
  { term: "Linie der Finanzierbarkeit", meaning: "Bis zu dieser Stelle der Rangfolge reichen Geld und Personal, wenn gebundene Maßnahmen zuerst zählen und danach eine nach der anderen." },
  { term: "Meilenstein", meaning: "Ein Zwischenziel mit Datum." },
  { term: "Meinungsbild", meaning: "Unverbindliche Abstimmung von Ausschussmitgliedern über Maßnahmen unter einem Budget. Gezählt wird nach gleichen Anteilen und nach Stimmenzahl; förmlich abgestimmt wird in der Sitzung." },
  { term: "Personentag (PT)", meaning: "Ein Arbeitstag einer Person." },
  { term: "Pflichtaufgabe", meaning: "Eine Maßnahme, die im Plan stehen muss, etwa weil ein Gesetz sie verlangt." },
  { term: "Planungshorizont", meaning: "Kurzfristig, mittelfristig oder langfristig. Im Zeitplan ist kurzfristig das Haushaltsjahr und das folgende, mittelfristig der Rest der mittelfristigen Finanzplanung, langfristig alles danach." },
  { term: "Sperrvermerk", meaning: "Das Geld ist bewilligt, darf aber erst nach einer Freigabe ausgegeben werden. Die Planung rechnet nicht damit." },
  { term: "Stand im Gremium", meaning: "„beschlossen“: Der Status der Maßnahme sagt es oder sagte es, bevor sie begann. „eingereicht“: Sie steht in der Fassung, die zuletzt einem Gremium vorgelegt wurde. Sonst: „noch nicht vorgelegt“." },
  { term: "Stellenplan", meaning: "Die Stellen mit Umfang, Entgeltgruppe, Kosten und Zustand: besetzt, unbesetzt, beantragt oder im Entwurf." },
  { term: "Szenario", meaning: "Eine Frage an die Planung: Was wird anders, wenn Stellen, Geld oder einzelne Maßnahmen anders sind? Der laufende Plan bleibt dabei, wie er ist." },
  { term: "Umriss im Zeitplan", meaning: "Wo eine Maßnahme in der letzten Fassung stand, wenn sie seither verschoben wurde." },
  { term: "Verpflichtungsermächtigung", meaning: "Erlaubnis, in diesem Jahr Verträge zu schließen, die erst in späteren Jahren bezahlt werden." },
  { term: "VZÄ", meaning: "Vollzeitäquivalent: eine ganze Stelle. Im Quartal arbeitet sie üblicherweise 50 Personentage." },
  { term: "Wirkungsrichtung", meaning: "Nach innen wirkt, was die Verwaltung entlastet; nach außen, was Bürgerschaft und Wirtschaft merken." },
];

/** The accessibility statement, part by part: heading and paragraphs. */
export const accessibilityStatement: ReadonlyArray<{ readonly id: string; readonly title: string; readonly paragraphs: readonly string[] }> = [
  {
    id: "massstab",
    title: "Maßstab",
    paragraphs: ["Maßstab sind die europäische Norm EN 301 549 (Version 3.2.1) und darüber hinaus die Richtlinien WCAG 2.2 auf Stufe AA. Sie gelten für alle Seiten dieser Anwendung und für die Berichte als PDF (PDF/UA-1)."],
  },
  {
    id: "pruefung",
    title: "Wie geprüft wird",
    paragraphs: [
      "Die Seiten werden bei jeder Änderung des Programms im Browser automatisch mit axe geprüft, in heller und dunkler Darstellung. Automatische Prüfungen finden nur einen Teil der möglichen Barrieren.",
      "Alle Formulare funktionieren ohne JavaScript und mit der Tastatur. Zu jeder Grafik gibt es dieselben Angaben als Text oder Tabelle, und keine Angabe wird allein durch Farbe gemacht.",
      "Dies ist eine Selbstbewertung der Entwicklung. Eine Prüfung durch eine unabhängige Stelle und durch Menschen mit Behinderungen hat noch nicht stattgefunden.",
    ],
  },
  {
    id: "luecken",
    title: "Bekannte Lücken",
    paragraphs: [
      "Breite Tabellen und das Bild des Zeitplans rollen auf schmalen Bildschirmen seitlich; der rollende Bereich ist mit der Tastatur erreichbar. Der Zeitplan steht dort auch als Liste nach Quartalen.",
      "Hochgeladene Dateien und Texte, die Personen eingeben, prüft das Programm nicht auf Verständlichkeit. Erklärungen in Leichter Sprache und in Gebärdensprache gibt es noch nicht.",
      "Die Prüfung mit verschiedenen Vorleseprogrammen ist noch nicht abgeschlossen.",
    ],
  },
  {
    id: "rueckmeldung",
    title: "Barriere melden",
    paragraphs: [
      "Wenn Ihnen eine Barriere auffällt oder Sie eine Information in anderer Form brauchen, wenden Sie sich bitte an die Administration oder die oder den Digitalbeauftragten Ihrer Kommune. Die Anschrift steht im Impressum Ihrer Kommune.",
      "Bekommen Sie keine zufriedenstellende Antwort, können Sie sich an die Durchsetzungs- oder Ombudsstelle Ihres Landes wenden.",
    ],
  },
];
