import { useRouteLoaderData } from "@remix-run/react";
import { can, type Actor } from "#app/domain/permissions/permissions.ts";
import { t } from "#app/i18n/de/budget-lines.ts";
import { TabLinks } from "#app/ui/table.tsx";

const tabs = [
  { key: "overview", to: "/ressourcen/haushalt", action: "plan:read" },
  { key: "title", to: "/ressourcen/haushalt/stellen", action: "plan:read" },
  { key: "unmapped", to: "/ressourcen/haushalt/stellen/nicht-zugeordnet", action: "plan:read" },
  { key: "import", to: "/ressourcen/haushalt/stellen/import", action: "resources:edit" },
] as const;

/** The pages of the budget this person may open. */
export function BudgetTabs({ current }: { current: (typeof tabs)[number]["key"] }) {
  const user = useRouteLoaderData<() => { user: Actor | null }>("root")?.user;
  const allowed = tabs.filter((tab) => user && can(user, tab.action));
  return <TabLinks label={t("budgetPages")} tabs={allowed.map((tab) => ({ to: tab.to, label: t(tab.key), current: tab.key === current }))} />;
}
