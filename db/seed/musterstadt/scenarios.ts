import { euros } from "#app/domain/money/cents.ts";
import { noChanges, type ScenarioChanges } from "#app/domain/planning/scenario.ts";

/** How many of the posts asked for are granted; the others do not count. */
export const grantedPosts = { name: "Nur zwei von vier Stellen", description: "Der Rat bewilligt von den beantragten Stellen nur die ersten beiden. Was verschiebt sich, was fällt weg?", granted: 2 } as const;

export const lessMoney: { readonly name: string; readonly description: string; readonly changes: ScenarioChanges } = {
  name: "Investitionen 2028 um ein Fünftel gekürzt",
  description: "Die Kämmerei fragt, was eine Haushaltssicherung im stärksten Jahr bedeuten würde.",
  changes: { ...noChanges, frames: [{ fiscalYear: 2028, budgetKind: "investive", amountCents: euros(2_280_000) }] },
};
