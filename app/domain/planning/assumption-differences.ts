import { nextQuarter, type Quarter } from "#app/domain/calendar/quarter.ts";
import { budgetKinds, type BudgetKind } from "#app/domain/measures/vocabulary.ts";
import type { Cents } from "#app/domain/money/cents.ts";
import { effectiveCapacities } from "#app/domain/resources/effective-capacity.ts";
import type { FteHundredths } from "#app/domain/resources/fte.ts";
import { quartersOf, yearsOf } from "#app/domain/resources/horizon.ts";
import type { ComparedRun } from "./compare-plans.ts";
import type { PlannerInput } from "./planner-input.ts";
import type { MeasureSwitch, PlanningSettings } from "./scenario.ts";

/** In what one run was planned otherwise than another. Null on one side: not there, not known, not decided. */
export type AssumptionDifference =
  | { readonly kind: "postNotCounted" | "postCounted"; readonly postId: number; readonly title: string; readonly fte: FteHundredths }
  | { readonly kind: "capacity"; readonly teamId: number; readonly team: string; readonly fromQuarter: Quarter; readonly toQuarter: Quarter; readonly before: number | null; readonly after: number | null }
  | { readonly kind: "frame"; readonly fiscalYear: number; readonly budgetKind: BudgetKind; readonly before: Cents | null; readonly after: Cents | null }
  | { readonly kind: "line"; readonly lineId: number; readonly name: string; readonly fiscalYear: number; readonly before: Cents | null; readonly after: Cents | null }
  | { readonly kind: "switch"; readonly measureId: number; readonly title: string; readonly before: MeasureSwitch | null; readonly after: MeasureSwitch | null }
  | { readonly kind: "setting"; readonly setting: keyof PlanningSettings; readonly before: string | number | boolean; readonly after: string | number | boolean }
  | { readonly kind: "firstQuarter"; readonly before: Quarter; readonly after: Quarter }
  /** The live plan moved on between the two runs: measures that only one of them knows, or knows with other figures. */
  | { readonly kind: "measures"; readonly added: number; readonly removed: number; readonly changed: number }
  /** What else the live plan has otherwise meanwhile. */
  | { readonly kind: "otherwise"; readonly parts: readonly OtherPart[] };

/** Parts of the input whose differences are only named; "posts": the same post with another share, date or team. */
export const otherParts = ["priorities", "dependencies", "terms", "pairs", "windows", "startLimits", "posts"] as const;
export type OtherPart = (typeof otherParts)[number];

/** Posts first, then capacities, frames, lines, measures, settings, and what changed in the live plan meanwhile. */
export function assumptionDifferences(from: ComparedRun, to: ComparedRun): AssumptionDifference[] {
  return [
    ...postDifferences(from.input, to.input),
    ...capacityDifferences(from.input, to.input),
    ...frameDifferences(from.input, to.input),
    ...lineDifferences(from.input, to.input),
    ...switchDifferences(from.input, to.input),
    ...settingDifferences(from.settings, to.settings),
    ...(from.input.firstQuarter === to.input.firstQuarter ? [] : [{ kind: "firstQuarter" as const, before: from.input.firstQuarter, after: to.input.firstQuarter }]),
    ...measureDifferences(from.input, to.input),
    ...otherDifferences(from.input, to.input),
  ];
}

function postDifferences(from: PlannerInput, to: PlannerInput): AssumptionDifference[] {
  const works = ({ posts }: PlannerInput) => new Set(posts.filter((post) => post.counted && post.state !== "filled").map((post) => post.id));
  const [before, after] = [works(from), works(to)];
  const posts = new Map([...to.posts, ...from.posts].map((post) => [post.id, post]));
  return [...posts.values()]
    .filter(({ id }) => before.has(id) !== after.has(id))
    .sort((a, b) => Number(before.has(b.id)) - Number(before.has(a.id)) || a.id - b.id)
    .map(({ id, title, fte }) => ({ kind: before.has(id) ? "postNotCounted" : "postCounted", postId: id, title, fte }));
}

type CapacityDifference = Extract<AssumptionDifference, { kind: "capacity" }>;

/** Without posts, which are named themselves. Neighbouring quarters with the same difference are one. */
function capacityDifferences(from: PlannerInput, to: PlannerInput): CapacityDifference[] {
  const quarters = quartersOf(to.horizon);
  const teams = new Map([...from.teams, ...to.teams].map((team) => [team.id, team]));
  const known = ({ capacities, staffing }: PlannerInput) =>
    new Map(effectiveCapacities({ entered: capacities, staffing, posts: [] }, [...teams.keys()], quarters).map((each) => [`${each.teamId} ${each.quarter}`, each.personDays]));
  const [before, after] = [known(from), known(to)];
  const found: CapacityDifference[] = [];
  for (const { id, name } of teams.values()) {
    for (const quarter of quarters) {
      const key = `${id} ${quarter}`;
      const difference = { kind: "capacity" as const, teamId: id, team: name, fromQuarter: quarter, toQuarter: quarter, before: before.get(key) ?? null, after: after.get(key) ?? null };
      if (difference.before === difference.after) continue;
      const previous = found.at(-1);
      const continues = previous !== undefined && previous.teamId === id && nextQuarter(previous.toQuarter) === quarter && previous.before === difference.before && previous.after === difference.after;
      if (continues) found[found.length - 1] = { ...previous, toQuarter: quarter };
      else found.push(difference);
    }
  }
  return found;
}

