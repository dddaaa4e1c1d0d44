import { numberInYear, yearOfQuarter } from "#app/domain/calendar/quarter.ts";
import type { FrozenAmount } from "#app/domain/committee/freeze-resources.ts";
import type { SnapshotContent } from "#app/domain/committee/snapshot.ts";
import { ZERO_CENTS, cents, subtractCents, type Cents } from "#app/domain/money/cents.ts";
import type { Section, Value } from "#app/reports/model.ts";
import { outsideTable, undatedCostsTable, undatedStaffTable } from "./outside-tables.ts";
import { code, codeColumns, column, count, empty, label, list, money, personDays, text, year } from "./values.ts";

export function budgetByYearSection(content: SnapshotContent): Section {
  const { resources } = content;
  // A column of nothing but zeros would only take room.
  const hasGrants = [...resources.budget, ...resources.budgetTotals].some((cell) => cell.earmarked !== undefined);
  const grantOf = ({ earmarked = ZERO_CENTS }: FrozenAmount): readonly Value[] => (hasGrants ? [money(earmarked)] : []);
  const difference = ({ expense, earmarked = ZERO_CENTS, frame }: FrozenAmount & { readonly frame: Cents | null }): readonly [free: Value, overuse: Value] => {
    if (frame === null) return [money(null), money(null)];
    const free = subtractCents(frame, subtractCents(expense, earmarked));
    return [money(cents(Math.max(0, free))), money(cents(Math.max(0, -free)))];
  };
  return {
    id: "budgetByYear",
    blocks: [
      {
        kind: "table",
        caption: "budgetTable",
        columns: [
          column("year", "year", "narrow"),
          column("budgetKind", "code"),
          column("expense", "cents"),
          ...(hasGrants ? [column("earmarked", "cents")] : []),
          column("frame", "cents"),
          column("free", "cents"),
          column("overuse", "cents"),
          column("revenue", "cents"),
          column("noEstimate", "count", "narrow"),
        ],
        rows: resources.budget.map((cell) => [
          year(cell.fiscalYear),
          code("budgetKind", cell.budgetKind),
          money(cell.expense),
          ...grantOf(cell),
          money(cell.frame),
          ...difference(cell),
          money(cell.revenue),
          count(cell.unknownCount),
        ]),
        totals: resources.budgetTotals.map((total) => [
          label("total"),
          code("budgetKind", total.budgetKind),
          money(total.expense),
          ...grantOf(total),
          money(total.frame),
          ...difference(total),
          money(total.revenue),
          count(total.unknownCount),
        ]),
      },
      ...outsideTable(content),
      ...undatedCostsTable(content),
    ],
  };
}

export function budgetByAccountSection({ resources, portfolio }: SnapshotContent): Section {
  if (resources.accounts.length === 0) return { id: "budgetByAccount", blocks: [{ kind: "paragraph", text: label("nothingBudgeted") }] };
  return {
    id: "budgetByAccount",
    blocks: [
      {
        kind: "table",
        caption: "accountTable",
        columns: [
          ...codeColumns(portfolio.municipality),
          column("budgetKind", "code", "narrow"),
          ...resources.years.map((each) => column({ text: String(each) }, "cents")),
          column("total", "cents"),
          column("noEstimate", "count", "narrow"),
        ],
        rows: resources.accounts.map((row) => [
          text(row.budgetProduct),
          text(row.budgetAccount),
          code("budgetKind", row.budgetKind),
          ...row.years.map((each) => money(each.expense)),
          money(row.total.expense),
          count(row.total.unknownCount),
        ]),
        totals: [
          [
            label("total"),
            empty,
            empty,
            ...resources.years.map((each) => money(sumOf(resources.budget.filter((cell) => cell.fiscalYear === each)))),
            money(sumOf(resources.budgetTotals)),
            count(resources.budgetTotals.reduce((sum, total) => sum + total.unknownCount, 0)),
          ],
        ],
      },
    ],
  };
}

const sumOf = (amounts: ReadonlyArray<{ readonly expense: number }>) => cents(amounts.reduce((sum, amount) => sum + amount.expense, 0));

const QUARTERS = [1, 2, 3, 4] as const;

/** Own staff by quarter against what each team can give; a row per team and year. */
export function staffSection(content: SnapshotContent): Section {
  const { resources } = content;
  if (resources.staff.length === 0) return { id: "staff", blocks: [{ kind: "paragraph", text: label("noStaff") }] };
  return {
    id: "staff",
    blocks: [
      {
        kind: "table",
        caption: "staffTable",
        columns: [
          column("team", "text", "wide"),
          column("year", "year", "narrow"),
          ...QUARTERS.map((number) => column({ text: `Bedarf Q${number}` }, "personDays", "narrow")),
          ...QUARTERS.map((number) => column({ text: `Verfügbar Q${number}` }, "personDays", "narrow")),
          column("externalDays", "personDays", "narrow"),
          column("overloadedQuarters", "list", "narrow"),
        ],
        rows: resources.staff.flatMap((row) =>
          resources.years.map((each) => {
            const cells = row.cells.filter((cell) => yearOfQuarter(cell.quarter) === each);
            const cellOf = (number: number) => cells.find((cell) => numberInYear(cell.quarter) === number);
            return [
              text(row.name),
              year(each),
              ...QUARTERS.map((number) => personDays(cellOf(number)?.internal ?? 0, cellOf(number)?.unknownCount ?? 0)),
              ...QUARTERS.map((number) => personDays(cellOf(number)?.capacity ?? null)),
              personDays(cells.reduce((sum, cell) => sum + cell.external, 0)),
              list(cells.filter((cell) => cell.capacity !== null && cell.internal > cell.capacity).map((cell) => `Q${numberInYear(cell.quarter)}`)),
            ];
          }),
        ),
        totals: [],
      },
      ...undatedStaffTable(content),
    ],
  };
}
