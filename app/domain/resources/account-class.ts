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
 * Cameral: the digit that begins the group (Gruppierung) after the dot: 0 to 2 revenue and 4 to 8 expense of the
 * administrative budget, 3 revenue and 9 expense of the capital budget. Null where they say nothing.
 */
export function classOfAccount(budgetAccount: string, system: BudgetSystem): AccountClass | null {
  const account = budgetAccount.trim();
  if (system === "kameral") return classOfGroup(/^\d+[./ -](\d)/.exec(account)?.[1]);
  return CLASSES.find(([prefix]) => account.startsWith(prefix))?.[1] ?? null;
}

function classOfGroup(group: string | undefined): AccountClass | null {
  if (group === undefined) return null;
  return { budgetKind: group === "3" || group === "9" ? "investive" : "consumptive", direction: "0123".includes(group) ? "revenue" : "expense" };
}
