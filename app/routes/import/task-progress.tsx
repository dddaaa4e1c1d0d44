import { useEffect, useState } from "react";
import type { TaskProgress } from "#app/domain/import/task-progress.ts";
import { t } from "#app/i18n/de/import.ts";

const ASKED_EVERY_MS = 300;
const ANNOUNCED_STEPS = 4;

type Props = { readonly batchId: number; readonly kind: "run" | "undo"; readonly isRunning: boolean; readonly initial?: TaskProgress | null; readonly onEnd?: () => void };

/** How far the work on a list is, asked for while it runs. Screen readers hear a quarter at a time. */
export function TaskProgressLine({ batchId, kind, isRunning, initial = null, onEnd }: Props) {
  const progress = useTaskProgress(batchId, isRunning, onEnd) ?? initial;
  const unit = kind === "run" ? "progress.rows" : "progress.measures";
  const said = (shown: TaskProgress | null) => (shown === null || shown.total === 0 ? t(kind === "run" ? "progress.starting" : "progress.undoStarting") : t(unit, shown));
  return (
    <div className="import-progress">
      {isRunning && (
        <>
          <progress max={progress?.total || 1} value={progress === null ? undefined : progress.done} aria-label={t(kind === "run" ? "progress.label" : "progress.undoLabel")} />
          <span aria-hidden="true">{said(progress)}</span>
        </>
      )}
      <span role="status" className="visually-hidden">
        {isRunning && said(progress === null ? null : lastQuarter(progress))}
      </span>
    </div>
  );
}

const lastQuarter = ({ done, total }: TaskProgress): TaskProgress => ({ done: Math.floor((Math.floor((ANNOUNCED_STEPS * done) / Math.max(1, total)) * total) / ANNOUNCED_STEPS), total });

function useTaskProgress(batchId: number, isRunning: boolean, onEnd?: () => void): TaskProgress | null {
  const [progress, setProgress] = useState<TaskProgress | null>(null);
  useEffect(() => {
    if (!isRunning) return;
    let asking = true;
    const ask = async () => {
      const running = await askForRunning(batchId);
      if (!asking) return;
      if (running === null) onEnd?.();
      else if (running?.progress) setProgress(running.progress);
      timer = setTimeout(() => void ask(), ASKED_EVERY_MS);
    };
    let timer = setTimeout(() => void ask(), ASKED_EVERY_MS);
    return () => {
      asking = false;
      clearTimeout(timer);
      setProgress(null);
    };
  }, [batchId, isRunning, onEnd]);
  return progress;
}

/** Null when nothing runs; undefined when the answer did not come, which the next one makes up for. */
async function askForRunning(batchId: number): Promise<{ progress: TaskProgress | null } | null | undefined> {
  try {
    const response = await fetch(`/massnahmen/import/${batchId}/fortschritt.json`);
    if (!response.ok) return undefined;
    // The resource route's own answer.
    return ((await response.json()) as { running: { progress: TaskProgress | null } | null }).running;
  } catch {
    return undefined;
  }
}
