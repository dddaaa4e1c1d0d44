import { describe, expect, it } from "vitest";
import { cents } from "#app/domain/money/cents.ts";
import { noChanges } from "#app/domain/planning/scenario.ts";
import { adoptPlan } from "#app/services/planning/adopt-plan.server.ts";
import { showAdoption } from "#app/services/planning/show-adoption.server.ts";
import { undoAdoption } from "#app/services/planning/undo-adoption.server.ts";
import { formatCell, formatValue } from "#app/reports/format.ts";
import { labelOf } from "#app/reports/labels.ts";
import { findAdoptedPlan } from "#db/queries/plan-adoptions.server.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople } from "#tests/support/people.ts";
import { normal } from "#tests/support/pdf.ts";
import { aPlan, placed, storeRun } from "#tests/support/plans.ts";
import { aMeasure, aPortfolio } from "#tests/support/portfolio.ts";
import { aReport } from "#tests/support/report.ts";
import { aSnapshot } from "#tests/support/snapshot.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

const portfolio = aPortfolio({ measures: [aMeasure({ id: 1, title: "E-Akte" }), aMeasure({ id: 2, title: "Portal" })] });

/** A plan with the file taken over and the portal left out. */
function anAdoption() {
  const db = emptyDatabase();
  storePortfolio(db, portfolio);
  const { officer } = enrolPeople(db);
  const plan = aPlan({ placed: [placed(1, "2028-Q1", { assumed: ["cost"] })], leftOut: [{ measureId: 2, reason: "unknownDuration", mandatory: true }], objective: 900, bound: 1_000, seed: 7, steps: 1_234, plannerVersion: "9" });
  const runId = storeRun(officer, { plan, changes: noChanges });
  const shown = showAdoption(officer, runId);
  if (!shown.ok) throw new Error(JSON.stringify(shown));
  const line = shown.value.adoption.lines.find((each) => each.measureId === 1);
  const adopted = adoptPlan(officer, { runId, taken: [{ measureId: 1, rowVersion: line?.rowVersion ?? 0 }], setPlanned: false });
  if (!adopted.ok) throw new Error(JSON.stringify(adopted));
  return { db, officer, runId, adoptionId: adopted.value.adoptionId, assumed: line?.assumed };
}

const sectionOf = (content: ReturnType<typeof aSnapshot>) => aReport(content).sections.find((section) => section.id === "adoptedPlan");

describe("the computed plan in a frozen version and its report", () => {
  it("is not there where no plan was taken over, nor where it was taken back", () => {
    expect(sectionOf(aSnapshot(portfolio))).toBeUndefined();
    const { db, officer, runId, adoptionId } = anAdoption();
    expect(findAdoptedPlan(db)?.run.id).toBe(runId);
    expect(undoAdoption(officer, { runId, adoptionId, skipChanged: false }).ok).toBe(true);
    expect(findAdoptedPlan(db)).toBeNull();
  });

  it("says value, bound, gap, seed, version, assumptions, and what is left out and why", () => {
    const { db, assumed } = anAdoption();
    const source = findAdoptedPlan(db);
    if (source === null) throw new Error("there is one");
    expect(assumed).toEqual(["cost"]);
    const content = aSnapshot(portfolio, {}, null, { ...source, settings: { ...source.settings, unknownEstimates: "assume", assumedCostCents: cents(3_000_000) } });
    const blocks = sectionOf(content)?.blocks ?? [];
    const figures = blocks.flatMap((block) => (block.kind === "keyFigures" ? block.figures.map(({ label, value }) => [labelOf(label), normal(formatValue(value))]) : []));
    expect(Object.fromEntries(figures)).toMatchObject({ "Maßnahmen übernommen": "1", "Maßnahmen nicht im Plan": "1", "Wert des Plans in Punkten": "900", "Obergrenze für jeden Plan": "1.000", Güte: "höchstens 10,0 % unter dem bestmöglichen Plan" });
    const rows = blocks.flatMap((block) => (block.kind === "table" ? block.rows.map((row) => row.map((cell) => normal(formatCell(cell)))) : []));
    expect(rows).toContainEqual(["E-Akte", "Kosten"]);
    expect(rows).toContainEqual(["Portal", "ja", "Die Dauer ist nicht bekannt"]);
    expect(rows).toContainEqual(["Startwert", "7"]);
    expect(rows).toContainEqual(["Fassung des Planers", "9"]);
    expect(rows).toContainEqual(["Angenommene Kosten in Euro", "30.000,00"]);
  });

  it("calls no bound where a mandatory measure found no place, and no measure a link that the version does not have", () => {
    const { db } = anAdoption();
    const source = findAdoptedPlan(db);
    if (source === null) throw new Error("there is one");
    const without = aSnapshot(aPortfolio(), {}, null, { ...source, plan: { ...source.plan, leftOut: [{ measureId: 2, reason: "notChosen", mandatory: true }] } });
    expect(without.resources.adoptedPlan?.bound).toBeNull();
    const cells = sectionOf(without)?.blocks.flatMap((block) => (block.kind === "table" ? block.rows.flat() : [])) ?? [];
    expect(cells.filter((cell) => cell.unit === "measure")).toEqual([]);
  });
});
