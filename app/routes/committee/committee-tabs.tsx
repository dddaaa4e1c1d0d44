import { t } from "#app/i18n/de/amendments.ts";
import { TabLinks } from "#app/ui/table.tsx";

/** What goes to the committee: frozen versions, and motions to amend the budget. */
export function CommitteeTabs({ current }: { readonly current: "versions" | "motions" }) {
  return (
    <TabLinks
      label={t("tabs.label")}
      tabs={[
        { to: "/ausschuss", label: t("tabs.versions"), current: current === "versions" },
        { to: "/ausschuss/aenderungsantraege", label: t("tabs.motions"), current: current === "motions" },
      ]}
    />
  );
}
