import type { PlannerInput } from "./planner-input.ts";
import { defaultSettings, type PlanningSettings, type ScenarioChanges } from "./scenario.ts";

type Live = Pick<PlannerInput, "posts" | "teams" | "measures" | "budgetLines">;

/**
 * What is kept of a filled-in form: a post as in the live plan is no change, unless the scenario had already said so itself;
 * a team without days more or less is none either.
 */
export function keptChanges(wanted: ScenarioChanges, { live, stored }: { readonly live: Pick<Live, "posts">; readonly stored: ScenarioChanges }): ScenarioChanges {
  const liveCounted = new Map(live.posts.map(({ id, counted }) => [id, counted]));
  const said = new Map(stored.posts.map(({ postId, counted }) => [postId, counted]));
  return {
    ...wanted,
    posts: wanted.posts.filter(({ postId, counted }) => liveCounted.get(postId) !== counted || said.get(postId) === counted),
    capacities: wanted.capacities.filter(({ deltaPersonDays }) => deltaPersonDays !== 0),
  };
}

/** What a scenario names that does not exist (any more), by the part of its changes. */
export function unknownReferences({ posts, capacities, lines, measures }: ScenarioChanges, live: Live): { readonly posts: number[]; readonly teams: number[]; readonly lines: number[]; readonly measures: number[] } {
  const missing = (wanted: readonly number[], known: ReadonlyArray<{ readonly id: number }>) => {
    const ids = new Set(known.map((each) => each.id));
    return wanted.filter((id) => !ids.has(id));
  };
  return {
    posts: missing(posts.map((each) => each.postId), live.posts),
    teams: missing(capacities.map((each) => each.teamId), live.teams),
    lines: missing(lines.map((each) => each.lineId), live.budgetLines),
    measures: missing(measures.map((each) => each.measureId), live.measures),
  };
}

export const changedSettings = (settings: PlanningSettings): number => (Object.keys(defaultSettings) as Array<keyof PlanningSettings>).filter((name) => settings[name] !== defaultSettings[name]).length;

export const countChanges = ({ capacities, frames, lines, posts, measures }: ScenarioChanges, settings: PlanningSettings): number =>
  capacities.length + frames.length + lines.length + posts.length + measures.length + changedSettings(settings);
