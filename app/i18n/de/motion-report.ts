import { translatorFor } from "#app/i18n/translate.ts";

/** Words of the Änderungsantrag as a document. */
export const motionLabels = {
  motionNumber: "Antragsnummer",
  motionTitle: "Gegenstand",
  motionApplicant: "Antragsteller",
  motionDate: "Gestellt am",
  motionState: "Stand",
  motionLines: "Beantragte Änderungen, in Euro",
  motionSums: "Summen je Haushaltsjahr und Art, in Euro",
  motionYear: "Jahr",
  motionProduct: "Produkt",
  motionAccount: "Konto",
  motionLabel: "Bezeichnung",
  motionReference: "Fundstelle",
  motionAppropriation: "Ansatz",
  motionAmended: "Neu",
  motionDelta: "Differenz",
  motionPosts: "Stellen ±",
  motionKind: "Art",
  motionKindOpen: "Art offen",
} as const;

const messages = {
  name: "Änderungsantrag zum Haushalt",
  title: "Änderungsantrag zum Haushalt {number}",
  lines: "Änderungen",
  sums: "Summen",
  reasoning: "Begründung",
  statement: "Stellungnahme der Verwaltung",
  noLines: "Noch keine Änderung.",
  noReasoning: "Noch keine Begründung.",
  noStatement: "Noch keine Stellungnahme.",
  locked: "{codes}, {year}: Sperrvermerk. {note}",
  note: "{codes}, {year}: {note}",
  delta: "Differenz = Neu − Ansatz. Unbekannte Ansätze (k. A.) zählen nicht als 0 €.",
  demonstration: "Demonstration: erfundene Stadt.",
  contents: "Inhalt",
} as const;

export const t = translatorFor(messages);
