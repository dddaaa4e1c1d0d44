import { oneOffExpense, runningExpense } from "#app/domain/committee/compare-versions.ts";
import type { SnapshotContent } from "#app/domain/committee/snapshot.ts";
import type { Measure } from "#app/domain/measures/measure.ts";
import type { Fact, MeasureGroup, MeasureSheet, TableBlock } from "#app/reports/model.ts";
import { code, codeColumns, codes, column, count, date, label, list, money, percent, personDays, points, quarterValue, text, yesNo } from "./values.ts";

/** A sheet (Steckbrief) for every measure, by action field in its order, then by rank; measures without a field come last. */
export function measureGroups(content: SnapshotContent): MeasureGroup[] {
  const names = sheetNames(content);
  const byRank = [...content.portfolio.measures].sort((a, b) => names.position(a.id) - names.position(b.id) || a.id - b.id);
  const sheetsOf = (actionFieldId: number | null) => byRank.filter((measure) => measure.actionFieldId === actionFieldId).map((measure) => measureSheet(measure, names));
  return [
    ...content.portfolio.actionFields.map((field) => ({ name: text(field.name), description: field.description, sheets: sheetsOf(field.id) })),
    { name: label("noActionField"), description: "", sheets: sheetsOf(null) },
  ].filter((group) => group.sheets.length > 0);
}

type Names = ReturnType<typeof sheetNames>;

function sheetNames({ portfolio, ranking }: SnapshotContent) {
  const units = new Map(portfolio.orgUnits.map((unit) => [unit.id, unit.name]));
  const teams = new Map(portfolio.teams.map((team) => [team.id, team.name]));
  const goals = new Map(portfolio.goals.map((goal) => [goal.id, goal.title]));
  const fields = new Map(portfolio.actionFields.map((field) => [field.id, field.name]));
  const titles = new Map(portfolio.measures.map((measure) => [measure.id, measure.title]));
  const entries = new Map(ranking.entries.map((entry) => [entry.measureId, entry]));
  return {
    unit: (id: number | null) => (id === null ? null : (units.get(id) ?? null)),
    team: (id: number) => teams.get(id) ?? null,
    goal: (id: number) => goals.get(id) ?? "",
    field: (id: number | null) => (id === null ? null : (fields.get(id) ?? null)),
    predecessors: (id: number) => portfolio.dependencies.filter((each) => each.successorId === id).map((each) => titles.get(each.predecessorId) ?? ""),
    entry: (id: number) => entries.get(id),
    codeColumns: codeColumns(portfolio.municipality),
    position: (id: number) => entries.get(id)?.position ?? Number.MAX_SAFE_INTEGER,
  };
}

function measureSheet(measure: Measure, names: Names): MeasureSheet {
  return {
    measureId: measure.id,
    title: measure.title,
    summary: measure.summary,
    description: measure.description,
    facts: measureFacts(measure, names),
    tables: measureTables(measure, names).filter((table) => table.rows.length > 0),
  };
}

