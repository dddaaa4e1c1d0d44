import { planScopes, type PlanScope } from "#app/domain/resources/plan-scope.ts";
import { scopeWord } from "#app/forms/resources.ts";
import { t } from "#app/i18n/de/resources.ts";
import { TabLinks } from "#app/ui/table.tsx";

/** Whether sums hold what is planned, the ideas, or both. */
export const ScopeLinks = ({ scope }: { scope: PlanScope }) => (
  <TabLinks label={t("scope.label")} tabs={planScopes.map((each) => ({ to: `?umfang=${scopeWord(each)}`, label: t(`scope.${each}`), current: each === scope }))} />
);
