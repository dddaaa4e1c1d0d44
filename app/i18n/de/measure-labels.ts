import type { FactCode } from "#app/domain/measures/completeness.ts";
import type { ContentField } from "#app/domain/measures/content.ts";
import type { MeasureColumn, MeasureSort } from "#app/domain/measures/list-filter.ts";

/** Names of a measure's fields, the same in form, sheet, conflict and history. */
export const fieldLabels: Readonly<Record<ContentField, string>> = {
  title: "Titel",
  summary: "Kurzfassung",
  description: "Beschreibung",
  actionFieldId: "Handlungsfeld",
  goalIds: "Ziele",
  effectDirection: "Wirkungsrichtung",
  targetGroups: "Zielgruppen",
  leadUnitId: "Federführung",
  participatingUnitIds: "Beteiligte Organisationseinheiten",
  responsiblePerson: "Ansprechperson",
  permanentTask: "Daueraufgabe",
  planningHorizon: "Planungshorizont",
  startQuarter: "Beginn",
  endQuarter: "Ende",
  timeframeText: "Zeitangabe im Wortlaut",
  earliestStart: "Frühester Beginn",
  deadline: "Stichtag",
  deadlineReason: "Grund des Stichtags",
  status: "Status",
  progressPercent: "Fortschritt in Prozent",
  trafficLight: "Ampel",
  trafficLightReason: "Begründung der Ampel",
  source: "Quelle",
  externalReference: "Aktenzeichen oder Verweis",
};

export const factLabels: Readonly<Record<FactCode, string>> = {
  leadUnit: "Federführung",
  actionField: "Handlungsfeld",
  responsiblePerson: "Ansprechperson",
  summary: "Kurzfassung",
  start: "Beginn",
  end: "Ende",
  costItem: "Kosten",
  costAmount: "Betrag einer Kostenposition",
  staffDemand: "Personalbedarf",
  staffAmount: "Umfang eines Personalbedarfs",
};

export const columnLabels: Readonly<Record<MeasureColumn, string>> = {
  priority: "Priorität",
  actionField: "Handlungsfeld",
  leadUnit: "Federführung",
  responsiblePerson: "Ansprechperson",
  status: "Status",
  period: "Zeitraum",
  planningHorizon: "Horizont",
  trafficLight: "Ampel",
  progress: "Fortschritt",
  oneOffCost: "Einmalige Kosten",
  runningCost: "Laufende Kosten/Jahr",
  personDays: "Personal (PT)",
  missing: "Fehlende Angaben",
  updatedAt: "Geändert",
  confirmedAt: "Bestätigt",
};

export const sortLabels: Readonly<Record<MeasureSort, string>> = {
  title: "Titel",
  priority: "Priorität",
  actionField: "Handlungsfeld",
  leadUnit: "Federführung",
  status: "Status",
  start: "Beginn",
  end: "Ende",
  trafficLight: "Ampel",
  progress: "Fortschritt",
  oneOffCost: "Einmalige Kosten",
  updatedAt: "Zuletzt geändert",
};
