import { compareVersions } from "#app/domain/committee/compare-versions.ts";
import type { SnapshotContent } from "#app/domain/committee/snapshot.ts";
import { summariseChanges } from "#app/domain/committee/summarise-changes.ts";
import type { LabelCode } from "#app/reports/labels.ts";
import type { Column, Section, Value } from "#app/reports/model.ts";
import { column, count, delta, measureLink, money, quarterValue, text } from "./values.ts";

/** Plain sentences first, then one table for each kind of change; a table without rows is left out. */
export function changesSection(content: SnapshotContent, base: SnapshotContent | null): Section {
  if (base === null) return { id: "changes", blocks: [{ kind: "changes", base: null, statements: [] }] };
  const changes = compareVersions(base, content);
  const { number, title, frozenAt } = base.meta;
  const tables = [
    table("movedTable", [column("measure", "measure", "wide"), column("startBefore", "quarter"), column("startAfter", "quarter"), column("endBefore", "quarter"), column("endAfter", "quarter"), column("shift", "quarters", "narrow")],
      changes.moved.map((each) => [measureLink(each.measureId, each.title), quarterValue(each.before.start), quarterValue(each.after.start), quarterValue(each.before.end), quarterValue(each.after.end), { unit: "quarters", value: each.startShift ?? each.endShift }])),
    table("costChangedTable", [column("measure", "measure", "wide"), column("oneOffBefore", "cents"), column("oneOffAfter", "cents"), column("delta", "deltaCents"), column("runningBefore", "cents"), column("runningAfter", "cents"), column("delta", "deltaCents")],
      changes.costChanged.map((each) => [
        measureLink(each.measureId, each.title),
        money(each.oneOff.before.known, each.oneOff.before.unknownCount),
        money(each.oneOff.after.known, each.oneOff.after.unknownCount),
        delta(each.oneOff.delta),
        money(each.running.before.known, each.running.before.unknownCount),
        money(each.running.after.known, each.running.after.unknownCount),
        delta(each.running.delta),
      ])),
    table("rankChangedTable", [column("measure", "measure", "wide"), column("before", "count", "narrow"), column("after", "count", "narrow")],
      changes.rankChanged.map((each) => [measureLink(each.measureId, each.title), rank(each.before), rank(each.after)])),
    table("fieldsTable", [column("measure", "measure", "wide"), column("change", "text"), column("before", "text", "wide"), column("after", "text", "wide")], changes.changed.flatMap(fieldRows)),
    table("framesTable", [column("year", "year", "narrow"), column("budgetKind", "code"), column("before", "cents"), column("after", "cents")],
      changes.frames.map((each) => [{ unit: "year", value: each.fiscalYear }, { unit: "code", vocabulary: "budgetKind", value: each.budgetKind }, money(each.before), money(each.after)])),
    table("weightsTable", [column("criterion", "text", "wide"), column("before", "count", "narrow"), column("after", "count", "narrow")],
      changes.weights.map((each) => [text(each.criterion), rank(each.before), rank(each.after)])),
    table("groupWeightsTable", [column("raterGroup", "text", "wide"), column("before", "count", "narrow"), column("after", "count", "narrow")],
      changes.groupWeights.map((each) => [text(each.group), rank(each.before), rank(each.after)])),
  ].filter((block) => block.rows.length > 0);
  return { id: "changes", blocks: [{ kind: "changes", base: { number, title, frozenAt }, statements: summariseChanges({ before: base, after: content, changes }) }, ...tables] };
}

const table = (caption: LabelCode, columns: readonly Column[], rows: ReadonlyArray<readonly Value[]>) => ({ kind: "table" as const, caption, columns, rows, totals: [] });

const rank = (value: number | null): Value => (value === null ? text("–") : count(value));

type Change = ReturnType<typeof compareVersions>["changed"][number];

/** Everything that changed in a measure, field by field, then what hangs on it; complete, so that its own page can show it alone. */
function fieldRows(change: Change): Value[][] {
  return [
    ...change.fields.map((each): Value[] => [
      measureLink(change.measureId, change.title),
      { unit: "field", value: each.field },
      { unit: "fieldValue", field: each.field, value: each.before },
      { unit: "fieldValue", field: each.field, value: each.after },
    ]),
    ...change.parts.map((part): Value[] => [
      measureLink(change.measureId, change.title),
      { unit: "partName", value: part.part },
      { unit: "part", value: part, side: "before" },
      { unit: "part", value: part, side: "after" },
    ]),
  ];
}
