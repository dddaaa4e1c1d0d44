import { settledStatuses } from "#app/domain/measures/vocabulary.ts";
import { lacksEstimate, type PlannerKnowledge } from "#app/domain/planning/planner-knowledge.ts";
import { isBound } from "#app/domain/planning/terms-contradictions.ts";
import type { MeasureTerms } from "#app/domain/planning/planning-terms.ts";
import type { Measure } from "#app/domain/measures/measure.ts";
import { durationText, estimatesText, t } from "#app/i18n/de/planning-terms.ts";
import { formatDate } from "#app/i18n/format.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Section } from "#app/ui/page.tsx";
import { Facts } from "#app/ui/table.tsx";

type Shown = {
  readonly measure: Pick<Measure, "id" | "status" | "startQuarter" | "earliestStart" | "deadline" | "deadlineReason">;
  readonly terms: Pick<MeasureTerms, "fixed">;
  readonly knowledge: PlannerKnowledge;
  readonly mayEdit: boolean;
};

/** What is known of the measure, with what is lacking marked and a way to add it. */
export function PlanningKnowledge({ shown: { measure, terms, knowledge, mayEdit } }: { readonly shown: Shown }) {
  const { duration, costs, efforts } = knowledge;
  const gaps = [duration.kind === "unknown", lacksEstimate(costs), lacksEstimate(efforts)];
  const isSettled = settledStatuses.includes(measure.status);
  return (
    <Section title={t("measure.knowledge")} id="bekannt">
      {isSettled ? <p>{t("measure.settled")}</p> : isBound(measure, terms) && <p>{t("measure.bound")}</p>}
      <Facts
        facts={[
          { label: t("measure.duration"), value: <Known text={durationText(duration)} isGap={gaps[0] === true} /> },
          { label: t("measure.costs"), value: <Known text={estimatesText(costs)} isGap={gaps[1] === true} to={mayEdit ? `/massnahmen/${measure.id}#kosten` : null} link={t("measure.addCost")} /> },
          { label: t("measure.efforts"), value: <Known text={estimatesText(efforts)} isGap={gaps[2] === true} to={mayEdit ? `/massnahmen/${measure.id}#personal` : null} link={t("measure.addEffort")} /> },
          { label: t("measure.earliestStart"), value: measure.earliestStart === null ? t("measure.notBefore") : formatDate(measure.earliestStart) },
          { label: t("measure.deadline"), value: measure.deadline === null ? t("measure.noDeadline") : [formatDate(measure.deadline), measure.deadlineReason].filter(Boolean).join(" – ") },
        ]}
      />
      {!isSettled && gaps.includes(true) && <p className="table-note">{t("measure.lacking")}</p>}
    </Section>
  );
}

function Known({ text, isGap, to = null, link }: { readonly text: string; readonly isGap: boolean; readonly to?: string | null; readonly link?: string }) {
  return (
    <>
      {text}{" "}
      {isGap && (
        <Badge kind="warning" icon="warning">
          {t("known.gap")}
        </Badge>
      )}{" "}
      {isGap && to !== null && <a href={to}>{link}</a>}
    </>
  );
}
