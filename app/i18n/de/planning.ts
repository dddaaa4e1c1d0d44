import { translatorFor } from "#app/i18n/translate.ts";

export const messages = {
  timeline: "Zeitplan",
  page: {
    intro:
      "{shown, plural, =0 {Keine Maßnahme} one {Eine Maßnahme} other {# Maßnahmen}} von {firstYear} bis {lastYear}{undated, plural, =0 {} other {, # ohne Termin}}{conflicts, plural, =0 {} one {, eine Abhängigkeit verletzt} other {, # Abhängigkeiten verletzt}}.",
    outside: "{count, plural, one {Eine weitere Maßnahme liegt} other {# weitere Maßnahmen liegen}} außerhalb dieser Jahre.",
    showAllYears: "Alle Jahre zeigen",
    download: "Bild herunterladen (SVG)",
    views: "Darstellung",
    picture: "Bild",
    table: "Tabelle",
    reset: "Zurücksetzen",
    skipPicture: "Bild überspringen, zur Zeichenerklärung",
    move: "Verschieben",
    moveNamed: "{title} verschieben",
    emptyTitle: "Noch keine Maßnahmen",
    emptyText: "Der Zeitplan zeigt Maßnahmen mit Beginn und Ende. Legen Sie die erste an oder lesen Sie Ihre Excel-Liste ein.",
    createMeasure: "Maßnahme anlegen",
    importMeasures: "Liste einlesen",
    nothingFound: "Keine Maßnahme passt zu dieser Auswahl",
    nothingFoundText: "Ändern Sie die Filter oder setzen Sie sie zurück.",
    nothingDated: "Keine der ausgewählten Maßnahmen hat einen Termin in diesen Jahren",
  },
  legend: {
    title: "Zeichenerklärung",
  },
} as const;

export const t = translatorFor(messages);
