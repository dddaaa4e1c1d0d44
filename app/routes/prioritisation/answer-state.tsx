import { t } from "#app/i18n/de/rating-screen.ts";
import { Button } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import type { Answer, AnswerState } from "./answer-saving.ts";

/** What became of an answer, beside its question. */
export function AnswerStateLine({ state, onRetry }: { readonly state: AnswerState | undefined; readonly onRetry: (answer: Answer) => void }) {
  if (state === undefined) return null;
  if (state.status === "failed") {
    return (
      <div className="answer-state answer-state--failed">
        <Icon name="danger" />
        <span>{t("failed", { problem: state.problem })}</span>
        <Button type="button" compact onClick={() => onRetry(state.answer)}>
          {t("retry")}
        </Button>
      </div>
    );
  }
  return (
    <div className="answer-state">
      {state.status === "saved" && <Icon name="check" />}
      <span>{t(state.status)}</span>
    </div>
  );
}

/** The same for those who listen: one sentence per answer, at once where it failed. */
export function AnswerAnnouncer({ last, criterionName }: { readonly last: AnswerState | null; readonly criterionName: (criterionId: number) => string }) {
  const criterion = last === null ? "" : criterionName(last.answer.criterionId);
  return (
    <>
      <div role="status" className="visually-hidden">
        {last?.status === "saved" && t("savedAloud", { criterion, answer: answerWord(last.answer.value) })}
      </div>
      <div role="alert" className="visually-hidden">
        {last?.status === "failed" && t("failedAloud", { criterion, problem: last.problem })}
      </div>
    </>
  );
}

const answerWord = (value: string): string => (value === "unknown" ? t("cannotJudge") : t("level", { level: value }));
