import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import type { Quarter } from "#app/domain/calendar/quarter.ts";
import { earliestStartAfter } from "#app/domain/measures/dependency-graph.ts";
import { authorise, can } from "#app/domain/permissions/permissions.ts";
import { moveEffects, type MoveEffects } from "#app/domain/planning/move-effects.ts";
import { moveWarnings, refuseImpossiblePlace, type MoveWarning, type Placement } from "#app/domain/planning/reschedule.ts";
import { horizonOf } from "#app/domain/resources/horizon.ts";
import { forbidden, missing, ok, type Refusal, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { loadPortfolio } from "#db/queries/portfolio.server.ts";

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
  readonly warnings: ReadonlyArray<MoveWarning & { readonly otherTitle: string | null }>;
  readonly effects: (Omit<MoveEffects, "staff" | "overuse"> & {
    readonly staff: ReadonlyArray<MoveEffects["staff"][number] & { readonly team: string }>;
    readonly overuse: ReadonlyArray<MoveEffects["overuse"][number] & { readonly team: string | null }>;
  }) | null;
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

/** Where a measure stands, what it hangs on, and, with a target, what moving it there would do. */
export function showMove({ db, clock, user }: ServiceContext, measureId: number, target: Placement | null): Result<ShownMove> {
  if (!can(user, "plan:edit")) return forbidden();
  const plan = loadPortfolio(db);
  const measure = plan.measures.find(({ id }) => id === measureId);
  if (measure === undefined) return missing();
  if (authorise(user, "plan:edit", measure) === null) return forbidden();
  const byId = new Map(plan.measures.map((each) => [each.id, each]));
  const neighbours = plan.dependencies.flatMap(({ predecessorId, successorId, lagQuarters }): Neighbour[] => {
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
    if (measure === undefined || target === null) return null;
    const impossible = refuseImpossiblePlace(measure, target)?.refusal ?? null;
    if (impossible !== null) return { target, impossible, warnings: [], effects: null };
    const { years, staff, overuse } = moveEffects({ measure, target, plan, horizon: horizonOf(plan.municipality) });
    const teamName = (teamId: number): string => plan.teams.find((team) => team.id === teamId)?.name ?? "";
    return {
      target,
      impossible,
      warnings: moveWarnings(measure, target, plan).map((warning) => ({ ...warning, otherTitle: "otherId" in warning ? (byId.get(warning.otherId)?.title ?? "") : null })),
      effects: {
        years,
        staff: staff.map((effect) => ({ ...effect, team: teamName(effect.teamId) })),
        overuse: overuse.map((effect) => ({ ...effect, team: effect.kind === "staff" ? teamName(effect.teamId) : null })),
      },
    };
  }
}
