import { parsePlainDate } from "#app/domain/calendar/plain-date.ts";
import { parseQuarter } from "#app/domain/calendar/quarter.ts";
import { formatDate, formatDateTime, formatQuarter } from "#app/i18n/format.ts";
import { landLabels } from "./administration.ts";
import { fieldLabels as measureFieldLabels } from "./measure-labels.ts";
import { budgetSystemLabels, cashDirectionLabels, costProfileLabels, costRhythmLabels, budgetKindLabels, demandBasisLabels, effectDirectionLabels, orgUnitKindLabels, planningHorizonLabels, roleLabels, staffSourceLabels, statusLabels, trafficLightLabels } from "./vocabulary.ts";

/** The log's code words as German text. What has no German name yet is shown as it is, so that nothing is hidden. */
type Labels = Readonly<Record<string, string>>;

const entityLabels: Labels = {
  municipality: "Einstellungen",
  orgUnit: "Organisationseinheit",
  user: "Person",
  measure: "Maßnahme",
  dependency: "Abhängigkeit",
  criterion: "Kriterium",
  rating: "Bewertung",
  raterGroup: "Bewertungsgruppe",
  team: "Team",
  teamCapacity: "Kapazität",
  budgetFrame: "Haushaltsrahmen",
  actionField: "Handlungsfeld",
  goal: "Ziel",
  snapshot: "Fassung",
  submission: "Vorlage an den Ausschuss",
  comment: "Kommentar",
  importBatch: "Import",
  prioritisationRound: "Prioritätsrunde",
  groupWeight: "Gewichte einer Gruppe",
  priorityOverride: "Platz von Hand",
  weightProposal: "Vorschlag für Gewichte",
  ballot: "Meinungsbild",
  optionComparison: "Variantenvergleich",
  optionRating: "Bewertung einer Variante",
};
/** Table names come as words with or without underscores. */
export const entityLabel = (entity: string): string => entityLabels[entity.replace(/_(\w)/g, (_match, letter: string) => letter.toUpperCase())] ?? entity;

const actionLabels: Labels = {
  create: "angelegt",
  update: "geändert",
  archive: "archiviert",
  restore: "wiederhergestellt",
  delete: "gelöscht",
  duplicate: "dupliziert",
  confirm: "als aktuell bestätigt",
  reschedule: "verschoben",
  addPart: "Bestandteil hinzugefügt",
  changePart: "Bestandteil geändert",
  removePart: "Bestandteil entfernt",
  addDependency: "Abhängigkeit hinzugefügt",
  removeDependency: "Abhängigkeit entfernt",
  rate: "bewertet",
  closeRound: "Runde geschlossen",
  adoptRound: "Runde angenommen",
  weigh: "Kriterien gewichtet",
  override: "Platz von Hand gegeben",
  removeOverride: "Platz von Hand zurückgenommen",
  propose: "vorgeschlagen",
  openBallot: "Abstimmung eröffnet",
  closeBallot: "Abstimmung geschlossen",
  vote: "abgestimmt",
  uploadImport: "Liste hochgeladen",
  changeColumns: "Spalten zugeordnet",
  chooseWords: "Begriffe zugeordnet",
  decideRows: "über Zeilen entschieden",
  discardImport: "Import verworfen",
  import: "importiert",
  undoImport: "Import zurückgenommen",
  freeze: "Fassung eingefroren",
  submit: "vorgelegt",
  comment: "kommentiert",
  answer: "beantwortet",
  deactivate: "gesperrt",
  reactivate: "freigegeben",
  resetPassword: "neues Erstpasswort",
  changePassword: "Passwort geändert",
  logOutEverywhere: "überall abgemeldet",
  setUp: "eingerichtet",
  seed: "Beispieldaten geladen",
};
export const actionLabel = (action: string): string => actionLabels[action] ?? action;

