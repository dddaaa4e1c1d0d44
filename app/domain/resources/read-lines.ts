import { cellText, isBlankCell, normaliseWord, type Cell } from "#app/domain/import/cell.ts";
import { readBudgetKind, readYesNo } from "#app/domain/import/words.ts";
import type { BudgetKind, CashDirection } from "#app/domain/measures/vocabulary.ts";
import type { Cents } from "#app/domain/money/cents.ts";
import { classOfAccount } from "./account-class.ts";
import { checkCodes, type BudgetCode, type CodeRules } from "./budget-codes.ts";
import type { BudgetLine } from "./budget-lines.ts";
import { yearOfColumn, type LineColumn, type LineField } from "./line-columns.ts";
import { readLineAmount, type AmountProblem } from "./read-line-amount.ts";
import { splitCode } from "./split-code.ts";

export type LineProblem = AmountProblem | "totalRow" | "codeMissing" | "codePattern" | "yearUnreadable" | "kindMissing" | "wordUnknown" | "twice";
/** Read as announced, but worth a look. */
export type LineNote = "thousandsRead" | "directionAssumed" | "measureUnknown";

/** A line as the list states it. What is undefined the list does not say: a stored value stays. */
export type StatedLine = Pick<BudgetLine, "fiscalYear" | "budgetProduct" | "budgetAccount" | "direction" | "budgetKind"> & {
  readonly label?: string;
  readonly appropriationCents?: Cents;
  readonly committedCents?: Cents;
  readonly spentCents?: Cents;
  readonly commitmentAppropriationCents?: Cents;
  readonly locked?: boolean;
  readonly lockNote?: string;
  readonly coverage?: string;
  readonly budgetReference?: string;
  /** Added to those mapped already. */
  readonly measureIds: readonly number[];
};

/** One line a row stands for; a row with several years stands for several. Either it was read, or it says what is wrong and with which text. */
export type ReadLine = {
  readonly rowNumber: number;
  readonly line: StatedLine | null;
  readonly problem: { readonly code: LineProblem; readonly text: string } | null;
  readonly notes: readonly LineNote[];
};

export type ListRow = { readonly rowNumber: number; readonly cells: readonly Cell[] };
export type ListedMeasure = { readonly id: number; readonly title: string; readonly externalReference: string };
type Question = {
  readonly headings: readonly string[];
  readonly columns: readonly LineColumn[];
  readonly rows: readonly ListRow[];
  readonly rules: CodeRules;
  /** For lists that name no year. */
  readonly defaultYear: number;
  readonly measures: readonly ListedMeasure[];
};

const amountFields = { appropriation: "appropriationCents", committed: "committedCents", spent: "spentCents", commitmentAppropriation: "commitmentAppropriationCents" } as const;
const LONGEST = { label: 200, coverage: 500, budgetReference: 120 } as const;

class Refused extends Error {
  constructor(
    readonly code: LineProblem,
    readonly text: string,
  ) {
    super(code);
  }
}

/** Reads row by row; nothing is guessed that the list or the class of the account does not say. */
export function readBudgetList(question: Question): ReadLine[] {
  const seen = new Set<string>();
  const measureIds = measuresByWord(question.measures);
  return question.rows.flatMap((row) => {
    const refusal = refuseCodes(question, row);
    if (refusal !== null) return [{ rowNumber: row.rowNumber, line: null, problem: refusal, notes: [] }];
    return statedYears(question, row).map((stated): ReadLine => {
      const notes: LineNote[] = [];
      try {
        const line = readLine(question, row, stated, measureIds, notes);
        const key = JSON.stringify([line.fiscalYear, line.budgetProduct, line.budgetAccount, line.direction]);
        if (seen.has(key)) throw new Refused("twice", [line.budgetProduct, line.budgetAccount].filter((code) => code !== "").join("/"));
        seen.add(key);
        return { rowNumber: row.rowNumber, line, problem: null, notes };
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        return { rowNumber: row.rowNumber, line: null, problem: { code: error.code, text: error.text.slice(0, 80) }, notes };
      }
    });
  });
}

