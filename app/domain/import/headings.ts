import { normaliseWord } from "./cell.ts";
import { importFields, type ColumnMapping, type ImportField } from "./fields.ts";

/** German and English headings as they stand in real lists, in the form of `normaliseHeading`. */
const HEADINGS: Readonly<Record<ImportField, readonly string[]>> = {
  title: ["titel", "massnahme", "massnahmentitel", "massnahmenname", "massnahmenbezeichnung", "bezeichnung", "bezeichnung der massnahme", "name", "name der massnahme", "projekt", "projektname", "projekttitel", "vorhaben", "thema", "title", "measure", "project", "project name"],
  externalReference: ["id", "nr", "lfd nr", "lfdnr", "nummer", "massnahmennummer", "massnahmen nr", "projektnummer", "kennung", "aktenzeichen", "referenz", "externe referenz", "externe kennung", "vorlagennummer", "reference", "external reference", "number", "no"],
  summary: ["kurzfassung", "kurzbeschreibung", "zusammenfassung", "kurztext", "in kuerze", "summary", "abstract"],
  description: ["beschreibung", "inhalt", "erlaeuterung", "erlaeuterungen", "massnahmenbeschreibung", "projektbeschreibung", "details", "sachverhalt", "bemerkung", "bemerkungen", "description", "content", "notes"],
  actionField: ["handlungsfeld", "handlungsfelder", "themenfeld", "aktionsfeld", "bereich", "cluster", "kategorie", "action field", "field of action", "category"],
  goals: ["ziel", "ziele", "strategisches ziel", "strategische ziele", "goal", "goals", "objective", "objectives"],
  leadUnit: ["federfuehrung", "federfuehrend", "federfuehrende stelle", "federfuehrendes amt", "zustaendig", "zustaendigkeit", "zustaendige stelle", "amt", "fachbereich", "fb", "dezernat", "organisationseinheit", "oe", "dienststelle", "abteilung", "verantwortliche stelle", "lead", "lead unit", "department", "unit", "responsible unit"],
  participatingUnits: ["beteiligte", "beteiligt", "beteiligte stellen", "beteiligte aemter", "beteiligte fachbereiche", "beteiligte organisationseinheiten", "mitwirkende", "mitwirkung", "participants", "participating units", "involved"],
  responsiblePerson: ["verantwortlich", "verantwortliche", "verantwortlicher", "verantwortliche person", "ansprechpartner", "ansprechpartnerin", "ansprechperson", "projektleitung", "projektleiter", "kontakt", "responsible", "responsible person", "owner", "contact", "project lead"],
  status: ["status", "stand", "umsetzungsstand", "umsetzungsstatus", "projektstatus", "bearbeitungsstand", "sachstand", "state"],
  effectDirection: ["wirkung", "wirkungsrichtung", "wirkrichtung", "innen aussen", "effect", "effect direction"],
  targetGroups: ["zielgruppe", "zielgruppen", "adressaten", "target group", "target groups", "audience"],
  planningHorizon: ["planungshorizont", "horizont", "zeithorizont", "fristigkeit", "planning horizon", "horizon"],
  permanentTask: ["daueraufgabe", "dauerhaft", "permanent", "permanent task"],
  timeframe: ["zeitraum", "zeitrahmen", "laufzeit", "umsetzungszeitraum", "zeitplan", "zeitplanung", "umsetzung", "termin", "termine", "timeframe", "time frame", "period", "schedule", "duration"],
  start: ["beginn", "start", "startdatum", "anfang", "von", "ab", "start quartal", "startquartal", "projektstart", "projektbeginn", "umsetzungsbeginn", "start date", "begin", "from"],
  end: ["ende", "enddatum", "bis", "abschluss", "fertigstellung", "zieltermin", "endquartal", "ende quartal", "projektende", "umsetzung bis", "end", "end date", "finish", "due", "until"],
  earliestStart: ["fruehester beginn", "fruehester start", "fruehestens ab", "fruehestens", "earliest start"],
  deadline: ["frist", "stichtag", "gesetzliche frist", "spaetestens", "fristende", "deadline", "due date"],
  deadlineReason: ["grund der frist", "fristgrund", "rechtsgrundlage", "gesetzliche grundlage", "begruendung der frist", "deadline reason", "legal basis"],
  progress: ["fortschritt", "umsetzungsgrad", "erfuellungsgrad", "fertigstellungsgrad", "fortschritt in prozent", "progress", "percent complete", "completion"],
  trafficLight: ["ampel", "ampelstatus", "statusampel", "traffic light", "rag"],
  trafficLightReason: ["ampelbegruendung", "begruendung der ampel", "begruendung ampel", "traffic light reason"],
  costOneOff: ["kosten", "kosten einmalig", "einmalige kosten", "einmalkosten", "gesamtkosten", "kostenschaetzung", "geschaetzte kosten", "budget", "mittelbedarf", "finanzbedarf", "aufwand", "ansatz", "projektkosten", "betrag", "cost", "costs", "one off cost", "total cost", "estimate", "amount"],
  costInvestive: ["kosten investiv", "investive kosten", "investiv", "investition", "investitionen", "investitionskosten", "investive mittel", "auszahlung investiv", "investment", "capex", "investive cost"],
  costConsumptive: ["kosten konsumtiv", "konsumtive kosten", "konsumtiv", "konsumtive mittel", "aufwand konsumtiv", "opex einmalig", "consumptive cost"],
  costRunning: ["laufend", "laufende kosten", "kosten laufend", "folgekosten", "jaehrliche kosten", "jaehrliche folgekosten", "kosten pro jahr", "kosten p a", "laufende kosten pro jahr", "laufende kosten p a", "betriebskosten", "running cost", "running costs", "annual cost", "yearly cost", "opex"],
  revenue: ["einnahmen", "ertrag", "ertraege", "foerderung", "foerdermittel", "zuschuss", "zuwendung", "foerdersumme", "revenue", "funding", "grant"],
  budgetKind: ["investiv konsumtiv", "konsumtiv investiv", "kostenart", "mittelart", "haushaltsart", "budget kind", "cost type"],
  budgetProduct: ["produkt", "produktnummer", "produktkonto", "haushaltsprodukt", "kostentraeger", "budget product", "product"],
  budgetAccount: ["konto", "sachkonto", "kontonummer", "haushaltsstelle", "budget account", "account"],
  personDays: ["personentage", "pt", "personaltage", "personalbedarf", "personalaufwand", "personalaufwand in pt", "aufwand in pt", "arbeitstage", "person days", "staff days", "effort"],
  savingPerYear: ["einsparung", "einsparungen", "einsparung pro jahr", "jaehrliche einsparung", "saving", "savings", "savings per year"],
  hoursPerYear: ["entlastung", "stunden pro jahr", "entlastung in stunden", "zeitersparnis", "hours per year", "hours saved"],
  source: ["quelle", "herkunft", "fundstelle", "beschluss", "grundlage", "source", "origin"],
};

