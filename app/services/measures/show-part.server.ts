import type { Benefit, CostItem, Measure, Milestone, StaffDemand } from "#app/domain/measures/measure.ts";
import { contentOf } from "#app/domain/measures/content.ts";
import { missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { listMeasureTitles } from "#db/queries/measure-lookups.server.ts";
import { listPurposes } from "#db/queries/staff-plan.server.ts";
import { openForEditing } from "./open-for-editing.server.ts";
import { choicesFor, type FormChoices } from "./show-measure-form.server.ts";

/** What stands in the form of something that hangs on a measure; null values for something new. */
export type PartForm =
  | { readonly kind: "costItem"; readonly stored: CostItem | null }
  | { readonly kind: "staffDemand"; readonly stored: StaffDemand | null }
  | { readonly kind: "benefit"; readonly stored: Benefit | null }
  | { readonly kind: "milestone"; readonly stored: Milestone | null };

export type PartPage = { readonly title: string; readonly part: PartForm; readonly choices: Pick<FormChoices, "teams" | "units"> & { readonly purposes: readonly string[] } };

/** The form of one cost item, staff demand, benefit or milestone; `partId` null for a new one. */
export function showPart(service: ServiceContext, command: { readonly measureId: number; readonly kind: PartForm["kind"]; readonly partId: number | null }): Result<PartPage> {
  const opened = openForEditing(service, command.measureId);
  if (!opened.ok) return opened;
  const measure = opened.value;
  const part = partOf(measure, command.kind, command.partId);
  if (command.partId !== null && part.stored === null) return missing();
  const { teams, units } = choicesFor(service, contentOf(measure));
  return ok({ title: measure.title, part, choices: { teams, units, purposes: listPurposes(service.db) } });
}

function partOf(measure: Measure, kind: PartForm["kind"], id: number | null): PartForm {
  const find = <T extends { id: number }>(parts: readonly T[]): T | null => parts.find((part) => part.id === id) ?? null;
  switch (kind) {
    case "costItem":
      return { kind, stored: find(measure.costItems) };
    case "staffDemand":
      return { kind, stored: find(measure.staffDemands) };
    case "benefit":
      return { kind, stored: find(measure.benefits) };
    case "milestone":
      return { kind, stored: find(measure.milestones) };
  }
}

export type DependencyPage = { readonly title: string; readonly candidates: ReadonlyArray<{ readonly id: number; readonly title: string }> };

/** Which measures this one could wait for. A choice that would close a cycle is refused on saving, by name. */
export function showDependencyForm(service: ServiceContext, measureId: number): Result<DependencyPage> {
  const opened = openForEditing(service, measureId);
  if (!opened.ok) return opened;
  const { id, title } = opened.value;
  return ok({ title, candidates: listMeasureTitles(service.db).filter((candidate) => candidate.id !== id) });
}