/** A row that stands nowhere is refused once, however many years it speaks of. */
function refuseCodes({ columns, rules }: Question, { cells }: ListRow): ReadLine["problem"] {
  const textOf = textsOf(columns, cells);
  const codes = readCodes(textOf, rules);
  const problem = checkCodes(codes, rules);
  if (problem === null) return null;
  const total = (["label", "budgetProduct", "code", "budgetAccount"] as const).map(textOf).find((text) => /^(?:summe|gesamt|zwischensumme|saldo|total)/i.test(text));
  return total === undefined ? { code: problem.code, text: codes[problem.field].slice(0, 80) } : { code: "totalRow", text: total.slice(0, 80) };
}

const textsOf =
  (columns: readonly LineColumn[], cells: readonly Cell[]) =>
  (field: LineField): string =>
    cellText(cells[columns.indexOf(field)] ?? null)
      .normalize("NFKC")
      .trim();

type StatedYear = { readonly fiscalYear: number | null; readonly yearText: string; readonly amountColumn: number | null };

/** The years a row speaks of: those of its filled year columns, or the one it names, or the list's. */
function statedYears({ columns, defaultYear }: Question, { cells }: ListRow): StatedYear[] {
  const yearColumns = columns.flatMap((column, index) => {
    const fiscalYear = yearOfColumn(column);
    return fiscalYear === null ? [] : [{ fiscalYear, yearText: String(fiscalYear), amountColumn: index }];
  });
  if (yearColumns.length > 0) {
    const filled = yearColumns.filter(({ amountColumn }) => !isBlankCell(cells[amountColumn] ?? null));
    return filled.length > 0 ? filled : yearColumns.slice(0, 1);
  }
  const index = columns.indexOf("fiscalYear");
  const yearText = index < 0 ? "" : cellText(cells[index] ?? null).trim();
  const years = [...new Set(yearText.match(/(?<!\d)2[01]\d\d(?!\d)/g))];
  const fiscalYear = yearText === "" ? defaultYear : years.length === 1 ? Number(years[0]) : null;
  return [{ fiscalYear, yearText, amountColumn: null }];
}

function readLine(question: Question, row: ListRow, stated: StatedYear, measureIds: ReadonlyMap<string, number | null>, notes: LineNote[]): StatedLine {
  const { columns, headings, rules } = question;
  const textOf = textsOf(columns, row.cells);
  const codes = readCodes(textOf, rules);
  if (stated.fiscalYear === null) throw new Refused("yearUnreadable", stated.yearText);
  const amounts: Partial<Record<(typeof amountFields)[keyof typeof amountFields], Cents>> = {};
  const readAmount = (index: number, into: (typeof amountFields)[keyof typeof amountFields]) => {
    const cell = row.cells[index] ?? null;
    const reading = readLineAmount(cell, headings[index] ?? "");
    if (reading.problem !== null) throw new Refused(reading.problem, cellText(cell));
    if (reading.asThousands && !notes.includes("thousandsRead")) notes.push("thousandsRead");
    if (reading.amountCents !== null) amounts[into] = reading.amountCents;
  };
  for (const [field, into] of Object.entries(amountFields)) {
    const index = columns.findIndex((column) => column === field);
    if (index >= 0) readAmount(index, into);
  }
  if (stated.amountColumn !== null) readAmount(stated.amountColumn, "appropriationCents");
  return {
    fiscalYear: stated.fiscalYear,
    ...codes,
    ...readMeaning(textOf, codes, rules, notes),
    ...texts(textOf),
    ...amounts,
    ...readLock(textOf("lock")),
    measureIds: readMeasures(textOf("measure"), measureIds, notes),
  };
}

