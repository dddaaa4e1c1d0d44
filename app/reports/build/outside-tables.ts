import type { SnapshotContent } from "#app/domain/committee/snapshot.ts";
import { cashDirections } from "#app/domain/measures/vocabulary.ts";
import { sumKnown } from "#app/domain/money/cents.ts";
import type { TableBlock } from "#app/reports/model.ts";
import { code, column, count, empty, label, measureLink, money, personDays, text } from "./values.ts";

/** What the plan claims and no year or quarter holds: said beside the sums, so that nobody takes them for all of it. A table without rows is left out. */
export function outsideTable({ resources: { outside } }: SnapshotContent): TableBlock[] {
  if (outside.expense === 0 && outside.revenue === 0 && outside.unknownCount === 0) return [];
  return [
    {
      kind: "table",
      caption: "outsideTable",
      columns: [column("rhythm", "code", "wide"), column("expense", "cents"), column("revenue", "cents"), column("noEstimate", "count", "narrow")],
      rows: [[code("costRhythm", "oneOff"), money(outside.expense), money(outside.revenue), count(outside.unknownCount)]],
      totals: [],
    },
  ];
}

export function undatedCostsTable({ portfolio, resources }: SnapshotContent): TableBlock[] {
  const items = resources.undatedCosts.flatMap(({ measureId, costItemId }) => {
    const measure = portfolio.measures.find((each) => each.id === measureId);
    const item = measure?.costItems.find((each) => each.id === costItemId);
    return measure === undefined || item === undefined ? [] : [{ measure, item }];
  });
  if (items.length === 0) return [];
  return [
    {
      kind: "table",
      caption: "undatedCostsTable",
      columns: [column("measure", "measure", "wide"), column("costItem", "text"), column("budgetKind", "code", "narrow"), column("direction", "code", "narrow"), column("rhythm", "code", "narrow"), column("amount", "cents")],
      rows: items.map(({ measure, item }) => [
        measureLink(measure.id, measure.title),
        text(item.title),
        code("budgetKind", item.budgetKind),
        code("cashDirection", item.direction),
        code("costRhythm", item.rhythm),
        money(item.amountCents),
      ]),
      totals: cashDirections.flatMap((direction) => {
        const amounts = items.flatMap(({ item }) => (item.direction === direction ? [item.amountCents] : []));
        const { known, unknownCount } = sumKnown(amounts);
        return amounts.length === 0 ? [] : [[label(direction), empty, empty, empty, empty, money(known, unknownCount)]];
      }),
    },
  ];
}

export function undatedStaffTable({ portfolio, resources }: SnapshotContent): TableBlock[] {
  const teams = new Map(portfolio.teams.map((team) => [team.id, team.name]));
  const units = new Map(portfolio.orgUnits.map((unit) => [unit.id, unit.name]));
  const demands = resources.undatedStaff.flatMap(({ measureId, demandId }) => {
    const measure = portfolio.measures.find((each) => each.id === measureId);
    const demand = measure?.staffDemands.find((each) => each.id === demandId);
    return measure === undefined || demand === undefined ? [] : [{ measure, demand }];
  });
  if (demands.length === 0) return [];
  return [
    {
      kind: "table",
      caption: "undatedStaffTable",
      columns: [column("measure", "measure", "wide"), column("addressee", "text"), column("staffSource", "code", "narrow"), column("basis", "code", "narrow"), column("personDays", "personDays", "narrow")],
      rows: demands.map(({ measure, demand }) => [
        measureLink(measure.id, measure.title),
        text((demand.teamId === null ? units.get(demand.orgUnitId ?? 0) : teams.get(demand.teamId)) ?? null),
        code("staffSource", demand.staffSource),
        code("demandBasis", demand.basis),
        personDays(demand.personDays),
      ]),
      totals: [],
    },
  ];
}
