import { addQuarters, quarterOf, quarterRange, type Quarter } from "#app/domain/calendar/quarter.ts";
import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import { budgetKinds, type BudgetKind } from "#app/domain/measures/vocabulary.ts";
import { effectiveCapacities } from "#app/domain/resources/effective-capacity.ts";
import { lastQuarterOf, yearsOf } from "#app/domain/resources/horizon.ts";
import { estimate } from "./assumptions.ts";
import { orderByDependencies } from "./dependency-order.ts";
import type { AssumedFigure } from "./plan.ts";
import { noTerms } from "./planning-terms.ts";
import type { PlannerInput, PlannerMeasure } from "./planner-input.ts";
import type { PlanningSettings } from "./scenario.ts";
import { standings } from "./standing.ts";

/** Data that contradict each other, so that something cannot be planned; each says where to mend it. */
export type OutlookProblem =
  | { readonly code: "cycle"; readonly measureId: number }
  | { readonly code: "deadlineBeforeStart"; readonly measureId: number; readonly deadline: PlainDate; readonly earliest: Quarter }
  | { readonly code: "windowPast"; readonly measureId: number; readonly programme: string }
  | { readonly code: "zeroCapacity"; readonly teamId: number; readonly count: number }
  | { readonly code: "zeroFrame"; readonly fiscalYear: number; readonly budgetKind: BudgetKind };

/** What a run with these settings would start from, before anything is solved. */
export type PlanningOutlook = {
  readonly first: Quarter;
  readonly last: Quarter;
  readonly boundCount: number;
  readonly candidateCount: number;
  readonly mandatoryCount: number;
  readonly ideaCount: number;
  readonly missing: ReadonlyArray<{ readonly measureId: number; readonly figures: readonly AssumedFigure[] }>;
  readonly knownTeams: { readonly known: number; readonly total: number };
  readonly knownFrames: { readonly known: number; readonly total: number };
  readonly limitingLineCount: number;
  readonly windowCount: number;
  readonly pairCount: number;
  readonly startLimitCount: number;
  readonly dependencyCount: number;
  readonly problems: readonly OutlookProblem[];
};

export function planningOutlook(input: PlannerInput, settings: PlanningSettings): PlanningOutlook {
  const { firstQuarter, horizon, terms } = input;
  const last = lastQuarterOf(horizon);
  const quarters = quarterRange(firstQuarter, last);
  const standingOf = standings(input, settings);
  const termsOf = new Map(terms.measures.map((each) => [each.measureId, each]));
  const candidates = input.measures.filter((measure) => standingOf.get(measure.id)?.kind === "candidate");
  const estimates = candidates.map((measure) => ({ measure, ...estimate(measure, termsOf.get(measure.id) ?? noTerms(measure.id), settings) }));
  const teams = input.teams.filter((team) => team.archived !== true);
  const capacities = effectiveCapacities({ entered: input.capacities, staffing: input.staffing, posts: input.posts }, teams.map((team) => team.id), quarters);
  const daysOf = (teamId: number) => capacities.filter((each) => each.teamId === teamId);
  const years = yearsOf(horizon);
  const isMandatory = (measure: PlannerMeasure) => {
    const standing = standingOf.get(measure.id);
    return standing?.kind === "candidate" && standing.mandatory;
  };
  return {
    first: firstQuarter,
    last,
    // What was implemented without dates stands nowhere.
    boundCount: input.measures.filter((measure) => standingOf.get(measure.id)?.kind === "bound" && measure.startQuarter !== null).length,
    candidateCount: candidates.length,
    mandatoryCount: candidates.filter(isMandatory).length,
    ideaCount: candidates.filter((measure) => measure.status === "idea").length,
    missing: estimates.flatMap(({ measure, missing }) => (missing.length === 0 ? [] : [{ measureId: measure.id, figures: missing }])),
    knownTeams: { known: teams.filter((team) => daysOf(team.id).length === quarters.length).length, total: teams.length },
    knownFrames: { known: input.budgetFrames.filter((frame) => years.includes(frame.fiscalYear)).length, total: years.length * budgetKinds.length },
    limitingLineCount: input.budgetLines.filter((line) => line.limitsPlan && line.appropriationCents !== null && years.includes(line.fiscalYear)).length,
    windowCount: terms.windows.length,
    pairCount: terms.pairs.length,
    startLimitCount: terms.startLimits.length,
    dependencyCount: input.dependencies.length,
    problems: [
      ...cyclicIds(candidates, input).map((measureId) => ({ code: "cycle" as const, measureId })),
      ...estimates.flatMap(({ measure, estimated, missing }) => (missing.includes("duration") && settings.unknownEstimates === "leaveOut" ? [] : missedDeadline(measure, estimated.durationQuarters, firstQuarter))),
      ...missedWindows(candidates, input),
      ...teams.flatMap((team): OutlookProblem[] => {
        const own = daysOf(team.id);
        const count = candidates.filter((measure) => measure.staffDemands.some((demand) => demand.teamId === team.id && demand.staffSource === "internal")).length;
        return own.length === quarters.length && count > 0 && own.every((each) => each.personDays === 0) ? [{ code: "zeroCapacity", teamId: team.id, count }] : [];
      }),
      ...input.budgetFrames.flatMap(({ fiscalYear, budgetKind, amountCents }): OutlookProblem[] =>
        amountCents === 0 && years.includes(fiscalYear) ? [{ code: "zeroFrame", fiscalYear, budgetKind }] : [],
      ),
    ],
  };
}

/** On a cycle, not merely behind one: taking what lies behind away until nothing changes leaves the cycles and what is between them. */
function cyclicIds(candidates: readonly PlannerMeasure[], { dependencies }: PlannerInput): number[] {
  const ids = candidates.map((measure) => measure.id);
  const forwards = orderByDependencies(ids, dependencies).cyclic;
  return orderByDependencies(forwards, dependencies.map(({ predecessorId, successorId }) => ({ predecessorId: successorId, successorId: predecessorId }))).cyclic;
}

function missedDeadline({ id, deadline, earliestStart }: PlannerMeasure, durationQuarters: number | null, firstQuarter: Quarter): OutlookProblem[] {
  if (deadline === null || durationQuarters === null) return [];
  const wished = earliestStart === null ? firstQuarter : quarterOf(earliestStart);
  const earliest = addQuarters(wished > firstQuarter ? wished : firstQuarter, durationQuarters - 1);
  return earliest > quarterOf(deadline) ? [{ code: "deadlineBeforeStart", measureId: id, deadline, earliest }] : [];
}

function missedWindows(candidates: readonly PlannerMeasure[], { terms, firstQuarter }: PlannerInput): OutlookProblem[] {
  const open = new Set(candidates.map((measure) => measure.id));
  return terms.windows.flatMap(({ measureId, programme, required, closesQuarter }) => (required && open.has(measureId) && closesQuarter < firstQuarter ? [{ code: "windowPast" as const, measureId, programme }] : []));
}
