import { translatorFor } from "#app/i18n/translate.ts";

/** What the timeline shows; texts of moving and of bars stand in planning.ts. */
export const messages = {
  lane: {
    resolved: "beschlossen",
    submitted: "eingereicht: {committee}, {date}",
    submittedUndated: "eingereicht: {committee}, Sitzung offen",
  },
  lanesBy: {
    actionField: "Handlungsfeld",
    leadUnit: "Federführung",
    status: "Status",
    fundingProgramme: "Förderprogramm",
    goal: "Ziel",
    decision: "Stand im Gremium",
  },
  filters: {
    title: "Filter und Darstellung",
    lanesBy: "Zeilen nach",
    arrangement: "Anordnung",
    perMeasure: "eine Zeile je Maßnahme",
    packed: "kompakt",
    zoom: "Maßstab",
    firstYear: "Von Jahr",
    lastYear: "Bis Jahr",
    anyYear: "automatisch",
    more: "Weitere Filter",
    share: "Die Adresse der Seite enthält Auswahl, Zeilen, Maßstab und Jahre: Wer sie erhält und den Plan lesen darf, sieht genau diese Ansicht.",
  },
  zoom: { fit: "passend", quarters: "Jahr und Quartal", months: "Quartal und Monat", weeks: "Monat und Kalenderwoche" },
  mark: {
    meeting: "{committee} (Fassung {number, number})",
    fundingWindow: "Förderfenster {programme}",
    deadlines: "{count, plural, one {Frist: {reasons}} other {# Fristen: {reasons}}}",
    counted: "{text} ({count, number})",
    andMore: "{reasons} und {count, number} weitere",
  },
} as const;

export const t = translatorFor(messages);
