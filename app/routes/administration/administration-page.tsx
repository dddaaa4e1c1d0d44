import type { ReactNode } from "react";
import { can, type Actor } from "#app/domain/permissions/permissions.ts";
import { t } from "#app/i18n/de/administration.ts";
import { Page } from "#app/ui/page.tsx";
import { TabLinks } from "#app/ui/table.tsx";

const tabs = [
  { to: "/verwaltung/einstellungen", label: "settings", action: "settings:edit" },
  { to: "/verwaltung/organisation", label: "organisation", action: "organisation:edit" },
  { to: "/verwaltung/personen", label: "users", action: "user:manage" },
  { to: "/verwaltung/protokoll", label: "auditLog", action: "organisation:edit" },
] as const;
export type Tab = (typeof tabs)[number]["label"];

/** The tabs this person may open. */
export const openTabs = (user: Actor): Tab[] => tabs.filter((tab) => can(user, tab.action)).map((tab) => tab.label);
export const tabPath = (label: Tab): string => tabs.find((tab) => tab.label === label)?.to ?? "/verwaltung";

/** The frame of the four pages of administration. */
export function AdministrationPage({ current, open, title, intro, actions, children }: { current: Tab; open: readonly Tab[]; title: string; intro?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  return (
    <Page title={title} intro={intro} actions={actions}>
      <TabLinks label={t("tabs.label")} tabs={open.map((label) => ({ to: tabPath(label), label: t(`tabs.${label}`), current: label === current }))} />
      {children}
    </Page>
  );
}