function frameDifferences(from: PlannerInput, to: PlannerInput): AssumptionDifference[] {
  const frameOf = ({ budgetFrames }: PlannerInput, fiscalYear: number, budgetKind: BudgetKind) =>
    budgetFrames.find((frame) => frame.fiscalYear === fiscalYear && frame.budgetKind === budgetKind)?.amountCents ?? null;
  return yearsOf(to.horizon).flatMap((fiscalYear) =>
    budgetKinds.flatMap((budgetKind) => {
      const [before, after] = [frameOf(from, fiscalYear, budgetKind), frameOf(to, fiscalYear, budgetKind)];
      return before === after ? [] : [{ kind: "frame" as const, fiscalYear, budgetKind, before, after }];
    }),
  );
}

/** Of the lines that limit the plan, and what may be spent of them: nothing while the money is locked. */
function lineDifferences(from: PlannerInput, to: PlannerInput): AssumptionDifference[] {
  const limits = ({ budgetLines }: PlannerInput) => new Map(budgetLines.filter((line) => line.limitsPlan).map((line) => [line.id, line]));
  const [before, after] = [limits(from), limits(to)];
  return [...new Map([...before, ...after]).values()].flatMap((line) => {
    const amounts = [before.get(line.id), after.get(line.id)].map((each) => (each?.locked ? (0 as Cents) : (each?.appropriationCents ?? null)));
    const name = [[line.budgetProduct, line.budgetAccount].filter((code) => code !== "").join("/"), line.label].filter((part) => part !== "").join(" ");
    return amounts[0] === amounts[1] ? [] : [{ kind: "line" as const, lineId: line.id, name, fiscalYear: line.fiscalYear, before: amounts[0] ?? null, after: amounts[1] ?? null }];
  });
}

function switchDifferences(from: PlannerInput, to: PlannerInput): AssumptionDifference[] {
  const choices = ({ switches }: PlannerInput) => new Map(switches.map((each) => [each.measureId, each.choice]));
  const [before, after] = [choices(from), choices(to)];
  const titles = new Map([...to.measures, ...from.measures].map(({ id, title }) => [id, title]));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((measureId) => {
    const [was, is] = [before.get(measureId) ?? null, after.get(measureId) ?? null];
    return was === is ? [] : [{ kind: "switch" as const, measureId, title: titles.get(measureId) ?? String(measureId), before: was, after: is }];
  });
}

/** What is assumed for missing figures is no difference where neither run assumes anything. */
function settingDifferences(from: PlanningSettings, to: PlanningSettings): AssumptionDifference[] {
  const assumesNothing = from.unknownEstimates === "leaveOut" && to.unknownEstimates === "leaveOut";
  return (Object.keys(to) as Array<keyof PlanningSettings>)
    .filter((setting) => from[setting] !== to[setting] && !(assumesNothing && setting.startsWith("assumed")))
    .map((setting) => ({ kind: "setting", setting, before: from[setting], after: to[setting] }));
}

function measureDifferences(from: PlannerInput, to: PlannerInput): AssumptionDifference[] {
  const before = new Map(from.measures.map((measure) => [measure.id, measure]));
  const after = new Map(to.measures.map((measure) => [measure.id, measure]));
  const added = [...after.keys()].filter((id) => !before.has(id)).length;
  const removed = [...before.keys()].filter((id) => !after.has(id)).length;
  const changed = [...after].filter(([id, measure]) => before.has(id) && JSON.stringify(before.get(id)) !== JSON.stringify(measure)).length;
  return added + removed + changed === 0 ? [] : [{ kind: "measures", added, removed, changed }];
}

/** Which post counts is told for itself; the version of a row, or a note, is nothing a plan rests on. */
function otherDifferences(from: PlannerInput, to: PlannerInput): AssumptionDifference[] {
  const facts: Readonly<Record<OtherPart, (input: PlannerInput) => unknown>> = {
    priorities: ({ priorities }) => priorities,
    dependencies: ({ dependencies }) => dependencies.map(({ predecessorId, successorId, lagQuarters }) => [predecessorId, successorId, lagQuarters]),
    // A row that says nothing is none.
    terms: ({ terms }) => terms.measures.filter(({ durationQuarters, mandatory, fixed }) => durationQuarters !== null || mandatory || fixed).map(({ measureId, durationQuarters, mandatory, fixed }) => [measureId, durationQuarters, mandatory, fixed]),
    pairs: ({ terms }) => terms.pairs.map(({ kind, firstId, secondId, savingCents }) => [kind, firstId, secondId, savingCents]),
    windows: ({ terms }) => [terms.windows.map(({ note: _note, rowVersion: _version, ...window }) => window), terms.measures.filter((each) => each.fundingWindowId !== null).map(({ measureId, fundingWindowId }) => [measureId, fundingWindowId])],
    startLimits: ({ terms }) => terms.startLimits.map(({ orgUnitId, startsPerQuarter }) => [orgUnitId, startsPerQuarter]),
    posts: ({ posts }) => posts.filter((post) => [from, to].every((input) => input.posts.some((each) => each.id === post.id))).map(({ id, teamId, fte, state, fromQuarter, hiringDelayQuarters, limitedUntil }) => [id, teamId, fte, state === "filled", fromQuarter, hiringDelayQuarters, limitedUntil]),
  };
  const parts = otherParts.filter((part) => JSON.stringify(facts[part](from)) !== JSON.stringify(facts[part](to)));
  return parts.length === 0 ? [] : [{ kind: "otherwise", parts }];
}
