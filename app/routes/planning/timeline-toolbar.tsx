import { useRef } from "react";
import { timelineZooms, type TimelineView, type TimelineZoom } from "#app/domain/planning/timeline-view.ts";
import { timelineAddress } from "#app/forms/timeline-view.ts";
import { t } from "#app/i18n/de/timeline-hands.ts";
import type { ShownMoveHistory } from "#app/services/planning/show-move-history.server.ts";
import { Button } from "#app/ui/button.tsx";
import { MoveHistory } from "./move-history.tsx";

type ToolbarProps = {
  readonly view: TimelineView;
  readonly history: ShownMoveHistory | null;
  readonly withNumbers: boolean;
  readonly onZoom: (zoom: TimelineZoom) => void;
  readonly onToday: () => void;
  readonly onNumbers: () => void;
  readonly onStep: (direction: "undo" | "redo") => void;
  readonly onHelp: () => void;
};

/** Above the picture. The scales are links and undo and redo are forms, which work without JavaScript; the rest needs it. */
export function TimelineToolbar({ view, history, withNumbers, onZoom, onToday, onNumbers, onStep, onHelp }: ToolbarProps) {
  return (
    <div className="timeline-tools" role="toolbar" aria-label={t("tools")} aria-orientation="horizontal">
      <div className="timeline-zoom" role="group" aria-label={t("zoom")}>
        {timelineZooms.map((zoom) => (
          <a
            key={zoom}
            href={timelineAddress({ ...view, zoom })}
            aria-current={view.zoom === zoom ? "true" : undefined}
            onClick={(event) => {
              if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              onZoom(zoom);
            }}
          >
            {t(`zooms.${zoom}`)}
          </a>
        ))}
      </div>
      <MoveHistory history={history} returnTo={timelineAddress(view)} onStep={onStep} />
      <div className="timeline-tools__script">
        <Button type="button" variant="tertiary" compact onClick={onToday}>
          {t("today")}
        </Button>
        <Button type="button" variant="tertiary" compact aria-pressed={withNumbers} onClick={onNumbers}>
          {t("load")}
        </Button>
        <Button type="button" variant="tertiary" compact icon="question" onClick={onHelp}>
          {t("keys")}
        </Button>
      </div>
    </div>
  );
}

const keys = ["arrows", "page", "edge", "enter", "move", "resize", "fold", "undo", "escape", "help"] as const;

export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const ref = useRef<HTMLDialogElement | null>(null);
  const show = (dialog: HTMLDialogElement | null) => {
    ref.current = dialog;
    if (dialog && !dialog.open) dialog.showModal();
  };
  return (
    <dialog ref={show} className="move-dialog" aria-labelledby="tasten-titel" onClose={onClose}>
      <h2 id="tasten-titel">{t("keysTitle")}</h2>
      <dl className="timeline-keys">
        {keys.map((key) => (
          <div key={key}>
            <dt>{t(`key.${key}`)}</dt>
            <dd>{t(`does.${key}`)}</dd>
          </div>
        ))}
      </dl>
      <div className="form-actions">
        <Button type="button" variant="primary" onClick={() => ref.current?.close()}>
          {t("close")}
        </Button>
      </div>
    </dialog>
  );
}
