import { Form } from "@remix-run/react";
import { t } from "#app/i18n/de/move-history.ts";
import type { ShownMoveHistory, ShownStep } from "#app/services/planning/show-move-history.server.ts";
import { Button } from "#app/ui/button.tsx";

/** Undo and redo of one's own moves, as plain forms. */
export function MoveHistory({ history }: { readonly history: ShownMoveHistory | null }) {
  if (history === null || (history.undo === null && history.redo === null)) return null;
  return (
    <div className="move-history" role="group" aria-label={t("label")}>
      {history.undo && <StepButton step={history.undo} path="/zeitplan/rueckgaengig" text={t("undo", { title: history.undo.title })} />}
      {history.redo && <StepButton step={history.redo} path="/zeitplan/wiederholen" text={t("redo", { title: history.redo.title })} />}
    </div>
  );
}

function StepButton({ step, path, text }: { readonly step: ShownStep; readonly path: string; readonly text: string }) {
  return (
    <Form method="post" action={path}>
      <input type="hidden" name="moveId" value={step.moveId} />
      <Button variant="tertiary" compact>
        {step.count > 1 ? `${text} ${t("more", { count: step.count - 1 })}` : text}
      </Button>
    </Form>
  );
}
