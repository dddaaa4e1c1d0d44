import { Form } from "@remix-run/react";
import { useEffect, useState } from "react";
import { gapText, t } from "#app/i18n/de/planner.ts";
import { formatInteger } from "#app/i18n/format.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import type { ProgressData } from "./plan-run-data.ts";
import { cancelPath, progressPath, runPath } from "./plan-run-paths.ts";

const ASKED_EVERY_MS = 400;

type Props = {
  readonly runId: number;
  readonly seconds: number;
  readonly initial: ProgressData;
  /** Does the page show a plan already? */
  readonly hasPlan: boolean;
  readonly canCancel: boolean;
  /** The first plan is there, or the run has ended: the page is to be read again. */
  readonly onNews: () => void;
};

/** How far the search is, and the button that ends it with the best plan found. Without JavaScript a link reads the page again. */
export function RunProgressPanel({ runId, seconds, initial, hasPlan, canCancel, onNews }: Props) {
  const progress = useRunProgress(runId, hasPlan, onNews) ?? initial;
  const { waitingFor, elapsedMs, gap, objective, bound } = progress;
  const begun = elapsedMs > 0;
  return (
    <section className="run-progress" aria-labelledby="run-progress-title">
      <h2 id="run-progress-title">{t("progress.title", { id: String(runId) })}</h2>
      {begun ? (
        <div className="run-progress__bar">
          <progress max={seconds * 1000} value={elapsedMs} aria-label={t("progress.label")} />
          <span>{t("progress.elapsed", { elapsed: formatInteger(Math.floor(elapsedMs / 1000)), seconds })}</span>
        </div>
      ) : (
        <p>{t("progress.waiting", { count: waitingFor })}</p>
      )}
      {objective !== null && (
        <p>
          <strong>{gapText(gap)}</strong>
          <br />
          {bound === null ? t("progress.valueOnly", { objective: formatInteger(objective) }) : t("progress.value", { objective: formatInteger(objective), bound: formatInteger(bound) })}
        </p>
      )}
      <p>{t(hasPlan ? "progress.interim" : "progress.soon")}</p>
      {/* Quarters of the time are enough for who listens. */}
      <p role="status" className="visually-hidden">
        {begun && t("progress.elapsed", { elapsed: formatInteger(Math.floor((Math.floor((4 * elapsedMs) / (seconds * 1000)) * seconds) / 4)), seconds })}
      </p>
      <div className="form-actions">
        {canCancel && (
          <Form method="post" action={cancelPath(runId)}>
            <Button variant="secondary" icon="close">
              {t("progress.cancel")}
            </Button>
          </Form>
        )}
        <LinkButton to={runPath(runId)} variant="tertiary">
          {t("progress.reload")}
        </LinkButton>
      </div>
    </section>
  );
}

function useRunProgress(runId: number, hasPlan: boolean, onNews: () => void): ProgressData | null {
  const [progress, setProgress] = useState<ProgressData | null>(null);
  useEffect(() => {
    let asking = true;
    // Once: asking again would begin the reading of the page anew.
    let told = false;
    const ask = async () => {
      const found = await askForProgress(runId);
      if (!asking) return;
      if (found !== null) {
        setProgress(found);
        if (!found.isRunning || (found.hasPlan && !hasPlan && !told)) onNews();
        told ||= found.hasPlan;
        if (!found.isRunning) return;
      }
      timer = setTimeout(() => void ask(), ASKED_EVERY_MS);
    };
    let timer = setTimeout(() => void ask(), ASKED_EVERY_MS);
    return () => {
      asking = false;
      clearTimeout(timer);
    };
  }, [runId, hasPlan, onNews]);
  return progress;
}

/** Null when the answer did not come, which the next one makes up for. */
async function askForProgress(runId: number): Promise<ProgressData | null> {
  try {
    const response = await fetch(progressPath(runId));
    // The resource route's own answer.
    return response.ok ? ((await response.json()) as ProgressData) : null;
  } catch {
    return null;
  }
}
