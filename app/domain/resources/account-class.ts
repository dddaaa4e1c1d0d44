import type { BudgetKind, BudgetSystem, CashDirection } from "#app/domain/measures/vocabulary.ts";

export type AccountClass = { readonly budgetKind: BudgetKind; readonly direction: CashDirection };

const CLASSES: ReadonlyArray<readonly [prefix: string, of: AccountClass]> = [
  ["68", { budgetKind: "investive", direction: "revenue" }],
  ["78", { budgetKind: "investive", direction: "expense" }],
  ["0", { budgetKind: "investive", direction: "expense" }],
  ["4", { budgetKind: "consumptive", direction: "revenue" }],
  ["5", { budgetKind: "consumptive", direction: "expense" }],
  ["6", { budgetKind: "consumptive", direction: "revenue" }],
  ["7", { budgetKind: "consumptive", direction: "expense" }],
];

/**
 * What an account's first digits say in the double-entry systems (Kontenrahmen of the Länder: 0 assets, 4 Erträge,
 * 5 Aufwendungen, 6 Einzahlungen and 68 those for investment, 7 Auszahlungen and 78 those for investment).
 * Null where they say nothing, as in the kameral system.
 */
export function classOfAccount(budgetAccount: string, system: BudgetSystem): AccountClass | null {
  if (system === "kameral") return null;
  const account = budgetAccount.trim();
  return CLASSES.find(([prefix]) => account.startsWith(prefix))?.[1] ?? null;
}
