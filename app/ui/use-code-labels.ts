import { useRouteLoaderData } from "@remix-run/react";
import type { BudgetSystem } from "#app/domain/measures/vocabulary.ts";
import { codeLabels } from "#app/i18n/de/budget-lines.ts";

/** What the two parts of a code are called in the municipality's budget system. */
export function useCodeLabels() {
  const frame = useRouteLoaderData<() => { municipality: { budgetSystem: BudgetSystem } | null }>("root");
  return codeLabels(frame?.municipality?.budgetSystem ?? "doppik");
}
