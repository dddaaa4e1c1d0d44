import type { SeedTeam, SeedUnit } from "./shape.ts";

export const municipality = {
  name: "Musterstadt",
  land: "NW",
  population: 38_000,
  budgetSystem: "nkf",
  productPattern: "\\d{4}",
  accountPattern: "\\d{6}",
  firstFiscalYear: 2027,
  fiscalHorizon: 4,
  budgetPeriodYears: 1,
  brandColour: "#00598c",
} as const;

export const units: readonly SeedUnit[] = [
  { key: "bm", parent: null, kind: "directorate", name: "Bürgermeister", shortName: "BM" },
  { key: "sd", parent: "bm", kind: "staffUnit", name: "Stabsstelle Digitalisierung", shortName: "SD" },
  { key: "d1", parent: "bm", kind: "directorate", name: "Dezernat I – Zentrale Dienste und Finanzen", shortName: "Dez. I" },
  { key: "fb10", parent: "d1", kind: "department", name: "Fachbereich Zentrale Dienste und Personal", shortName: "FB 10" },
  { key: "fb11", parent: "d1", kind: "department", name: "Fachbereich Informationstechnik", shortName: "FB 11" },
  { key: "fb20", parent: "d1", kind: "department", name: "Fachbereich Finanzen", shortName: "FB 20" },
  { key: "d2", parent: "bm", kind: "directorate", name: "Dezernat II – Bürgerservice, Bildung und Soziales", shortName: "Dez. II" },
  { key: "fb32", parent: "d2", kind: "department", name: "Fachbereich Bürgerservice und Ordnung", shortName: "FB 32" },
  { key: "fb37", parent: "d2", kind: "department", name: "Feuerwehr und Rettungsdienst", shortName: "FB 37" },
  { key: "fb40", parent: "d2", kind: "department", name: "Fachbereich Schule, Kultur und Sport", shortName: "FB 40" },
  { key: "fb50", parent: "d2", kind: "department", name: "Fachbereich Jugend und Soziales", shortName: "FB 50" },
  { key: "d3", parent: "bm", kind: "directorate", name: "Dezernat III – Stadtentwicklung und Bauen", shortName: "Dez. III" },
  { key: "fb61", parent: "d3", kind: "department", name: "Fachbereich Stadtplanung, Bauordnung und Geoinformation", shortName: "FB 61" },
  { key: "fb66", parent: "d3", kind: "department", name: "Fachbereich Tiefbau und Verkehr", shortName: "FB 66" },
  { key: "swm", parent: "bm", kind: "municipalCompany", name: "Stadtwerke Musterstadt GmbH", shortName: "SWM" },
  { key: "wfm", parent: "bm", kind: "municipalCompany", name: "Wirtschaft und Tourismus Musterstadt GmbH", shortName: "WTM" },
];

/** Person-days that are left for measures after the daily business; the third quarter is the holiday quarter. */
export const teams: readonly SeedTeam[] = [
  { key: "digital", unit: "sd", name: "Digitalteam", personDays: { 2026: [70, 70, 55, 70], 2027: [120, 120, 100, 120], 2028: [140, 140, 115, 140], 2029: [140, 140, 115, 140], 2030: [140, 140, 115, 140] } },
  { key: "infrastructure", unit: "fb11", name: "IT-Infrastruktur", personDays: { 2026: [90, 90, 70, 90], 2027: [95, 95, 75, 95], 2028: [110, 110, 85, 110], 2029: [110, 110, 85, 110], 2030: [110, 110, 85, 110] } },
  { key: "applications", unit: "fb11", name: "IT-Fachverfahren", personDays: { 2026: [80, 80, 60, 80], 2027: [85, 85, 65, 85], 2028: [85, 85, 65, 85], 2029: [85, 85, 65, 85], 2030: [85, 85, 65, 85] } },
  { key: "processes", unit: "fb10", name: "Organisation und Prozesse", personDays: { 2026: [50, 50, 40, 50], 2027: [60, 60, 45, 60], 2028: [60, 60, 45, 60], 2029: [60, 60, 45, 60], 2030: [60, 60, 45, 60] } },
  { key: "citizenOffice", unit: "fb32", name: "Projektgruppe Bürgerservice", personDays: { 2026: [35, 35, 25, 35], 2027: [40, 40, 30, 40], 2028: [40, 40, 30, 40], 2029: [40, 40, 30, 40], 2030: [40, 40, 30, 40] } },
  { key: "schoolIt", unit: "fb40", name: "Schul-IT", personDays: { 2026: [60, 60, 75, 60], 2027: [60, 60, 75, 60], 2028: [60, 60, 75, 60], 2029: [60, 60, 75, 60], 2030: [60, 60, 75, 60] } },
  { key: "geodata", unit: "fb61", name: "Geoinformation", personDays: { 2026: [30, 30, 25, 30], 2027: [30, 30, 25, 30], 2028: [30, 30, 25, 30], 2029: [30, 30, 25, 30], 2030: [30, 30, 25, 30] } },
  { key: "network", unit: "swm", name: "Netzbau der Stadtwerke", personDays: { 2026: [80, 100, 100, 80], 2027: [80, 100, 100, 80], 2028: [80, 100, 100, 80], 2029: [80, 100, 100, 80], 2030: [80, 100, 100, 80] } },
];
