import { useCallback, useEffect, useMemo, useState } from "react";
import { TimelinePicture } from "#app/charts/interactive/timeline-picture.tsx";
import { stateLabel, timeLabel } from "#app/charts/svg/timeline-texts.ts";
import type { Placement } from "#app/domain/planning/reschedule.ts";
import type { TimelineEntry } from "#app/domain/planning/timeline-entry.ts";
import type { TimelineView, TimelineZoom } from "#app/domain/planning/timeline-view.ts";
import { timelineAddress } from "#app/forms/timeline-view.ts";
import { t } from "#app/i18n/de/timeline-hands.ts";
import type { ShownMoveHistory } from "#app/services/planning/show-move-history.server.ts";
import type { ShownTimeline } from "#app/services/planning/show-timeline.server.ts";
import { MoveDialog } from "./move-dialog.tsx";
import { KeysDialog, TimelineToolbar } from "./timeline-toolbar.tsx";
import { useMoveImpact, type Trial } from "./use-move-impact.ts";
import { useMoves } from "./use-moves.ts";

type WorkspaceProps = {
  readonly view: TimelineView;
  readonly timeline: ShownTimeline;
  readonly history: ShownMoveHistory | null;
  /** The run whose explanations belong to the plan as it stands; null where the planner never ran. */
  readonly explainedBy: number | null;
  /** Draws every row at first, for those without JavaScript. */
  readonly whole: boolean;
};

/** The picture with everything that is done in it: scale, moves, what they do, undo and redo. */
export function TimelineWorkspace({ view: asked, timeline, history, explainedBy, whole }: WorkspaceProps) {
  const [zoom, setZoom] = useState(asked.zoom);
  const [withNumbers, setNumbers] = useState(false);
  const [helping, setHelping] = useState(false);
  const [said, say] = useState("");
  const [chosen, choose] = useState<number | null>(null);
  const [toToday, goToToday] = useState(0);
  const view = useMemo(() => ({ ...asked, zoom }), [asked, zoom]);
  const { measures, undated, today, years } = timeline;
  const byId = useMemo(() => new Map([...measures, ...undated].map((entry) => [entry.id, entry])), [measures, undated]);
  const titleOf = (id: number): string => byId.get(id)?.title ?? "";
  const { places, recent, question, fetcher, onMove, settle, answer, dismiss, takeStep } = useMoves((id) => byId.get(id)?.rowVersion, {
    onDone: (text, ids) => {
      ids.forEach(forget);
      say(text);
    },
    onFailed: ({ id }) => say(t("failed", { title: titleOf(id) })),
  });
  const placeOf = useCallback((id: number): Placement | undefined => places.get(id) ?? byId.get(id), [places, byId]);
  const { trial, attempt, learn, forget } = useMoveImpact(years, placeOf);
  useEffect(() => settle(), [timeline, settle]);

  const steps = recent ?? history;
  const onZoom = (next: TimelineZoom) => {
    setZoom(next);
    window.history.replaceState(window.history.state, "", timelineAddress({ ...view, zoom: next }));
  };
  const onUndo = (direction: "undo" | "redo") => {
    const step = steps?.[direction];
    if (step) takeStep(direction, step);
  };
  const foldedAddress = useCallback((collapsed: readonly number[]) => timelineAddress({ ...view, collapsed: collapsed.filter((id) => id >= 0) }), [view]);
  const hands = {
    places,
    trial: trial?.heat ?? null,
    onTry: attempt,
    onMove: (id: number, place: Placement) => {
      attempt(id, null);
      say(t("saving", { title: titleOf(id) }));
      onMove(id, place);
    },
    onUndo,
    onFocusBar: (id: number | null) => {
      choose(id);
      if (id !== null && byId.get(id)?.movable) void learn(id);
    },
    onHelp: () => setHelping(true),
    onSay: say,
  };
  const asking = question === null ? undefined : byId.get(question.id);
  const entry = chosen === null ? undefined : byId.get(chosen);
  return (
    <>
      <TimelineToolbar
        view={view}
        history={steps}
        withNumbers={withNumbers}
        onZoom={onZoom}
        onToday={() => goToToday((count) => count + 1)}
        onNumbers={() => setNumbers((now) => !now)}
        onStep={onUndo}
        onHelp={() => setHelping(true)}
      />
      <TimelinePicture
        key={timelineAddress({ ...asked, collapsed: [], from: null, zoom: "fit" })}
        plan={timeline}
        heat={timeline.heat}
        withNumbers={withNumbers}
        today={today}
        years={years}
        view={view}
        toToday={toToday}
        foldedAddress={foldedAddress}
        hands={hands}
        whole={whole}
      />
      <p className="timeline-said" role="status">
        {trial ? trialText(trial, titleOf(trial.id), byId.get(trial.id)) : said}
      </p>
      <ChosenBar entry={entry} place={entry ? placeOf(entry.id) : undefined} explainedBy={explainedBy} />
      {question && asking && (
        <MoveDialog
          key={`${question.id} ${question.place.startQuarter} ${question.place.endQuarter}`}
          question={question}
          title={asking.title}
          permanentTask={asking.permanentTask}
          rowVersion={question.answer.stored?.measureId === question.id ? question.answer.stored.rowVersion : asking.rowVersion}
          fetcher={fetcher}
          onClose={dismiss}
          onMoveAnyway={answer}
        />
      )}
      {helping && <KeysDialog onClose={() => setHelping(false)} />}
    </>
  );
}

function trialText({ place, dependents }: Trial, title: string, entry: TimelineEntry | undefined): string {
  const deadlines = dependents?.missedDeadlines.filter(({ already }) => !already).length ?? 0;
  return t("trial", { title, time: timeLabel({ permanentTask: entry?.permanentTask ?? false, ...place }), dependents: Math.max(0, (dependents?.changes.length ?? 1) - 1), deadlines });
}

type ChosenProps = { readonly entry: TimelineEntry | undefined; readonly place: Placement | undefined; readonly explainedBy: number | null };

/** What can be done with the bar that has, or last had, the focus. */
function ChosenBar({ entry, place, explainedBy }: ChosenProps) {
  if (entry === undefined) return <p className="timeline-chosen muted">{t("noneChosen")}</p>;
  const { id, title, movable } = entry;
  return (
    <div className="timeline-chosen" role="group" aria-label={t("chosen")}>
      <span>
        <strong>{title}</strong> {timeLabel({ ...entry, ...place })}, {stateLabel(entry)}
      </span>
      <a href={`/massnahmen/${id}`}>{t("open")}</a>
      {movable && <a href={`/zeitplan/${id}/verschieben`}>{t("byForm")}</a>}
      {explainedBy !== null && <a href={`/planung/laeufe/${explainedBy}/massnahmen/${id}`}>{t("why")}</a>}
    </div>
  );
}