/** The same facts in the same order for every measure, so that they can be the columns of one sheet. */
export function measureFacts(measure: Measure, names: Names): Fact[] {
  const oneOff = oneOffExpense(measure);
  const running = runningExpense(measure);
  const entry = names.entry(measure.id);
  const has = (rhythm: "oneOff" | "running") => measure.costItems.some((item) => item.rhythm === rhythm && item.direction === "expense");
  return [
    { label: "status", value: code("status", measure.status) },
    { label: "leadUnit", value: text(names.unit(measure.leadUnitId)) },
    { label: "participatingUnits", value: list(measure.participatingUnitIds.map((id) => names.unit(id) ?? "")) },
    { label: "responsiblePerson", value: text(measure.responsiblePerson) },
    { label: "start", value: quarterValue(measure.startQuarter) },
    { label: "end", value: measure.permanentTask && measure.endQuarter === null ? label("permanentTask") : quarterValue(measure.endQuarter) },
    ...(measure.timeframeText === "" ? [] : [{ label: "timeframeText" as const, value: text(measure.timeframeText) }]),
    ...(measure.earliestStart === null ? [] : [{ label: "earliestStart" as const, value: date(measure.earliestStart) }]),
    ...(measure.deadline === null ? [] : [{ label: "deadline" as const, value: date(measure.deadline) }]),
    ...(measure.deadlineReason === "" ? [] : [{ label: "deadlineReason" as const, value: text(measure.deadlineReason) }]),
    { label: "rank", value: entry === undefined ? text("–") : count(entry.position) },
    ...(entry?.overrideReason ? [{ label: "overrideReason" as const, value: text(entry.overrideReason) }] : []),
    { label: "score", value: points(entry?.scoreTenths ?? null) },
    { label: "oneOff", value: has("oneOff") ? money(oneOff.known, oneOff.unknownCount) : text("–") },
    { label: "runningPerYear", value: has("running") ? money(running.known, running.unknownCount) : text("–") },
    { label: "progress", value: percent(measure.progressPercent) },
    { label: "trafficLight", value: code("trafficLight", measure.trafficLight) },
    ...(measure.trafficLightReason === "" ? [] : [{ label: "trafficLightReason" as const, value: text(measure.trafficLightReason) }]),
    { label: "planningHorizon", value: code("planningHorizon", measure.planningHorizon) },
    { label: "effectDirection", value: code("effectDirection", measure.effectDirection) },
    { label: "targetGroups", value: codes("targetGroup", measure.targetGroups) },
    { label: "goals", value: list(measure.goalIds.map(names.goal)) },
    { label: "predecessors", value: list(names.predecessors(measure.id)) },
    ...(measure.permanentTask ? [{ label: "permanentTask" as const, value: yesNo(true) }] : []),
    ...(measure.source === "" ? [] : [{ label: "source" as const, value: text(measure.source) }]),
    ...(measure.externalReference === "" ? [] : [{ label: "externalReference" as const, value: text(measure.externalReference) }]),
  ];
}

function measureTables(measure: Measure, names: Names): TableBlock[] {
  return [
    {
      kind: "table",
      caption: "costItems",
      columns: [
        column("costItem", "text", "wide"),
        column("rhythm", "code", "narrow"),
        column("budgetKind", "code", "narrow"),
        column("direction", "code", "narrow"),
        ...names.codeColumns,
        column("amount", "cents"),
      ],
      rows: measure.costItems.map((item) => [
        text(item.estimateNote === "" ? item.title : `${item.title} (${item.estimateNote})`),
        code("costRhythm", item.rhythm),
        code("budgetKind", item.budgetKind),
        code("cashDirection", item.direction),
        text(item.budgetProduct),
        text(item.budgetAccount),
        money(item.amountCents),
      ]),
      totals: [],
    },
    {
      kind: "table",
      caption: "staffDemands",
      columns: [column("addressee", "text", "wide"), column("personDays", "personDays", "narrow"), column("basis", "code", "narrow"), column("staffSource", "code")],
      rows: measure.staffDemands.map((demand) => [
        text(demand.teamId === null ? names.unit(demand.orgUnitId) : names.team(demand.teamId)),
        personDays(demand.personDays),
        code("demandBasis", demand.basis),
        code("staffSource", demand.staffSource),
      ]),
      totals: [],
    },
    {
      kind: "table",
      caption: "milestones",
      columns: [column("milestone", "text", "wide"), column("dueDate", "date", "narrow"), column("reachedOn", "date", "narrow")],
      rows: measure.milestones.map((milestone) => [text(milestone.title), date(milestone.dueDate), milestone.reachedOn === null ? text("–") : date(milestone.reachedOn)]),
      totals: [],
    },
    {
      kind: "table",
      caption: "benefits",
      columns: [
        column("benefitKind", "code"),
        column("savingPerYear", "cents", "narrow"),
        column("hoursPerYear", "hours", "narrow"),
        column("description", "text", "wide"),
        column("estimateBasis", "text", "wide"),
      ],
      rows: measure.benefits.map((benefit) => [
        code("benefitKind", benefit.kind),
        benefit.kind === "savingPerYear" ? money(benefit.amountCents) : text("–"),
        benefit.kind === "hoursPerYear" ? { unit: "hours", value: benefit.hoursPerYear } : text("–"),
        benefit.description === "" ? text("–") : text(benefit.description),
        text(benefit.estimateBasis),
      ]),
      totals: [],
    },
  ];
}
