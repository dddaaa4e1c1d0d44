import type { Quarter } from "#app/domain/calendar/quarter.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { arrangeByBenefitAndEffort, type BenefitAndEffort } from "#app/domain/prioritisation/benefit-and-effort.ts";
import { benefitCriteria } from "#app/domain/prioritisation/benefit-criteria.ts";
import type { RoundState } from "#app/domain/prioritisation/round.ts";
import { horizonOf, lastQuarterOf } from "#app/domain/resources/horizon.ts";
import { forbidden, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { loadCostedMeasures, loadStaffedMeasures } from "#db/queries/partial-measures.server.ts";
import { loadMunicipality } from "#db/queries/portfolio.server.ts";
import { listRounds, loadRoundData } from "#db/queries/rounds.server.ts";
import { loadTimelineFields, loadTimelineRows } from "#db/queries/timeline.server.ts";
import { chosenRound } from "./chosen-round.server.ts";
import { rankedRound } from "./ranked-round.server.ts";

type ShownRound = { readonly id: number; readonly title: string; readonly state: RoundState };

export type ShownBenefitAndEffort = BenefitAndEffort & {
  /** Null before the first round. */
  readonly round: ShownRound | null;
  readonly rounds: readonly ShownRound[];
  /** Until which permanent tasks count. */
  readonly lastQuarter: Quarter;
  /** In their order, which also gives each its sign. */
  readonly actionFields: ReadonlyArray<{ readonly id: number; readonly name: string }>;
  readonly criteria: ReadonlyArray<{ readonly id: number; readonly name: string; readonly weight: number; readonly reversed: boolean; readonly isBenefit: boolean }>;
};

/**
 * The measures of a round by benefit, effort and cost. Benefit is the round's common result; effort, cost and action field
 * are those of the plan as it stands now, since a round does not keep them.
 */
export function showBenefitAndEffort({ db, user }: ServiceContext, { roundId, benefitIds }: { readonly roundId: number | null; readonly benefitIds: readonly number[] }): Result<ShownBenefitAndEffort> {
  if (!can(user, "plan:read")) return forbidden();
  const round = chosenRound(db, roundId);
  if (round === null && roundId !== null) return missing();
  const rounds = listRounds(db).map(({ id, title, state }) => ({ id, title, state }));
  const lastQuarter = lastQuarterOf(horizonOf(loadMunicipality(db)));
  const actionFields = loadTimelineFields(db);
  if (round === null) return ok({ round: null, rounds, lastQuarter, actionFields, criteria: [], placed: [], unplaced: [], split: { benefitTenths: 500, effortDays: null } });
  const data = loadRoundData(db, round.id);
  const benefit = new Set(benefitCriteria(data.criteria, benefitIds).map((criterion) => criterion.id));
  const fields = new Map(loadTimelineRows(db).map((row) => [row.id, row.actionFieldId]));
  const costs = new Map(loadCostedMeasures(db).map((measure) => [measure.id, measure.costItems]));
  const plan = loadStaffedMeasures(db).map((measure) => ({ ...measure, actionFieldId: fields.get(measure.id) ?? null, costItems: costs.get(measure.id) ?? [] }));
  return ok({
    round: { id: round.id, title: round.title, state: round.state },
    rounds,
    lastQuarter,
    actionFields,
    criteria: data.criteria.map(({ id, name, weight, reversed }) => ({ id, name, weight, reversed, isBenefit: benefit.has(id) })),
    ...arrangeByBenefitAndEffort({ round: data, ranking: rankedRound(data), benefitCriteriaIds: [...benefit], plan, lastQuarter }),
  });
}