function readCodes(textOf: (field: LineField) => string, rules: CodeRules): BudgetCode {
  const [budgetProduct, budgetAccount] = [textOf("budgetProduct"), textOf("budgetAccount")];
  const code = textOf("code");
  return code === "" || budgetAccount !== "" ? { budgetProduct, budgetAccount } : (splitCode(code, rules) ?? { budgetProduct: "", budgetAccount: code });
}

const REVENUE = new Set(["ertrag", "ertraege", "erträge", "einnahme", "einnahmen", "einzahlung", "einzahlungen", "e", "revenue"]);
const EXPENSE = new Set(["aufwand", "aufwendung", "aufwendungen", "ausgabe", "ausgaben", "auszahlung", "auszahlungen", "a", "expense"]);

const readDirection = (text: string): CashDirection | null => {
  const word = normaliseWord(text);
  return REVENUE.has(word) ? "revenue" : EXPENSE.has(word) ? "expense" : null;
};

/** What the list says goes before what the class of the account says. A column "Art" may hold either kind or direction. */
function readMeaning(textOf: (field: LineField) => string, { budgetAccount }: BudgetCode, { budgetSystem }: CodeRules, notes: LineNote[]): { budgetKind: BudgetKind; direction: CashDirection } {
  const byClass = classOfAccount(budgetAccount, budgetSystem);
  const [kindText, directionText] = [textOf("budgetKind"), textOf("direction")];
  const statedKind = readBudgetKind(kindText);
  const directionInKind = statedKind === null ? readDirection(kindText) : null;
  const statedDirection = readDirection(directionText) ?? directionInKind;
  if (directionText !== "" && readDirection(directionText) === null) throw new Refused("wordUnknown", directionText);
  if (kindText !== "" && statedKind === null && directionInKind === null) throw new Refused("wordUnknown", kindText);
  const budgetKind = statedKind ?? byClass?.budgetKind;
  if (budgetKind === undefined) throw new Refused("kindMissing", budgetAccount);
  const direction = statedDirection ?? byClass?.direction;
  if (direction === undefined) notes.push("directionAssumed");
  return { budgetKind, direction: direction ?? "expense" };
}

function texts(textOf: (field: LineField) => string): Pick<StatedLine, "label" | "coverage" | "budgetReference"> {
  const stated: { label?: string; coverage?: string; budgetReference?: string } = {};
  for (const field of ["label", "coverage", "budgetReference"] as const) {
    const text = textOf(field).slice(0, LONGEST[field]);
    if (text !== "") stated[field] = text;
  }
  return stated;
}

/** "ja" or a sentence: locked, with the sentence as its note; "nein": not; empty: not said. */
function readLock(text: string): Pick<StatedLine, "locked" | "lockNote"> {
  if (text === "") return {};
  const answer = readYesNo(text);
  if (answer === "no" || /^[-–—]$/.test(text)) return { locked: false };
  return answer === "yes" ? { locked: true } : { locked: true, lockNote: text.slice(0, 500) };
}

/** By number, by reference, by title; null where two share a word. */
function measuresByWord(measures: readonly ListedMeasure[]): ReadonlyMap<string, number | null> {
  const found = new Map<string, number | null>();
  const add = (word: string, id: number) => {
    if (word !== "") found.set(word, found.has(word) && found.get(word) !== id ? null : id);
  };
  for (const { id, title, externalReference } of measures) {
    add(normaliseWord(title), id);
    add(normaliseWord(externalReference), id);
  }
  for (const { id } of measures) if (!found.has(String(id))) found.set(String(id), id);
  return found;
}

function readMeasures(text: string, measureIds: ReadonlyMap<string, number | null>, notes: LineNote[]): number[] {
  if (text === "") return [];
  const whole = measureIds.get(normaliseWord(text));
  const parts = whole === undefined ? text.split(/[;\n|]/) : [text];
  const ids = parts.map((part) => measureIds.get(normaliseWord(part.replace(/^#/, ""))) ?? null);
  if (ids.includes(null)) notes.push("measureUnknown");
  return [...new Set(ids.filter((id) => id !== null))];
}
