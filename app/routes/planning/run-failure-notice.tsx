import { cents } from "#app/domain/money/cents.ts";
import { t } from "#app/i18n/de/plan-run.ts";
import { budgetKindLabels } from "#app/i18n/de/vocabulary.ts";
import { formatMoney, formatQuarter } from "#app/i18n/format.ts";
import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import type { PlanRunData } from "./plan-run-data.ts";
import { PLANNER } from "./plan-run-paths.ts";

/** Why there is no plan, or none from the end of the search, and what to do. */
export function RunFailureNotice({ shown: { run, view, breaches } }: { shown: PlanRunData }) {
  if (run.state === "running") return null;
  const code = run.failure?.code ?? (view === null ? "cancelled" : null);
  if (code === null) return null;
  const again = (
    <p>
      <LinkButton to={PLANNER} compact>
        {t("failure.again")}
      </LinkButton>
    </p>
  );
  if (code === "refused") {
    return (
      <Alert kind="danger" title={t("failure.refusedTitle")}>
        <p>{t("failure.refusedAdvice", { count: breaches.length })}</p>
        <ul>
          {breaches.map((breach, index) => (
            <li key={index}>{breachSentence(breach)}</li>
          ))}
        </ul>
        {again}
      </Alert>
    );
  }
  if (code === "cancelled") {
    return (
      <Alert kind="info" title={t("failure.cancelledTitle")}>
        <p>{t("failure.cancelledAdvice")}</p>
        {again}
      </Alert>
    );
  }
  return (
    <Alert kind="warning" title={t(`failure.${code}Title`)}>
      <p>{t(view === null ? `failure.${code}Empty` : `failure.${code}Advice`)}</p>
      {again}
    </Alert>
  );
}

function breachSentence({ breach, name }: PlanRunData["breaches"][number]): string {
  if (breach.rule === "staff") return t("breach.staff", { name, quarter: formatQuarter(breach.quarter), overuse: breach.overuse });
  if (breach.rule === "starts") return t("breach.starts", { name, quarter: formatQuarter(breach.quarter), count: breach.starts });
  if (breach.rule === "budget") return t("breach.budget", { year: String(breach.fiscalYear), kind: budgetKindLabels[breach.budgetKind], amount: formatMoney(cents(breach.overuse)) });
  if (breach.rule === "budgetLine") return t("breach.budgetLine", { name, amount: formatMoney(cents(breach.overuse)) });
  return t("breach.measure", { title: `„${name}“`, rule: t(`breach.rule.${breach.rule}`) });
}
