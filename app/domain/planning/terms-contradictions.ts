import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import { addQuarters, quarterOf, type Quarter } from "#app/domain/calendar/quarter.ts";
import type { Dependency, Measure } from "#app/domain/measures/measure.ts";
import { settledStatuses } from "#app/domain/measures/vocabulary.ts";
import { plannedDuration } from "./planner-knowledge.ts";
import type { FundingWindow, MeasurePair, MeasureTerms } from "./planning-terms.ts";

/** What cannot all be true of one measure, so that no plan could hold it. */
export type TermsContradiction =
  | { readonly code: "fixedWithoutDates" }
  | { readonly code: "deadlineTooEarly"; readonly deadline: PlainDate; readonly earliestStart: Quarter; readonly earliestEnd: Quarter }
  | { readonly code: "windowPast"; readonly windowId: number; readonly programme: string; readonly closes: Quarter }
  | { readonly code: "windowBeforeStart"; readonly windowId: number; readonly programme: string; readonly closes: Quarter; readonly earliestStart: Quarter }
  | { readonly code: "windowAfterDeadline"; readonly windowId: number; readonly programme: string; readonly opens: Quarter; readonly latestStart: Quarter }
  | { readonly code: "fixedOutsideWindow"; readonly windowId: number; readonly programme: string };

type Planned = Pick<Measure, "status" | "startQuarter" | "endQuarter" | "permanentTask" | "earliestStart" | "deadline">;
type Question = {
  readonly measure: Planned;
  readonly terms: Pick<MeasureTerms, "durationQuarters" | "fixed">;
  readonly windows: ReadonlyArray<Pick<FundingWindow, "id" | "programme" | "opensQuarter" | "closesQuarter" | "required">>;
  readonly today: PlainDate;
};

/** Running, resolved, or fixed by hand, and with a start: the planner does not move it. */
export const isBound = ({ status, startQuarter }: Pick<Measure, "status" | "startQuarter">, { fixed }: Pick<MeasureTerms, "fixed">): boolean =>
  startQuarter !== null && (fixed || status === "inProgress" || status === "resolved");

/** Contradictions within one measure's own data, the gravest first; none for a measure that is done or given up. */
export function termsContradictions({ measure, terms, windows, today }: Question): TermsContradiction[] {
  if (settledStatuses.includes(measure.status)) return [];
  const { startQuarter, endQuarter, earliestStart, deadline, permanentTask } = measure;
  const isFixedWithoutDates = terms.fixed && (startQuarter === null || (endQuarter === null && !permanentTask));
  const found: TermsContradiction[] = isFixedWithoutDates ? [{ code: "fixedWithoutDates" }] : [];
  const bound = isBound(measure, terms);
  const first = bound && startQuarter !== null ? startQuarter : laterOf(quarterOf(today), earliestStart === null ? null : quarterOf(earliestStart));
  const duration = plannedDuration(measure, terms);
  const quarters = "quarters" in duration ? duration.quarters : 1;
  const last = deadline === null ? null : quarterOf(deadline);
  const earliestEnd = addQuarters(first, quarters - 1);
  const deadlineFails = last !== null && earliestEnd > last;
  if (deadline !== null && deadlineFails) found.push({ code: "deadlineTooEarly", deadline, earliestStart: first, earliestEnd });
  for (const { id: windowId, programme, opensQuarter, closesQuarter, required } of windows) {
    const latestStart = last === null ? null : addQuarters(last, 1 - quarters);
    if (bound) {
      if (required && (first < opensQuarter || first > closesQuarter)) found.push({ code: "fixedOutsideWindow", windowId, programme });
    } else if (closesQuarter < quarterOf(today)) found.push({ code: "windowPast", windowId, programme, closes: closesQuarter });
    else if (closesQuarter < first) found.push({ code: "windowBeforeStart", windowId, programme, closes: closesQuarter, earliestStart: first });
    else if (!deadlineFails && latestStart !== null && opensQuarter > latestStart) found.push({ code: "windowAfterDeadline", windowId, programme, opens: opensQuarter, latestStart });
  }
  return found;
}

/** Why a pair of measures that exclude each other cannot be kept; null where it can. */
export type PairContradiction = "bothMandatory" | "dependent";

export function pairContradiction(
  { kind, firstId, secondId }: Pick<MeasurePair, "kind" | "firstId" | "secondId">,
  { mandatoryIds, dependencies }: { readonly mandatoryIds: ReadonlySet<number>; readonly dependencies: ReadonlyArray<Pick<Dependency, "predecessorId" | "successorId">> },
): PairContradiction | null {
  if (kind !== "excludes") return null;
  if (mandatoryIds.has(firstId) && mandatoryIds.has(secondId)) return "bothMandatory";
  const joined = dependencies.some((edge) => (edge.predecessorId === firstId && edge.successorId === secondId) || (edge.predecessorId === secondId && edge.successorId === firstId));
  return joined ? "dependent" : null;
}

const laterOf = (a: Quarter, b: Quarter | null): Quarter => (b !== null && b > a ? b : a);
