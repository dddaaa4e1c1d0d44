import { quarterRange } from "#app/domain/calendar/quarter.ts";
import type { BudgetFrame, TeamCapacity } from "#app/domain/portfolio/portfolio.ts";
import { effectiveCapacities } from "#app/domain/resources/effective-capacity.ts";
import { quartersOf } from "#app/domain/resources/horizon.ts";
import type { PlannerInput } from "./planner-input.ts";
import type { ScenarioChanges } from "./scenario.ts";

/**
 * The planner's input as the scenario changes it. A capacity is changed where it is known; a change of what nobody knows
 * stays unknown. What no longer exists (a post that was deleted since) is passed over.
 */
export function applyScenario(input: PlannerInput, changes: ScenarioChanges): PlannerInput {
  const countedOf = new Map(changes.posts.map(({ postId, counted }) => [postId, counted]));
  const appropriationOf = new Map(changes.lines.map(({ lineId, appropriationCents }) => [lineId, appropriationCents]));
  const posts = input.posts.map((post) => ({ ...post, counted: countedOf.get(post.id) ?? post.counted }));
  return {
    ...input,
    posts,
    capacities: changeCapacities(input, changes.capacities),
    budgetFrames: changeFrames(input.budgetFrames, changes.frames),
    budgetLines: input.budgetLines.map((line) => ({ ...line, appropriationCents: appropriationOf.get(line.id) ?? line.appropriationCents })),
    switches: changes.measures,
  };
}

/** A changed quarter becomes an entered one: what team and staffing give without the posts, which come on top later, and the difference. */
function changeCapacities({ capacities, staffing, teams, horizon }: PlannerInput, changes: ScenarioChanges["capacities"]): TeamCapacity[] {
  if (changes.length === 0) return [...capacities];
  const base = effectiveCapacities({ entered: capacities, staffing, posts: [] }, teams.map((team) => team.id), quartersOf(horizon));
  const deltas = new Map<string, number>();
  for (const { teamId, fromQuarter, toQuarter, deltaPersonDays } of changes) {
    for (const quarter of quarterRange(fromQuarter, toQuarter)) {
      const key = `${teamId} ${quarter}`;
      deltas.set(key, (deltas.get(key) ?? 0) + deltaPersonDays);
    }
  }
  const changed = base.flatMap((each) => {
    const delta = deltas.get(`${each.teamId} ${each.quarter}`);
    return delta === undefined ? [] : [{ ...each, personDays: Math.max(0, each.personDays + delta) }];
  });
  const replaced = new Set(changed.map((each) => `${each.teamId} ${each.quarter}`));
  return [...capacities.filter((each) => !replaced.has(`${each.teamId} ${each.quarter}`)), ...changed];
}

function changeFrames(frames: readonly BudgetFrame[], changes: ScenarioChanges["frames"]): BudgetFrame[] {
  const isChanged = (frame: BudgetFrame) => changes.some((change) => change.fiscalYear === frame.fiscalYear && change.budgetKind === frame.budgetKind);
  return [
    ...frames.filter((frame) => !isChanged(frame)),
    ...changes.flatMap(({ amountCents, ...key }) => (amountCents === null ? [] : [{ ...key, amountCents }])),
  ];
}
