import { t } from "#app/i18n/de/reschedule.ts";
import { budgetKindLabels } from "#app/i18n/de/vocabulary.ts";
import { formatDate, formatMoney, formatPersonDays, formatQuarter } from "#app/i18n/format.ts";
import type { NamedBreak } from "#app/services/planning/move-offers.server.ts";
import { Alert } from "#app/ui/alert.tsx";

/** What does not hold, as a sentence; about the measure itself unless `ownId` names another one. */
export function breakText(broken: NamedBreak, ownId: number | null = null): string {
  const { title, otherTitle, team } = broken;
  if (broken.code === "overuse") {
    return broken.kind === "budget"
      ? t("warning.budget", { year: String(broken.fiscalYear), kind: budgetKindLabels[broken.budgetKind], before: formatMoney(broken.before), after: formatMoney(broken.after) })
      : t("warning.staff", { team, quarter: formatQuarter(broken.quarter), before: formatPersonDays(broken.before), after: formatPersonDays(broken.after) });
  }
  const isOther = ownId !== null && broken.measureId !== ownId;
  const text = isOther ? otherText(broken, title, otherTitle) : ownText(broken, otherTitle);
  return broken.already ? `${text} ${t("warning.already")}` : text;
}

type Warning = Exclude<NamedBreak, { code: "overuse" }>;

const ownText = (broken: Warning, otherTitle: string): string =>
  broken.code === "deadlineMissed" ? t("warning.deadlineMissed", { date: formatDate(broken.deadline) }) : t(`warning.${broken.code}`, { title: otherTitle, quarter: formatQuarter(broken.earliestStart) });

function otherText(broken: Warning, own: string, title: string): string {
  if (broken.code === "deadlineMissed") return t("warning.otherDeadlineMissed", { own, date: formatDate(broken.deadline) });
  const key = broken.code === "startsBeforePredecessorEnds" ? "warning.otherStartsBeforePredecessorEnds" : "warning.otherSuccessorStartsTooEarly";
  return t(key, { own, title, quarter: formatQuarter(broken.earliestStart) });
}

export function BreakList({ breaks }: { readonly breaks: readonly NamedBreak[] }) {
  return (
    <Alert kind="warning" title={t("broken", { count: breaks.length })}>
      <BreakLines breaks={breaks} />
    </Alert>
  );
}

export function BreakLines({ breaks, ownId = null }: { readonly breaks: readonly NamedBreak[]; readonly ownId?: number | null }) {
  return (
    <ul>
      {breaks.map((broken) => {
        const text = breakText(broken, ownId);
        return <li key={text}>{text}</li>;
      })}
    </ul>
  );
}
