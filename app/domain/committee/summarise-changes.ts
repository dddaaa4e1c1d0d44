import type { Measure, CostItem } from "#app/domain/measures/measure.ts";
import type { MeasureStatus, TrafficLight } from "#app/domain/measures/vocabulary.ts";
import { sumKnown, type PartialSum } from "#app/domain/money/cents.ts";
import { claimsMoney } from "#app/domain/resources/plan-scope.ts";
import type { Comparable, MeasureChange, VersionChanges } from "./compare-versions.ts";

/** What changed, as the few statements a person would make; codes with raw values, the sentences live in i18n. */
export type ChangeStatement =
  | { readonly code: "unchanged" }
  | { readonly code: "added"; readonly titles: readonly string[] }
  | { readonly code: "removed"; readonly titles: readonly string[] }
  | { readonly code: "status"; readonly status: MeasureStatus; readonly titles: readonly string[] }
  | { readonly code: "light"; readonly light: TrafficLight; readonly titles: readonly string[] }
  | { readonly code: "postponed"; readonly titles: readonly string[] }
  | { readonly code: "advanced"; readonly titles: readonly string[] }
  | { readonly code: "redated"; readonly titles: readonly string[] }
  | { readonly code: "oneOffTotal"; readonly before: PartialSum; readonly after: PartialSum }
  | { readonly code: "runningTotal"; readonly before: PartialSum; readonly after: PartialSum }
  | { readonly code: "rank"; readonly count: number; readonly title: string; readonly before: number; readonly after: number }
  | { readonly code: "frames"; readonly count: number }
  | { readonly code: "weights"; readonly criteria: readonly string[] }
  | { readonly code: "groupWeights"; readonly groups: readonly string[] }
  | { readonly code: "details"; readonly count: number };

export function summariseChanges({ before, after, changes }: { readonly before: Comparable; readonly after: Comparable; readonly changes: VersionChanges }): ChangeStatement[] {
  const statements: ChangeStatement[] = [];
  const state = (statement: ChangeStatement & { readonly titles: readonly string[] }) => {
    if (statement.titles.length > 0) statements.push(statement);
  };
  state({ code: "added", titles: changes.added.map((each) => each.title) });
  state({ code: "removed", titles: changes.removed.map((each) => each.title) });
  for (const [status, titles] of groupByNewValue(changes.changed, "status")) state({ code: "status", status: status as MeasureStatus, titles });
  for (const [light, titles] of groupByNewValue(changes.changed, "trafficLight")) state({ code: "light", light: light as TrafficLight, titles });
  const titlesWhere = (holds: (shift: number | null) => boolean) => changes.moved.filter((each) => holds(each.startShift ?? each.endShift)).map((each) => each.title);
  state({ code: "postponed", titles: titlesWhere((shift) => shift !== null && shift > 0) });
  state({ code: "advanced", titles: titlesWhere((shift) => shift !== null && shift < 0) });
  state({ code: "redated", titles: titlesWhere((shift) => shift === null || shift === 0) });
  for (const [code, rhythm] of [["oneOffTotal", "oneOff"], ["runningTotal", "running"]] as const) {
    const [from, to] = [total(before, rhythm), total(after, rhythm)];
    if (from.known !== to.known || from.unknownCount !== to.unknownCount) statements.push({ code, before: from, after: to });
  }
  const leaps = changes.rankChanged.flatMap((each) => (each.before === null || each.after === null ? [] : [{ title: each.title, before: each.before, after: each.after }]));
  const [greatest] = [...leaps].sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || a.after - b.after);
  if (greatest !== undefined) statements.push({ code: "rank", count: leaps.length, ...greatest });
  if (changes.frames.length > 0) statements.push({ code: "frames", count: changes.frames.length });
  if (changes.weights.length > 0) statements.push({ code: "weights", criteria: changes.weights.map((each) => each.criterion) });
  if (changes.groupWeights.length > 0) statements.push({ code: "groupWeights", groups: changes.groupWeights.map((each) => each.group) });
  if (changes.changed.length > 0) statements.push({ code: "details", count: changes.changed.length });
  return statements.length > 0 ? statements : [{ code: "unchanged" }];
}

function groupByNewValue(changed: readonly MeasureChange[], field: "status" | "trafficLight"): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const change of changed) {
    const value = change.fields.find((each) => each.field === field)?.after;
    if (typeof value === "string") groups.set(value, [...(groups.get(value) ?? []), change.title]);
  }
  return groups;
}

const total = ({ portfolio }: Comparable, rhythm: CostItem["rhythm"]): PartialSum =>
  sumKnown(
    portfolio.measures
      .filter((measure: Measure) => claimsMoney(measure, "planned"))
      .flatMap((measure) => measure.costItems)
      .filter((item) => item.rhythm === rhythm && item.direction === "expense")
      .map((item) => item.amountCents),
  );
