import type { Quarter } from "#app/domain/calendar/quarter.ts";
import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import { violatedDependencies } from "#app/domain/measures/dependency-graph.ts";
import type { Measure } from "#app/domain/measures/measure.ts";
import { settledStatuses, type BudgetKind } from "#app/domain/measures/vocabulary.ts";
import { subtractCents, type Cents } from "#app/domain/money/cents.ts";
import { missesDeadline } from "#app/domain/planning/reschedule.ts";
import type { SnapshotContent } from "./snapshot.ts";

/** What is not settled in a version, said openly. Raw values; the codes' sentences live in i18n. */
export type OpenPoint =
  | { readonly code: "overBudget"; readonly fiscalYear: number; readonly budgetKind: BudgetKind; readonly expense: Cents; readonly frame: Cents; readonly over: Cents }
  | { readonly code: "noFrame"; readonly fiscalYear: number; readonly budgetKind: BudgetKind; readonly expense: Cents }
  | { readonly code: "overCapacity"; readonly team: string; readonly quarters: ReadonlyArray<{ readonly quarter: Quarter; readonly demand: number; readonly capacity: number }> }
  | { readonly code: "deadlineMissed"; readonly measure: Named; readonly deadline: PlainDate; readonly reason: string; readonly end: Quarter }
  | { readonly code: "startsTooEarly"; readonly measure: Named; readonly predecessor: Named; readonly earliestStart: Quarter; readonly plannedStart: Quarter }
  | { readonly code: "redLight"; readonly measure: Named; readonly reason: string }
  | { readonly code: "unknownCost"; readonly measure: Named; readonly items: readonly string[] }
  | { readonly code: "undated"; readonly measure: Named; readonly timeframeText: string }
  | { readonly code: "noLeadUnit"; readonly measure: Named }
  | { readonly code: "unrated"; readonly measure: Named };

export type OpenPointCode = OpenPoint["code"];
export const openPointCodes = [
  "overBudget",
  "noFrame",
  "overCapacity",
  "deadlineMissed",
  "startsTooEarly",
  "redLight",
  "unknownCost",
  "undated",
  "noLeadUnit",
  "unrated",
] as const satisfies readonly OpenPointCode[];

type Named = { readonly measureId: number; readonly title: string };

/** In the order of {@link openPointCodes}, then of the plan. Settled measures and ideas claim nothing and are left out. */
export function openPoints(content: SnapshotContent): OpenPoint[] {
  const { portfolio, resources } = content;
  const active = portfolio.measures.filter((measure) => !settledStatuses.includes(measure.status) && measure.status !== "idea");
  const unrated = new Set(content.ranking.unratedMeasureIds);
  return [
    ...resources.budget.flatMap(({ fiscalYear, budgetKind, expense, frame }): OpenPoint[] => {
      if (frame === null) return expense > 0 ? [{ code: "noFrame", fiscalYear, budgetKind, expense }] : [];
      return expense > frame ? [{ code: "overBudget", fiscalYear, budgetKind, expense, frame, over: subtractCents(expense, frame) }] : [];
    }).sort((a, b) => openPointCodes.indexOf(a.code) - openPointCodes.indexOf(b.code)),
    ...resources.staff.flatMap(({ name, cells }): OpenPoint[] => {
      const quarters = cells.flatMap(({ quarter, internal, capacity }) => (capacity !== null && internal > capacity ? [{ quarter, demand: internal, capacity }] : []));
      return quarters.length > 0 ? [{ code: "overCapacity", team: name, quarters }] : [];
    }),
    ...active.flatMap(missedDeadline),
    ...brokenDependencies(active, content),
    ...active.flatMap((measure): OpenPoint[] =>
      measure.trafficLight === "red" ? [{ code: "redLight", measure: named(measure), reason: measure.trafficLightReason }] : [],
    ),
    ...active.flatMap((measure): OpenPoint[] => {
      const items = measure.costItems.filter((item) => item.amountCents === null).map((item) => item.title);
      return items.length > 0 ? [{ code: "unknownCost", measure: named(measure), items }] : [];
    }),
    ...active.flatMap((measure): OpenPoint[] =>
      measure.startQuarter === null ? [{ code: "undated", measure: named(measure), timeframeText: measure.timeframeText }] : [],
    ),
    ...active.flatMap((measure): OpenPoint[] => (measure.leadUnitId === null ? [{ code: "noLeadUnit", measure: named(measure) }] : [])),
    ...active.flatMap((measure): OpenPoint[] => (unrated.has(measure.id) ? [{ code: "unrated", measure: named(measure) }] : [])),
  ];
}

const named = ({ id, title }: Measure): Named => ({ measureId: id, title });

function missedDeadline(measure: Measure): OpenPoint[] {
  const { deadline, deadlineReason, endQuarter } = measure;
  if (deadline === null || endQuarter === null || !missesDeadline(endQuarter, deadline)) return [];
  return [{ code: "deadlineMissed", measure: named(measure), deadline, reason: deadlineReason, end: endQuarter }];
}

function brokenDependencies(active: readonly Measure[], { portfolio }: SnapshotContent): OpenPoint[] {
  const byId = new Map(portfolio.measures.map((measure) => [measure.id, measure]));
  const activeIds = new Set(active.map((measure) => measure.id));
  return violatedDependencies(portfolio.measures, portfolio.dependencies).flatMap(({ predecessorId, successorId, earliestStart, plannedStart }): OpenPoint[] => {
    const [predecessor, successor] = [byId.get(predecessorId), byId.get(successorId)];
    if (predecessor === undefined || successor === undefined || !activeIds.has(successorId)) return [];
    return [{ code: "startsTooEarly", measure: named(successor), predecessor: named(predecessor), earliestStart, plannedStart }];
  });
}
