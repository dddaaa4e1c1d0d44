import type { Quarter } from "#app/domain/calendar/quarter.ts";
import type { Measure } from "#app/domain/measures/measure.ts";
import type { MoveBreak } from "#app/domain/planning/move-breaks.ts";
import { moveWithDependents, type HeldBecause } from "#app/domain/planning/move-with-dependents.ts";
import type { PlaceChange } from "#app/domain/planning/plan-move.ts";
import type { Placement } from "#app/domain/planning/reschedule.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { loadMoveRows } from "#db/queries/plan-moves.server.ts";
import { listTeams } from "#db/queries/teams.server.ts";
import { breaksAfter, chainedMeasures, planToJudge } from "./plan-to-judge.server.ts";

/** With the names of what it is about: the measure, the one it depends on or that depends on it, the team. */
export type NamedBreak = MoveBreak & { readonly title: string; readonly otherTitle: string; readonly team: string };
/** Another measure that would move, with the version that was looked at. */
export type OfferedPlace = { readonly measureId: number; readonly title: string; readonly rowVersion: number; readonly status: Measure["status"]; readonly permanentTask: boolean; readonly before: Placement; readonly after: Placement };

/** What moving those that wait along would do. */
export type OfferedDependents = {
  readonly along: readonly OfferedPlace[];
  readonly blocked: ReadonlyArray<{ readonly measureId: number; readonly title: string; readonly because: HeldBecause; readonly earliestStart: Quarter }>;
  readonly unjudged: ReadonlyArray<{ readonly measureId: number; readonly title: string; readonly predecessorTitle: string }>;
  /** What still does not hold then. */
  readonly breaks: readonly NamedBreak[];
};

/** What a measure's new place breaks, and what could be done about it. `dependents` null: nobody who waits would have to move. */
export type MoveOffersData = { readonly breaks: readonly NamedBreak[]; readonly dependents: OfferedDependents | null };

export function moveOffers({ db, user }: Pick<ServiceContext, "db" | "user">, measure: Pick<Measure, "id"> & Placement, target: Placement): MoveOffersData {
  const named = namer(db);
  const own: PlaceChange = { measureId: measure.id, before: { startQuarter: measure.startQuarter, endQuarter: measure.endQuarter }, after: target };
  const breaks = breaksAfter(db, [own]);
  const { changes, blocked, unjudged } = moveWithDependents({ measures: chainedMeasures(db, user), dependencies: planToJudge(db).dependencies, move: { measureId: measure.id, ...target } });
  const along = named.places(changes.slice(1));
  const dependents: OfferedDependents | null =
    along.length === 0 && blocked.length === 0
      ? null
      : {
          along,
          blocked: blocked.map((each) => ({ ...each, title: named.title(each.measureId) })),
          unjudged: unjudged.map(({ measureId, predecessorId }) => ({ measureId, title: named.title(measureId), predecessorTitle: named.title(predecessorId) })),
          breaks: named.breaks(breaksAfter(db, changes)),
        };
  return { breaks: named.breaks(breaks), dependents };
}

/** Puts names to numbers. */
export function namer(db: ServiceContext["db"]) {
  const teams = listTeams(db, "active");
  const byId = new Map(loadMoveRows(db).map((measure) => [measure.id, measure]));
  const title = (id: number): string => byId.get(id)?.title ?? "";
  return {
    title,
    team: (id: number): string => teams.find((team) => team.id === id)?.name ?? "",
    breaks: (breaks: readonly MoveBreak[]): NamedBreak[] =>
      breaks.map((each) => ({
        ...each,
        title: "measureId" in each ? title(each.measureId) : "",
        otherTitle: "otherId" in each ? title(each.otherId) : "",
        team: "teamId" in each ? (teams.find((team) => team.id === each.teamId)?.name ?? "") : "",
      })),
    places: (changes: readonly PlaceChange[]): OfferedPlace[] =>
      changes.flatMap(({ measureId, before, after }) => {
        const measure = byId.get(measureId);
        if (measure === undefined) return [];
        const { rowVersion, status, permanentTask } = measure;
        return [{ measureId, title: measure.title, rowVersion, status, permanentTask, before, after }];
      }),
  };
}
