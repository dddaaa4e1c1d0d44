import { planScopes } from "#app/domain/resources/plan-scope.ts";
import { t as text } from "#app/i18n/de/resources.ts";
import { t } from "#app/i18n/de/staff-plan.ts";
import { TabLinks } from "#app/ui/table.tsx";
import { staffAddress, staffRows, staffSides, staffUnits, type StaffView } from "./staff-data.ts";

/** What the heat map counts, whose work, and in which unit: all in the address. */
export const StaffViews = ({ view }: { view: StaffView }) => (
  <div className="staff-views">
    <TabLinks label={text("scope.label")} isLabelShown tabs={planScopes.map((scope) => ({ to: staffAddress({ ...view, scope }), label: text(`scope.${scope}`), current: scope === view.scope }))} />
    <TabLinks label={t("heat.rowsLabel")} isLabelShown tabs={staffRows.map((by) => ({ to: staffAddress({ ...view, by }), label: t(`heat.${by}`), current: by === view.by }))} />
    <TabLinks label={t("heat.sourceLabel")} isLabelShown tabs={staffSides.map((side) => ({ to: staffAddress({ ...view, side }), label: t(`heat.${side}`), current: side === view.side }))} />
    <TabLinks label={t("heat.unitLabel")} isLabelShown tabs={staffUnits.map((unit) => ({ to: staffAddress({ ...view, unit }), label: t(`heat.${unit}`), current: unit === view.unit }))} />
  </div>
);
