import { t } from "#app/i18n/de/budget-heat.ts";
import { formatQuarter } from "#app/i18n/format.ts";
import { Alert } from "#app/ui/alert.tsx";
import type { BudgetData } from "./budget-data.ts";

/** Measures that have left the funding window their plan counted on: their grants are in no sum any more. */
export function LapsedGrants({ lapsed }: { lapsed: BudgetData["lapsed"] }) {
  if (lapsed.length === 0) return null;
  return (
    <Alert kind="warning" title={t("lapsedTitle", { count: lapsed.length })}>
      <ul>
        {lapsed.map(({ measureId, title, programme, opensQuarter, closesQuarter }) => (
          <li key={measureId}>
            <a href={`/massnahmen/${measureId}`}>{t("lapsedEntry", { title, programme, opens: formatQuarter(opensQuarter), closes: formatQuarter(closesQuarter) })}</a>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
