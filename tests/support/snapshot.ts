import { plainDate } from "#app/domain/calendar/plain-date.ts";
import type { AdoptedPlanSource } from "#app/domain/committee/freeze-adopted-plan.ts";
import type { StaffPlanSources } from "#app/domain/committee/freeze-staff-plan.ts";
import { freezeSnapshot, readSnapshot, type SnapshotContent, type SnapshotMeta } from "#app/domain/committee/snapshot.ts";
import type { Portfolio } from "#app/domain/portfolio/portfolio.ts";
import { aPortfolio } from "./portfolio.ts";

export const aSnapshotMeta = (overrides: Partial<SnapshotMeta> = {}): SnapshotMeta => ({
  number: 1,
  title: "Digitalstrategie 2027–2030",
  note: "",
  municipality: "Musterstadt",
  frozenAt: "2026-11-22T09:30:00.000Z",
  frozenBy: "Dana Demir",
  today: plainDate("2026-11-22"),
  programVersion: "0.1.0",
  ...overrides,
});

/** A version's content as it comes back from the database. */
export function aSnapshot(portfolio: Portfolio = aPortfolio(), meta: Partial<SnapshotMeta> = {}, staffPlan: StaffPlanSources | null = null, adoptedPlan: AdoptedPlanSource | null = null): SnapshotContent {
  const content = readSnapshot(freezeSnapshot({ meta: aSnapshotMeta(meta), portfolio, staffPlan, adoptedPlan }));
  if (content === null) throw new Error("a frozen version cannot be read back");
  return content;
}
