import { keyFigures } from "#app/domain/committee/key-figures.ts";
import { openPoints } from "#app/domain/committee/open-points.ts";
import type { SnapshotContent } from "#app/domain/committee/snapshot.ts";
import type { Cover, Report, Section } from "#app/reports/model.ts";
import { adoptedPlanSection } from "./adopted-plan-section.ts";
import { changesSection } from "./changes-section.ts";
import { measureGroups } from "./measure-sheets.ts";
import { rankingSection } from "./ranking-section.ts";
import { budgetByAccountSection, budgetByYearSection, staffSection } from "./resource-sections.ts";
import { staffPlanSection } from "./staff-plan-section.ts";
import { timelineSection } from "./timeline-section.ts";
import { code, column, count, label, money, personDays } from "./values.ts";

/**
 * The Digitalisierungsbericht of one frozen version. Everything comes from the versions' contents, so the same version
 * gives the same report for as long as it exists.
 */
export function buildDigitalStrategyReport({
  content,
  base,
  sha256,
  submission,
}: {
  readonly content: SnapshotContent;
  /** The version compared with; null for the first. */
  readonly base: SnapshotContent | null;
  readonly sha256: string;
  readonly submission: Cover["submission"];
}): Report {
  const { meta, portfolio } = content;
  const { firstFiscalYear, fiscalHorizon, brandColour, isDemonstration } = portfolio.municipality;
  return {
    cover: {
      municipality: meta.municipality,
      brandColour,
      isDemonstration,
      versionNumber: meta.number,
      title: meta.title,
      note: meta.note,
      frozenAt: meta.frozenAt,
      frozenBy: meta.frozenBy,
      today: meta.today,
      sha256,
      submission,
      firstYear: firstFiscalYear,
      lastYear: firstFiscalYear + fiscalHorizon - 1,
    },
    sections: [
      summarySection(content),
      changesSection(content, base),
      rankingSection(content),
      timelineSection(content, base, submission),
      budgetByYearSection(content),
      budgetByAccountSection(content),
      staffSection(content),
      ...staffPlanSection(content),
      ...adoptedPlanSection(content),
      { id: "openPoints", blocks: [{ kind: "openPoints", points: openPoints(content) }] },
      {
        id: "measures",
        blocks: portfolio.measures.length === 0 ? [{ kind: "paragraph", text: label("nothingPlanned") }] : [{ kind: "measures", fields: measureGroups(content) }],
      },
    ],
  };
}

function summarySection(content: SnapshotContent): Section {
  const figures = keyFigures(content);
  return {
    id: "summary",
    blocks: [
      {
        kind: "keyFigures",
        figures: [
          { label: "measureCount", value: count(figures.measureCount) },
          { label: "plannedExpense", value: money(figures.expense.known, figures.expense.unknownCount) },
          { label: "investive", value: money(figures.investive.known, figures.investive.unknownCount) },
          { label: "consumptive", value: money(figures.consumptive.known, figures.consumptive.unknownCount) },
          { label: "budgetFrame", value: money(figures.frame) },
          { label: "oneOffTotal", value: money(figures.oneOff.known, figures.oneOff.unknownCount) },
          { label: "runningTotal", value: money(figures.runningPerYear.known, figures.runningPerYear.unknownCount) },
          { label: "internalDays", value: personDays(figures.internalDays, figures.unknownStaff) },
          { label: "ratedCount", value: count(figures.ratedCount) },
          { label: "redLights", value: count(figures.redLights) },
          { label: "openPointCount", value: count(openPoints(content).length) },
        ],
      },
      ...(figures.byStatus.length === 0
        ? []
        : [
            {
              kind: "table" as const,
              caption: "measuresByStatus" as const,
              columns: [column("status", "code", "wide"), column("count", "count", "narrow")],
              rows: figures.byStatus.map((each) => [code("status", each.status), count(each.count)]),
              totals: [[label("total"), count(figures.measureCount)]],
            },
          ]),
    ],
  };
}