/** "Kosten (in T€)" becomes "kosten": bracketed remarks, units and punctuation are no part of a heading's meaning. */
export const normaliseHeading = (heading: string): string =>
  normaliseWord(heading.slice(0, 200).replace(/\([^()]*\)|\[[^\]]*\]/g, " ").replace(/[€%*]/g, " "))
    .replace(/ä/g, "ae")
    .replace(/ö/g, "oe")
    .replace(/ü/g, "ue")
    .replace(/ (?:in )?(?:t|teur|eur|euro|tsd|mio)$/, "")
    .replace(/ in$/, "");

const FIELD_OF = new Map(importFields.flatMap((field) => HEADINGS[field].map((heading) => [heading, field] as const)));
/** Longest first, so that "laufende kosten" is found in "laufende kosten ab go live" before "kosten". */
const TERMS = [...FIELD_OF.keys()].filter((term) => term.length > 3).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));

export type Confidence = "exact" | "likely" | "none";
export type RecognisedColumn = { readonly field: ImportField | null; readonly confidence: Confidence };
export type Recognition = {
  readonly columns: readonly RecognisedColumn[];
  /** Columns that looked like a field which a better or earlier column already has; they were left out. */
  readonly contested: ReadonlyArray<{ readonly field: ImportField; readonly columns: readonly number[] }>;
};

function recogniseHeading(heading: string): RecognisedColumn {
  const plain = normaliseHeading(heading);
  const exact = FIELD_OF.get(plain);
  if (exact !== undefined) return { field: exact, confidence: "exact" };
  const term = TERMS.find((candidate) => ` ${plain} `.includes(` ${candidate} `));
  const likely = term === undefined ? undefined : FIELD_OF.get(term);
  return likely === undefined ? { field: null, confidence: "none" } : { field: likely, confidence: "likely" };
}

/** Every field goes to at most one column: an exact heading before a likely one, then the one further left. */
export function recogniseColumns(headings: readonly string[]): Recognition {
  const claims = headings.map(recogniseHeading);
  const winners = new Map<ImportField, number>();
  for (const wanted of ["exact", "likely"] as const) {
    claims.forEach(({ field, confidence }, index) => {
      if (field !== null && confidence === wanted && !winners.has(field)) winners.set(field, index);
    });
  }
  const contested = [...winners].flatMap(([field, winner]) => {
    const others = claims.flatMap((claim, index) => (claim.field === field && index !== winner ? [index] : []));
    return others.length > 0 ? [{ field, columns: [winner, ...others] }] : [];
  });
  const columns = claims.map((claim, index): RecognisedColumn => (claim.field !== null && winners.get(claim.field) === index ? claim : { field: null, confidence: "none" }));
  return { columns, contested };
}

export const mappingOf = (recognition: Recognition): ColumnMapping => recognition.columns.map((column) => column.field);

/** A heading such as "Kosten in T€" gives every bare number of its column this scale. */
export function amountUnitOf(heading: string): "T€" | "Mio. €" | null {
  if (/(?:^|[^\p{L}])(?:t ?€|teur|t ?eur|tsd)(?:$|[^\p{L}])/iu.test(heading)) return "T€";
  return /(?:^|[^\p{L}])(?:mio|millionen)(?:$|[^\p{L}])/iu.test(heading) ? "Mio. €" : null;
}
