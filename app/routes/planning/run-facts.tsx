import { t } from "#app/i18n/de/plan-run.ts";
import { t as plannerText } from "#app/i18n/de/planner.ts";
import { formatDateTime, formatInteger, formatMoney, formatPercent, formatPersonDays } from "#app/i18n/format.ts";
import { Facts } from "#app/ui/table.tsx";
import type { PlanRunData } from "./plan-run-data.ts";
import { runPath } from "./plan-run-paths.ts";

/** What the plan was computed with, so that anybody can judge it. */
export function RunFacts({ shown: { run, settings, facts, changeCount } }: { shown: PlanRunData }) {
  const assumptions = t("facts.assumptions", { quarters: settings.assumedDurationQuarters, cost: formatMoney(settings.assumedCostCents), days: formatPersonDays(settings.assumedPersonDays) });
  return (
    <Facts
      facts={[
        { label: t("facts.started"), value: plannerText("runs.by", { at: formatDateTime(run.startedAt), name: run.startedBy }) },
        { label: t("facts.finished"), value: run.finishedAt === null ? t("facts.notYet") : formatDateTime(run.finishedAt) },
        { label: t("facts.seconds"), value: plannerText("form.secondsValue", { seconds: run.seconds }) },
        ...(facts === null
          ? []
          : [
              { label: t("facts.objective"), value: formatInteger(facts.objective) },
              { label: t("facts.bound"), value: formatInteger(facts.bound) },
              { label: t("facts.steps"), value: formatInteger(facts.steps) },
              { label: t("facts.version"), value: facts.plannerVersion },
            ]),
        { label: t("facts.seed"), value: String(run.seed) },
        ...(facts === null ? [] : [{ label: t("facts.threads"), value: formatInteger(facts.threads) }]),
        { label: t("facts.repeatable"), value: t("facts.byTime") },
        ...(run.scenarioId === null ? [] : [{ label: t("facts.warmFrom"), value: run.warmFrom === null ? t("facts.warmFromNothing") : <a href={runPath(run.warmFrom)}>{t("facts.warmFromPlan", { id: String(run.warmFrom) })}</a> }]),
        { label: plannerText("form.priorityWeight"), value: String(settings.priorityWeight) },
        { label: plannerText("form.savingWeight"), value: String(settings.savingWeight) },
        { label: plannerText("form.lateDiscount"), value: formatPercent(settings.lateDiscountPercent) },
        { label: plannerText("form.stability"), value: String(settings.stability) },
        { label: plannerText("form.includeIdeas"), value: t(settings.includeIdeas ? "facts.yes" : "facts.no") },
        { label: plannerText("form.unknown"), value: settings.unknownEstimates === "leaveOut" ? plannerText("form.leaveOut") : assumptions },
        { label: t("facts.changes"), value: t("facts.changeCount", { count: changeCount }) },
        { label: t("facts.input"), value: <code className="run-hash">{run.inputHash.slice(0, 16)}</code> },
      ]}
    />
  );
}
