import { t } from "#app/i18n/de/scenarios.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { adoptPath } from "./plan-run-paths.ts";

/** What can be done with a finished plan. */
export const RunActions = ({ runId, canRun }: { runId: number; canRun: boolean }) => (
  <>
    {canRun && (
      <LinkButton to={adoptPath(runId)} variant="primary" icon="check">
        {t("page.adopt")}
      </LinkButton>
    )}
    <LinkButton to={`/szenarien/vergleich?lauf=${runId}`} icon="scale">
      {t("list.compare")}
    </LinkButton>
  </>
);
