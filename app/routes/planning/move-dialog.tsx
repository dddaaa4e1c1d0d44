import type { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { timeLabel } from "#app/charts/svg/timeline-texts.ts";
import { t as reschedule, moveProblemText } from "#app/i18n/de/reschedule.ts";
import { t } from "#app/i18n/de/timeline-hands.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";
import { BreakLines } from "./move-breaks.tsx";
import type { action } from "./move-measure.tsx";
import { MoveOffers } from "./move-offers.tsx";
import type { MoveQuestion } from "./use-moves.ts";

type MoveDialogProps = {
  readonly question: MoveQuestion;
  readonly title: string;
  readonly permanentTask: boolean;
  readonly rowVersion: number;
  readonly fetcher: ReturnType<typeof useFetcher<typeof action>>;
  readonly onClose: () => void;
  readonly onMoveAnyway: (rowVersion: number) => void;
};

/** Over the picture, what the page of the move says without it: what breaks where a bar was put, and what can be done. */
export function MoveDialog({ question, title, permanentTask, rowVersion, fetcher, onClose, onMoveAnyway }: MoveDialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) dialog.showModal();
  }, []);
  const { place, answer } = question;
  const { preview, stored, repair, refused } = answer;
  // Another measure that was to move along may have been changed, too; then the offers are made anew.
  const isOwn = stored?.measureId === question.id;
  const time = (where: typeof place) => timeLabel({ ...where, permanentTask });
  return (
    <dialog ref={ref} className="move-dialog" aria-labelledby="verschieben-titel" onClose={onClose}>
      <h2 id="verschieben-titel">{stored ? t("conflictTitle") : preview?.impossible ? t("impossible", { title }) : t("breaks", { title, time: time(place) })}</h2>
      {stored && (
        <>
          <p>{t("conflict", { name: stored.changedBy ?? t("someone"), title: stored.title, at: formatDateTime(stored.changedAt), time: time(stored) })}</p>
          {isOwn && (
            <div className="form-actions">
              <Button variant="primary" type="button" onClick={onClose}>
                {t("takeTheirs")}
              </Button>
              <Button variant="secondary" type="button" onClick={() => onMoveAnyway(stored.rowVersion)}>
                {t("moveAnyway")}
              </Button>
            </div>
          )}
        </>
      )}
      {preview?.impossible && (
        <Alert kind="danger" title={reschedule("impossible")}>
          {(preview.impossible.code === "invalid" ? Object.values(preview.impossible.fields).flat() : []).map(moveProblemText).join(" ")}
        </Alert>
      )}
      {!isOwn && preview && preview.impossible === null && preview.offers.breaks.length > 0 && (
        <>
          <Alert kind="warning" title={t("breaksIntro", { count: preview.offers.breaks.length })}>
            <BreakLines breaks={preview.offers.breaks} />
          </Alert>
          <MoveOffers measure={{ id: question.id, rowVersion }} target={preview.target} offers={preview.offers} repair={repair} refused={refused} via="picture" FormComponent={fetcher.Form} />
        </>
      )}
      <div className="form-actions">
        <Button variant="secondary" type="button" onClick={onClose} disabled={fetcher.state !== "idle"}>
          {t("putBack")}
        </Button>
      </div>
    </dialog>
  );
}
