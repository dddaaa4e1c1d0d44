import { useRouteLoaderData } from "@remix-run/react";
import { can, type Action, type Actor } from "#app/domain/permissions/permissions.ts";
import { t } from "#app/i18n/de/staff-plan.ts";
import { TabLinks } from "#app/ui/table.tsx";

const tabs = [
  { key: "staff", to: "/ressourcen/personal", action: "plan:read" },
  { key: "need", to: "/ressourcen/stellenbedarf", action: "plan:read" },
  { key: "posts", to: "/ressourcen/stellenplan", action: "plan:read" },
  { key: "rates", to: "/ressourcen/stellenplan/kostensaetze", action: "plan:read" },
  { key: "teams", to: "/ressourcen/personal/kapazitaeten", action: "resources:edit" },
] as const satisfies ReadonlyArray<{ key: string; to: string; action: Action }>;

/** The pages about staff, as far as this person may open them. */
export function StaffTabs({ current }: { current: (typeof tabs)[number]["key"] }) {
  const user = useRouteLoaderData<() => { user: Actor | null }>("root")?.user;
  if (!user) return null;
  return <TabLinks label={t("tabs.label")} tabs={tabs.filter((tab) => can(user, tab.action)).map(({ key, to }) => ({ to, label: t(`tabs.${key}`), current: key === current }))} />;
}
