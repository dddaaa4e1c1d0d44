import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import type { Quarter } from "#app/domain/calendar/quarter.ts";
import { earliestStartAfter } from "#app/domain/measures/dependency-graph.ts";
import { authorise, can } from "#app/domain/permissions/permissions.ts";
import { moveEffects, type MoveEffects } from "#app/domain/planning/move-effects.ts";
import { refuseImpossiblePlace, type Placement } from "#app/domain/planning/reschedule.ts";
import { horizonOf } from "#app/domain/resources/horizon.ts";
import { forbidden, missing, ok, type Refusal, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { findMeasure, loadMunicipality } from "#db/queries/portfolio.server.ts";
import { listTeams } from "#db/queries/teams.server.ts";
import { moveOffers, namer, type MoveOffersData } from "./move-offers.server.ts";
import { planToJudge } from "./plan-to-judge.server.ts";

export type Neighbour = Placement & {
  readonly id: number;
  readonly title: string;
  readonly relation: "predecessor" | "successor";
  readonly lagQuarters: number;
  /** For a predecessor: from when this measure may start. */
  readonly allowsFrom: Quarter | null;
};

export type MovePreview = {
  readonly target: Placement;
  /** Why the place cannot be, whatever the reason; then nothing else is judged. */
  readonly impossible: Refusal | null;
  readonly offers: MoveOffersData;
  readonly effects: (Pick<MoveEffects, "years"> & { readonly staff: ReadonlyArray<MoveEffects["staff"][number] & { readonly team: string }> }) | null;
};

export type ShownMove = {
  readonly measure: Placement & {
    readonly id: number;
    readonly title: string;
    readonly rowVersion: number;
    readonly permanentTask: boolean;
    readonly timeframeText: string;
    readonly earliestStart: PlainDate | null;
    readonly deadline: PlainDate | null;
    readonly deadlineReason: string;
  };
  readonly today: PlainDate;
  readonly neighbours: readonly Neighbour[];
  readonly preview: MovePreview | null;
};

/** Whether this person may move the measure at all. */
export function mayMove({ db, user }: Pick<ServiceContext, "db" | "user">, measureId: number): Result<null> {
  if (!can(user, "plan:edit")) return forbidden();
  const measure = findMeasure(db, measureId);
  if (measure === null || measure.archivedAt !== null) return missing();
  return authorise(user, "plan:edit", measure) === null ? forbidden() : ok(null);
}

/** Where a measure stands, what it hangs on, and, with a target, what moving it there would do. */
export function showMove({ db, clock, user }: ServiceContext, measureId: number, target: Placement | null): Result<ShownMove> {
  if (!can(user, "plan:edit")) return forbidden();
  const measure = findMeasure(db, measureId);
  if (measure === null || measure.archivedAt !== null) return missing();
  if (authorise(user, "plan:edit", measure) === null) return forbidden();
  const { measures, dependencies } = planToJudge(db);
  const byId = new Map(measures.map((each) => [each.id, each]));
  const neighbours = dependencies.flatMap(({ predecessorId, successorId, lagQuarters }): Neighbour[] => {
    const other = byId.get(predecessorId === measureId ? successorId : predecessorId);
    if (other === undefined || (predecessorId !== measureId && successorId !== measureId)) return [];
    const { id, title, startQuarter, endQuarter } = other;
    const relation = predecessorId === measureId ? "successor" : "predecessor";
    return [{ id, title, startQuarter, endQuarter, relation, lagQuarters, allowsFrom: relation === "predecessor" ? earliestStartAfter(other, lagQuarters) : null }];
  });
  const { id, title, rowVersion, startQuarter, endQuarter, permanentTask, timeframeText, earliestStart, deadline, deadlineReason } = measure;
  const isMove = target !== null && (target.startQuarter !== startQuarter || target.endQuarter !== endQuarter);
  return ok({
    measure: { id, title, rowVersion, startQuarter, endQuarter, permanentTask, timeframeText, earliestStart, deadline, deadlineReason },
    today: clock.today(),
    neighbours,
    preview: isMove ? preview() : null,
  });

  function preview(): MovePreview | null {
    if (measure === null || target === null) return null;
    const impossible = refuseImpossiblePlace(measure, target)?.refusal ?? null;
    if (impossible !== null) return { target, impossible, offers: { breaks: [], dependents: null }, effects: null };
    const { years, staff } = moveEffects({ measure, target, teams: listTeams(db, "active"), horizon: horizonOf(loadMunicipality(db)) });
    const { team } = namer(db);
    return {
      target,
      impossible,
      offers: moveOffers({ db, user }, measure, target),
      effects: { years, staff: staff.map((effect) => ({ ...effect, team: team(effect.teamId) })) },
    };
  }
}
