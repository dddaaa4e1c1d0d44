import { normaliseHeading } from "#app/domain/import/headings.ts";
import type { BudgetSystem } from "#app/domain/measures/vocabulary.ts";

/** What a column of a budget list can hold. "code": product and account in one cell. */
export const lineFields = [
  "fiscalYear",
  "budgetProduct",
  "budgetAccount",
  "code",
  "label",
  "budgetKind",
  "direction",
  "appropriation",
  "committed",
  "spent",
  "commitmentAppropriation",
  "lock",
  "coverage",
  "budgetReference",
  "measure",
] as const;
export type LineField = (typeof lineFields)[number];

/** A field, or the appropriation of one year ("Ansatz 2027"). Null: the column is left out. */
export type LineColumn = LineField | `appropriation:${number}` | null;

/** As headings stand in exports of budget programs, in the form of `normaliseHeading`. */
const HEADINGS: Readonly<Record<LineField, readonly string[]>> = {
  fiscalYear: ["jahr", "haushaltsjahr", "hhj", "hj", "planjahr", "budgetjahr", "year"],
  budgetProduct: ["produkt", "produktnummer", "produkt nr", "produktcode", "kostentraeger", "unterabschnitt", "product"],
  budgetAccount: ["konto", "sachkonto", "kontonummer", "konto nr", "finanzkonto", "gruppierung", "account"],
  code: ["haushaltsstelle", "hhst", "hh stelle", "produktkonto", "produkt konto", "produktsachkonto", "buchungsstelle", "kontierung"],
  label: ["bezeichnung", "text", "zweck", "verwendungszweck", "name", "kontobezeichnung", "bezeichnung des kontos", "beschreibung", "label"],
  budgetKind: ["art", "investiv konsumtiv", "konsumtiv investiv", "haushaltsart", "mittelart", "plan"],
  direction: ["richtung", "ertrag aufwand", "aufwand ertrag", "einnahme ausgabe", "ausgabe einnahme", "e a", "einzahlung auszahlung"],
  appropriation: ["ansatz", "haushaltsansatz", "planansatz", "plansumme", "betrag", "entwurf", "budget", "soll", "planwert", "ansatz neu"],
  committed: ["gebunden", "mittelbindung", "mittelbindungen", "obligo", "auftraege", "vorgemerkt", "beauftragt"],
  spent: ["verausgabt", "ausgegeben", "ist", "anordnungen", "angeordnet", "anordnungssoll", "rechnungsergebnis", "verfuegt"],
  commitmentAppropriation: ["verpflichtungsermaechtigung", "verpflichtungsermaechtigungen", "ve"],
  lock: ["sperrvermerk", "sperre", "gesperrt", "haushaltssperre"],
  coverage: ["deckung", "deckungsvermerk", "deckungskreis", "deckungsvorschlag"],
  budgetReference: ["fundstelle", "seite", "band seite", "quelle"],
  measure: ["massnahme", "massnahmen", "massnahme nr", "massnahmennummer", "projekt"],
};

const FIELD_OF = new Map(lineFields.flatMap((field) => HEADINGS[field].map((heading) => [heading, field] as const)));
/** "Ansatz 2027", "Plan 2028 in EUR", "2029": amounts of that year; actual figures of past years are no appropriation. */
const YEAR_AMOUNT = /^(?:(?:haushalts|plan)?ansatz|plan|planung|entwurf|finanzplan|budget|betrag|mifri)? ?(20\d\d|21\d\d)(?: ansatz| plan)?$/;

export const isLineColumn = (text: string): text is NonNullable<LineColumn> => lineFields.some((field) => field === text) || /^appropriation:2[01]\d\d$/.test(text);

/** What each heading means; the first of two with the same meaning counts. In cameral budgets the item stands in one code and is the account. */
export function recogniseLineColumns(headings: readonly string[], system: BudgetSystem): LineColumn[] {
  const taken = new Set<string>();
  return headings.map((heading) => {
    const column = meaningOf(normaliseHeading(heading), system);
    if (column === null || taken.has(column)) return null;
    taken.add(column);
    return column;
  });
}

function meaningOf(plain: string, system: BudgetSystem): LineColumn {
  const year = YEAR_AMOUNT.exec(plain)?.[1];
  if (year !== undefined) return `appropriation:${Number(year)}`;
  const field = FIELD_OF.get(plain) ?? null;
  return field === "code" && system === "kameral" ? "budgetAccount" : field;
}

/** The year of a column "appropriation:2027"; null for every other. */
export const yearOfColumn = (column: LineColumn): number | null => (column?.startsWith("appropriation:") === true ? Number(column.slice(14)) : null);

/** A budget list says at least where its lines stand; without it nothing of it can be stored. */
export const isBudgetList = (columns: readonly LineColumn[]): boolean => columns.includes("budgetAccount") || columns.includes("code");