const fieldLabels: Labels = {
  ...measureFieldLabels,
  id: "Nummer",
  number: "Nummer",
  name: "Name",
  shortName: "Kürzel",
  kind: "Art",
  parentId: "Übergeordnet",
  position: "Reihenfolge",
  archivedAt: "Archiviert am",
  rowVersion: "Stand",
  land: "Land",
  population: "Einwohnerzahl",
  budgetSystem: "Haushaltssystem",
  productPattern: "Muster der Produkte",
  accountPattern: "Muster der Konten",
  firstFiscalYear: "Erstes Haushaltsjahr",
  fiscalHorizon: "Anzahl der Haushaltsjahre",
  brandColour: "Farbe",
  email: "E-Mail-Adresse",
  role: "Rolle",
  orgUnitId: "Organisationseinheit",
  raterGroupId: "Bewertungsgruppe",
  parliamentaryGroup: "Fraktion",
  deactivatedAt: "Gesperrt am",
  mustChangePassword: "Passwort muss geändert werden",
  question: "Frage",
  weight: "Gewicht",
  reversed: "Umgekehrt",
  levels: "Stufen",
  derivedFrom: "Abgeleitet aus",
  derivedBounds: "Grenzen der Ableitung",
  isSurvey: "Aus einer Umfrage",
  roundId: "Prioritätsrunde",
  disclosure: "Offenlegung",
  ratesUntil: "Bewertet bis",
  weightingMethod: "Weg der Gewichtung",
  criteria: "Kriterien",
  groups: "Gruppen",
  weights: "Gewichte",
  comparisons: "Paarvergleiche",
  openedAt: "Eröffnet am",
  closedAt: "Geschlossen am",
  adoptedAt: "Angenommen am",
  adoptedNote: "Grundlage der Annahme",
  contentHash: "Prüfsumme",
  recommendation: "Empfehlung",
  options: "Varianten",
  reason: "Begründung",
  criterionId: "Kriterium",
  value: "Stufe",
  values: "Stufen",
  part: "Bestandteil",
  rhythm: "Rhythmus",
  budgetKind: "Haushaltsart",
  direction: "Ausgabe oder Einnahme",
  budgetProduct: "Produkt",
  budgetAccount: "Konto",
  profile: "Verteilung",
  amountCents: "Betrag in Cent",
  estimateNote: "Anmerkung zur Schätzung",
  hoursPerYear: "Stunden pro Jahr",
  estimateBasis: "Grundlage der Schätzung",
  teamId: "Team",
  basis: "Bezug",
  personDays: "Personentage",
  staffSource: "Personal",
  note: "Anmerkung",
  dueDate: "Fällig am",
  reachedOn: "Erreicht am",
  dependency: "Abhängigkeit",
  predecessorId: "Vorgänger",
  successorId: "Nachfolger",
  lagQuarters: "Abstand in Quartalen",
  copiedFrom: "Kopie von",
  fiscalYear: "Haushaltsjahr",
  frames: "Rahmen",
  capacity: "Kapazität",
  capacities: "Kapazitäten",
  quarter: "Quartal",
  measureId: "Maßnahme",
  userId: "Person",
  snapshotId: "Fassung",
  sha256: "Prüfsumme",
  committee: "Gremium",
  meetingDate: "Sitzung am",
  text: "Text",
  fileName: "Datei",
  rows: "Zeilen",
  columns: "Spalten",
  wordChoices: "Zuordnung der Begriffe",
  scope: "Umfang",
  decision: "Entscheidung",
  decided: "Entschiedene Zeilen",
  created: "Angelegt",
  updated: "Geändert",
  skipped: "Übersprungen",
};

const vocabularies: Readonly<Record<string, Labels>> = {
  status: statusLabels,
  effectDirection: effectDirectionLabels,
  planningHorizon: planningHorizonLabels,
  trafficLight: trafficLightLabels,
  rhythm: costRhythmLabels,
  budgetKind: budgetKindLabels,
  direction: cashDirectionLabels,
  profile: costProfileLabels,
  basis: demandBasisLabels,
  staffSource: staffSourceLabels,
  kind: orgUnitKindLabels,
  role: roleLabels,
  budgetSystem: budgetSystemLabels,
  land: landLabels,
  part: { costItem: "Kostenposition", staffDemand: "Personalbedarf", benefit: "Nutzen", milestone: "Meilenstein" },
  decision: { create: "anlegen", update: "aktualisieren", skip: "überspringen" },
};

type Change = { readonly field: string; readonly before: string | null; readonly after: string | null };

/** The changes as text; what was and is empty is no change. */
export const auditChanges = (changes: readonly Change[]): Change[] =>
  changes
    .map(({ field, before, after }) => ({ field: fieldLabels[field] ?? field, before: valueText(field, before), after: valueText(field, after) }))
    .filter(({ before, after }) => before !== null || after !== null);

/** One side of a change; null where it was or is empty. */
function valueText(field: string, text: string | null): string | null {
  if (text === null || text === "" || text === "[]") return null;
  const word = vocabularies[field]?.[text];
  if (word !== undefined) return word;
  if (text === "true" || text === "false") return text === "true" ? "ja" : "nein";
  const quarter = parseQuarter(text);
  if (quarter !== null) return formatQuarter(quarter);
  const date = parsePlainDate(text);
  if (date !== null) return formatDate(date);
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? formatDateTime(text) : text;
}
