import { Form, useNavigate } from "@remix-run/react";
import { useState, type FormEvent } from "react";
import { importLimits } from "#app/domain/import/limits.ts";
import { fileRefusals, t } from "#app/i18n/de/import.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";

type Progress = { readonly phase: "idle" } | { readonly phase: "sending"; readonly percent: number } | { readonly phase: "reading" } | { readonly phase: "refused"; readonly problem: string };

/** A plain form; with JavaScript it shows how far the upload is and refuses what is too large before sending it. */
export function UploadForm({ problem }: { problem: string | null }) {
  const [progress, setProgress] = useState<Progress>({ phase: "idle" });
  const navigate = useNavigate();
  const busy = progress.phase === "sending" || progress.phase === "reading";
  const shown = progress.phase === "refused" ? progress.problem : progress.phase === "idle" ? problem : null;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const body = new FormData(event.currentTarget);
    const file = body.get("file");
    const refusal = !(file instanceof File) || file.name === "" ? fileRefusals.fileMissing : file.size > importLimits.fileBytes ? fileRefusals.fileTooLarge : null;
    if (refusal !== null) setProgress({ phase: "refused", problem: refusal });
    else send(body, setProgress, (address) => navigate(address));
  }

  return (
    <Form method="post" encType="multipart/form-data" className="form" onSubmit={submit} noValidate>
      <ErrorSummary entries={shown === null ? [] : [{ fieldId: "file", label: t("upload.file"), errors: [shown] }]} />
      <div className={shown === null ? "field" : "field field--error"}>
        <label className="field__label" htmlFor="file">
          {t("upload.file")}
        </label>
        <div className="field__hint" id="file-hint">
          {t("upload.hint")}
        </div>
        <input className="input input--full" id="file" name="file" type="file" accept=".xlsx,.csv" required aria-describedby="file-hint" aria-invalid={shown !== null || undefined} />
      </div>
      <div className="form-actions">
        <Button variant="primary" icon="upload" aria-disabled={busy || undefined}>
          {t("upload.submit")}
        </Button>
        <div role="status" className="import-progress">
          {progress.phase === "sending" && <ProgressLine text={t("upload.sending", { percent: progress.percent })} percent={progress.percent} />}
          {progress.phase === "reading" && <ProgressLine text={t("upload.reading")} />}
        </div>
      </div>
    </Form>
  );
}

function ProgressLine({ text, percent }: { text: string; percent?: number }) {
  return (
    <>
      <progress max={100} value={percent} aria-label={text} />
      <span>{text}</span>
    </>
  );
}

function send(body: FormData, show: (progress: Progress) => void, arrive: (address: string) => void): void {
  const request = new XMLHttpRequest();
  const fail = () => show({ phase: "refused", problem: t("upload.failed") });
  show({ phase: "sending", percent: 0 });
  request.upload.onprogress = (event) => event.lengthComputable && show({ phase: "sending", percent: Math.round((100 * event.loaded) / event.total) });
  request.upload.onload = () => show({ phase: "reading" });
  request.onerror = fail;
  request.onload = () => {
    const answer = readAnswer(request.responseText);
    if (answer.address !== undefined) arrive(answer.address);
    else if (request.status === 413) show({ phase: "refused", problem: fileRefusals.fileTooLarge });
    else show({ phase: "refused", problem: answer.problem ?? t("upload.failed") });
  };
  request.open("POST", "/massnahmen/import/hochladen");
  request.send(body);
}

function readAnswer(text: string): { address?: string; problem?: string } {
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer !== "object" || answer === null) return {};
    if ("address" in answer && typeof answer.address === "string" && answer.address.startsWith("/massnahmen/import/")) return { address: answer.address };
    return "problem" in answer && typeof answer.problem === "string" ? { problem: answer.problem } : {};
  } catch {
    return {};
  }
}
