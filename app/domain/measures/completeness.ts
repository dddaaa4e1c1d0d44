import type { CostItem, Measure, StaffDemand } from "./measure.ts";

/** The facts a committee asks for; without them a measure can be listed but not planned. */
export const factCodes = [
  "leadUnit",
  "actionField",
  "responsiblePerson",
  "summary",
  "start",
  "end",
  "costItem",
  "costAmount",
  "staffDemand",
  "staffAmount",
] as const;
export type FactCode = (typeof factCodes)[number];

export type FactBearer = Pick<
  Measure,
  "leadUnitId" | "actionFieldId" | "responsiblePerson" | "summary" | "startQuarter" | "endQuarter" | "permanentTask"
> & {
  readonly costItems: ReadonlyArray<Pick<CostItem, "amountCents">>;
  readonly staffDemands: ReadonlyArray<Pick<StaffDemand, "personDays">>;
};

/**
 * Which facts are missing, in the order of {@link factCodes}. A permanent task needs no end;
 * "costItem" means that nobody wrote down any cost, "costAmount" that some amount is unknown.
 */
export function missingFacts(measure: FactBearer): FactCode[] {
  const missing: Record<FactCode, boolean> = {
    leadUnit: measure.leadUnitId === null,
    actionField: measure.actionFieldId === null,
    responsiblePerson: measure.responsiblePerson === "",
    summary: measure.summary === "",
    start: measure.startQuarter === null,
    end: measure.endQuarter === null && !measure.permanentTask,
    costItem: measure.costItems.length === 0,
    costAmount: measure.costItems.some((item) => item.amountCents === null),
    staffDemand: measure.staffDemands.length === 0,
    staffAmount: measure.staffDemands.some((demand) => demand.personDays === null),
  };
  return factCodes.filter((code) => missing[code]);
}
