import type { Quarter } from "#app/domain/calendar/quarter.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { applyScenario } from "#app/domain/planning/apply-scenario.ts";
import { compareMeasures, type MeasurePlace, type NamedMeasure, type PlaceChange } from "#app/domain/planning/compare-plans.ts";
import { forbidden, missing, ok, type Result } from "#app/domain/result.ts";
import { buildPlanComparison, type NamedRun, type PlanComparisonReport } from "#app/reports/build/plan-comparison-report.ts";
import { exportSlots } from "#app/reports/render/export-slots.server.ts";
import { renderPlanComparisonCsv, renderPlanComparisonPdf, renderPlanComparisonXlsx } from "#app/reports/render/plan-comparison-files.server.ts";
import { comparisonPage, runNames, type ComparisonPageSection } from "#app/reports/render/plan-comparison-text.ts";
import { beside } from "#app/services/beside.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { findPlanRun, listPlanRuns, planRunContent } from "#db/queries/plan-runs.server.ts";
import { loadMunicipality } from "#db/queries/portfolio.server.ts";
import { hasManyMeasures } from "./many-measures.server.ts";

export const MOST_COMPARED = 4;
const LEAST_COMPARED = 2;
const MOST_OFFERED = 30;

type Asked = { readonly runIds: readonly number[]; readonly allMeasures: boolean };

/** Measures that begin at another time than in the first plan, or in only one of the two. */
export type ShiftPicture = {
  readonly name: string;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly rows: ReadonlyArray<NamedMeasure & { readonly from: Quarter | null; readonly to: Quarter | null; readonly change: PlaceChange }>;
};

export type ShownComparison = {
  /** All that could be compared, newest first. */
  readonly offered: ReadonlyArray<{ readonly id: number; readonly scenarioName: string | null; readonly startedAt: string }>;
  readonly runIds: readonly number[];
  /** Of those asked for, the ones that are still computed. */
  readonly runningIds: readonly number[];
  /** Null while fewer than two or more than four are chosen, or one of them is still computed. */
  readonly sections: readonly ComparisonPageSection[] | null;
  /** One for each plan but the first. */
  readonly pictures: readonly ShiftPicture[];
  readonly runs: ReadonlyArray<{ readonly runId: number; readonly name: string }>;
  readonly mayExport: boolean;
  readonly mayAdopt: boolean;
  readonly allMeasures: boolean;
};

/** Plans side by side, and what could be compared. */
export function showPlanComparison(service: ServiceContext, asked: Asked): Result<ShownComparison> {
  const { db, user } = service;
  if (!can(user, "plan:read")) return forbidden();
  const offered = listPlanRuns(db, { limit: MOST_OFFERED })
    .filter((run) => run.state !== "running" && run.objective !== null)
    .map(({ id, scenarioName, startedAt }) => ({ id, scenarioName, startedAt }));
  const runningIds = asked.runIds.filter((runId) => findPlanRun(db, runId)?.state === "running");
  if (asked.runIds.length < LEAST_COMPARED || asked.runIds.length > MOST_COMPARED || runningIds.length > 0) {
    return ok({ offered, runIds: asked.runIds, runningIds, sections: null, pictures: [], runs: [], mayExport: false, mayAdopt: false, allMeasures: asked.allMeasures });
  }
  const report = readComparison(service, asked);
  if (!report.ok) return report;
  const { names, runs } = report.value;
  return ok({
    offered,
    runIds: asked.runIds,
    runningIds,
    sections: comparisonPage(report.value),
    pictures: picturesOf(report.value),
    runs: runs.map(({ runId }, index) => ({ runId, name: names[index] ?? "" })),
    mayExport: can(user, "report:export"),
    mayAdopt: can(user, "planner:run"),
    allMeasures: asked.allMeasures,
  });
}

/** The same for many measures, without holding up other requests. */
export const showPlanComparisonBeside = beside({ lane: "planning", name: "showPlanComparison", isLarge: hasManyMeasures }, showPlanComparison);

/** What one plan does otherwise than another in a paragraph; null where it cannot be told. */
export function shiftInShort(service: ServiceContext, baseId: number, otherId: number): string | null {
  if (baseId === otherId) return null;
  const report = readComparison(service, { runIds: [baseId, otherId], allMeasures: false });
  if (!report.ok) return null;
  const lead = comparisonPage(report.value)[0]?.blocks[0];
  return lead?.kind === "paragraph" ? lead.text : null;
}

function picturesOf({ runs, names }: PlanComparisonReport): ShiftPicture[] {
  const { firstYear, lastYear } = runs[0]?.input.horizon ?? { firstYear: 0, lastYear: 0 };
  const measures = compareMeasures(runs);
  const startOf = (place: MeasurePlace | undefined): Quarter | null => (place?.kind === "placed" ? place.startQuarter : null);
  return names.slice(1).map((name, index) => ({
    name,
    firstYear,
    lastYear,
    rows: measures.flatMap(({ measureId, title, places }) => {
      const other = places[index + 1];
      if (other === undefined || other.change.kind === "same" || other.change.kind === "incomparable") return [];
      return [{ measureId, title, from: startOf(places[0]?.place), to: startOf(other.place), change: other.change }];
    }),
  }));
}

function readComparison({ db, user }: ServiceContext, { runIds, allMeasures }: Asked): Result<PlanComparisonReport> {
  if (!can(user, "plan:read")) return forbidden();
  const runs: NamedRun[] = [];
  for (const runId of runIds) {
    const run = findPlanRun(db, runId);
    const content = planRunContent(db, runId);
    if (run === null || content === null || run.state === "running" || content.plan === null) return missing();
    runs.push({ runId, scenario: run.scenarioName, startedAt: run.startedAt, warmFrom: run.warmFrom, plan: content.plan, settings: content.settings, input: applyScenario(content.input, content.changes) });
  }
  if (runs.length < LEAST_COMPARED || runs.length > MOST_COMPARED) return missing();
  return ok(buildPlanComparison({ runs, names: runNames(runs), municipality: loadMunicipality(db), allMeasures }));
}

const slots = exportSlots({ running: 1, waiting: 4 });
export const comparisonFormats = ["pdf", "xlsx", "csv"] as const;
export type ComparisonFormat = (typeof comparisonFormats)[number];

const mediaTypes = {
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
} as const satisfies Record<ComparisonFormat, string>;

export type ExportedComparison = { readonly state: "done"; readonly file: { readonly name: string; readonly mediaType: string; readonly bytes: Buffer } } | { readonly state: "busy" };

/** The comparison as a file, with every measure in it. */
export async function exportPlanComparison(service: ServiceContext, runIds: readonly number[], format: ComparisonFormat, root: string): Promise<Result<ExportedComparison>> {
  if (!can(service.user, "report:export")) return forbidden();
  const report = readComparison(service, { runIds, allMeasures: true });
  if (!report.ok) return report;
  const render = { pdf: () => renderPlanComparisonPdf(report.value, root), xlsx: () => renderPlanComparisonXlsx(report.value), csv: () => Promise.resolve(Buffer.from(renderPlanComparisonCsv(report.value))) };
  const bytes = await slots.run(render[format]);
  return ok(bytes === null ? { state: "busy" } : { state: "done", file: { name: `Planvergleich_${runIds.join("-")}.${format}`, mediaType: mediaTypes[format], bytes } });
}
