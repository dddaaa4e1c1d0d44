import { Form } from "@remix-run/react";
import { t } from "#app/i18n/de/move-history.ts";
import type { ShownMoveHistory } from "#app/services/planning/show-move-history.server.ts";
import { Button } from "#app/ui/button.tsx";

type MoveHistoryProps = {
  readonly history: ShownMoveHistory | null;
  /** The view of the timeline it stands in. */
  readonly returnTo: string;
  /** Takes the step in place of the form, where the picture can show it at once. */
  readonly onStep?: (direction: "undo" | "redo", moveId: number) => void;
};

const paths = { undo: "/zeitplan/rueckgaengig", redo: "/zeitplan/wiederholen" } as const;

/** Undo and redo of one's own moves, as plain forms. */
export function MoveHistory({ history, returnTo, onStep }: MoveHistoryProps) {
  if (history === null || (history.undo === null && history.redo === null)) return null;
  return (
    <div className="move-history" role="group" aria-label={t("label")}>
      {(["undo", "redo"] as const).map((direction) => {
        const step = history[direction];
        if (step === null) return null;
        const text = t(direction, { title: step.title });
        return (
          <Form
            key={direction}
            method="post"
            action={paths[direction]}
            onSubmit={(event) => {
              if (onStep === undefined) return;
              event.preventDefault();
              onStep(direction, step.moveId);
            }}
          >
            <input type="hidden" name="moveId" value={step.moveId} />
            <input type="hidden" name="zurueck" value={returnTo} />
            <Button variant="tertiary" compact icon={direction === "undo" ? "history" : undefined}>
              {step.count > 1 ? `${text} ${t("more", { count: step.count - 1 })}` : text}
            </Button>
          </Form>
        );
      })}
    </div>
  );
}
