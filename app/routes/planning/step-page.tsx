import { Form } from "@remix-run/react";
import { timeLabel } from "#app/charts/svg/timeline-texts.ts";
import { t } from "#app/i18n/de/move-history.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import type { DisplacedMeasure, StepConflict, StepDirection } from "#app/services/planning/step-back.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";

export type StepAnswer = { readonly conflict: StepConflict | null; readonly problem: string | null };

type ShownStep = { readonly step: { readonly moveId: number; readonly title: string } | null; readonly conflict: StepConflict | null };

/** What the next step is, or what stands in its way, and going on without it. */
export function StepPage({ direction, shown, answer }: { readonly direction: StepDirection; readonly shown: ShownStep; readonly answer: StepAnswer | undefined }) {
  const conflict = answer?.conflict ?? shown.conflict;
  const step = conflict === null ? shown.step : null;
  return (
    <Page title={t(direction === "undo" ? "undoTitle" : "redoTitle")} crumbs={[{ to: "/zeitplan", label: t("timeline") }]}>
      {conflict === null ? (
        <Alert kind="info" title={answer?.problem ?? (step === null ? t("nothing") : t(direction === "undo" ? "undoNext" : "redoNext", { title: step.title }))} live />
      ) : (
        <Alert kind="warning" title={t(direction === "undo" ? "cannotUndo" : "cannotRedo", { title: conflict.title })} live>
          <ul>
            {conflict.displaced.map((measure) => (
              <li key={measure.measureId}>
                <a href={`/massnahmen/${measure.measureId}`}>{measure.title}</a>: {displacedText(measure)}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <div className="form-actions">
        {step && (
          <Form method="post">
            <input type="hidden" name="moveId" value={step.moveId} />
            <Button variant="primary">{t(direction === "undo" ? "undoTitle" : "redoTitle")}</Button>
          </Form>
        )}
        {conflict && (
          <Form method="post">
            <input type="hidden" name="moveId" value={conflict.moveId} />
            <input type="hidden" name="passOver" value="on" />
            <Button variant="secondary">{t("passOver")}</Button>
          </Form>
        )}
        <LinkButton to="/zeitplan" variant="tertiary">
          {t("back")}
        </LinkButton>
      </div>
    </Page>
  );
}

function displacedText({ isGone, changedBy, changedAt, ...place }: DisplacedMeasure): string {
  const name = changedBy ?? t("someone");
  if (isGone || changedAt === null) return t("gone", { name });
  return t("displaced", { name, at: formatDateTime(changedAt), time: timeLabel({ ...place, permanentTask: false }) });
}
