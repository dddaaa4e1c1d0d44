import { translatorFor } from "#app/i18n/translate.ts";

/** Sentences about a version: what changed, what is open. Used by the committee's pages and by the reports. */
export const messages = {
  change: {
    unchanged: "Seit der letzten Fassung hat sich nichts geändert.",
    added: "{count, plural, one {Neu ist eine Maßnahme} other {Neu sind # Maßnahmen}}: {titles}.",
    removed: "{count, plural, one {Nicht mehr enthalten ist eine Maßnahme} other {Nicht mehr enthalten sind # Maßnahmen}}: {titles}.",
    status: "{count, plural, one {Eine Maßnahme hat} other {# Maßnahmen haben}} jetzt den Status „{status}“: {titles}.",
    light: "{count, plural, one {Bei einer Maßnahme} other {Bei # Maßnahmen}} steht die Ampel jetzt auf {light}: {titles}.",
    postponed: "{count, plural, one {Eine Maßnahme beginnt} other {# Maßnahmen beginnen}} später: {titles}.",
    advanced: "{count, plural, one {Eine Maßnahme beginnt} other {# Maßnahmen beginnen}} früher: {titles}.",
    redated: "{count, plural, one {Bei einer Maßnahme ist das Ende neu oder ein Termin neu bekannt oder unbekannt} other {Bei # Maßnahmen ist das Ende neu oder ein Termin neu bekannt oder unbekannt}}: {titles}.",
    oneOffTotal: "Die einmaligen Ausgaben aller geplanten Maßnahmen ändern sich von {before} auf {after} ({delta}).",
    runningTotal: "Die laufenden Ausgaben pro Jahr ändern sich von {before} auf {after} ({delta}).",
    rank: "{count, plural, one {Eine Maßnahme hat} other {# Maßnahmen haben}} einen neuen Rang; am weitesten bewegt hat sich „{title}“ von Rang {before, number} auf Rang {after, number}.",
    frames: "{count, plural, one {Ein Haushaltsrahmen wurde} other {# Haushaltsrahmen wurden}} geändert.",
    weights: "Geändert ist das Gewicht von: {criteria}.",
    details: "Bei {count, plural, one {einer Maßnahme} other {# Maßnahmen}} haben sich Angaben geändert; die Tabelle nennt jede einzeln.",
    moreTitles: "{titles} und {count, number} weitere",
  },
  open: {
    overBudget: "Haushalt {fiscalYear} {kind}: geplant {expense}, Rahmen {frame} – {over} zu viel.",
    noFrame: "Haushalt {fiscalYear} {kind}: {expense} geplant, aber kein Rahmen festgelegt.",
    overCapacity: "{team}: mehr gefragt als verfügbar in {quarters}.",
    overCapacityQuarter: "{quarter} ({demand} von {capacity})",
    deadlineMissed: "{title}: endet im {end}, die Frist ist der {deadline}{reason, select, none {} other { ({reason})}}.",
    startsTooEarly: "{title}: beginnt im {plannedStart}, „{predecessor}“ ist aber erst vor dem {earliestStart} fertig.",
    redLight: "{title}: {reason, select, none {ohne Begründung} other {{reason}}}.",
    unknownCost: "{title}: keine Schätzung für {items}.",
    undated: "{title}: ohne Beginn{text, select, none {} other { („{text}“)}}.",
    noLeadUnit: "{title}: keine Federführung.",
    unrated: "{title}: von niemandem bewertet.",
  },
  openTitle: {
    overBudget: "Über dem Haushaltsrahmen",
    noFrame: "Ohne Haushaltsrahmen",
    overCapacity: "Personal überlastet",
    deadlineMissed: "Frist nicht eingehalten",
    startsTooEarly: "Beginnt vor dem Ende einer Voraussetzung",
    redLight: "Ampel auf Rot",
    unknownCost: "Kosten nicht geschätzt",
    undated: "Nicht terminiert",
    noLeadUnit: "Ohne Federführung",
    unrated: "Nicht bewertet",
  },
  part: {
    perYear: "{amount} pro Jahr",
    costItem: "{title}: {amount}, {kind}{direction, select, revenue { (Einnahme)} other {}}{code, select, none {} other {, {code}}}",
    staffDemand: "{addressee}: {days} {basis}, {source}",
    milestone: "{title}: {due}{reached, select, none {} other {, erreicht {reached}}}",
    benefit: "{kind}{amount, select, none {} other {: {amount}}}{description, select, none {} other { – {description}}}",
    absent: "–",
  },
  yes: "ja",
  no: "nein",
} as const;

export const t = translatorFor(messages);
