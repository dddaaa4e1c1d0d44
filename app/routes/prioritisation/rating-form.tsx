import { Form } from "@remix-run/react";
import { useRef, type FormEvent } from "react";
import { t } from "#app/i18n/de/prioritisation.ts";
import type { showRatingSheet } from "#app/services/prioritisation/show-rating-sheet.server.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { AnswerAnnouncer, AnswerStateLine } from "./answer-state.tsx";
import { answerKey, type useAnswerSaving } from "./answer-saving.ts";
import { KeyHelp } from "./key-help.tsx";
import { useKeySwitch, useRatingKeys } from "./rating-keys.ts";
import { RatingQuestion } from "./rating-question.tsx";

export type Sheet = Extract<ReturnType<typeof showRatingSheet>, { ok: true }>["value"];
type Props = { readonly sheet: Sheet; readonly errors: readonly string[]; readonly saving: ReturnType<typeof useAnswerSaving> };

/** A plain form; with JavaScript each answer is sent as it is given. */
export function RatingForm({ sheet: { measure, criteria, nextOpenId }, errors, saving: { states, last, save } }: Props) {
  const form = useRef<HTMLFormElement>(null);
  useRatingKeys(form, useKeySwitch().isOn === true);
  const saveChange = ({ target }: FormEvent) => {
    if (!(target instanceof HTMLInputElement)) return;
    const criterionId = Number(/^answers\.c(\d+)$/.exec(target.name)?.[1] ?? 0);
    if (criterionId > 0) void save({ measureId: measure.id, criterionId, value: target.value });
  };
  return (
    <Form method="post" className="form rating-form" ref={form} onChange={saveChange}>
      <ErrorSummary entries={[]} formErrors={errors} />
      <KeyHelp />
      <AnswerAnnouncer last={last} criterionName={(id) => criteria.find((criterion) => criterion.id === id)?.name ?? ""} />
      {criteria.map((criterion) => (
        <RatingQuestion key={criterion.id} criterion={criterion}>
          <AnswerStateLine state={states.get(answerKey({ measureId: measure.id, criterionId: criterion.id }))} onRetry={(answer) => void save(answer)} />
        </RatingQuestion>
      ))}
      <div className="form-actions">
        <Button variant="primary" icon="arrowRight" name="then" value="next">
          {t("rating.saveAndNext")}
        </Button>
        <Button name="then" value="stay">
          {t("rating.save")}
        </Button>
        {nextOpenId !== null && <a href={`/priorisierung/bewerten/${nextOpenId}`}>{t("rating.skip")}</a>}
      </div>
    </Form>
  );
}
