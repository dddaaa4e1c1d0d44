import { useFetcher, useNavigate, useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import type { ShownMoveHistory, ShownStep } from "#app/services/planning/show-move-history.server.ts";
import type { Placement } from "#app/domain/planning/reschedule.ts";
import type { action } from "./move-measure.tsx";
import type { action as stepAction } from "./undo-move.tsx";

type Move = { readonly id: number; readonly place: Placement };
/** What the server said of the last move that it did not simply make. */
export type MoveQuestion = Move & { readonly answer: Exclude<ReturnType<typeof useFetcher<typeof action>>["data"], undefined> };

const stepPaths = { undo: "/zeitplan/rueckgaengig", redo: "/zeitplan/wiederholen" } as const;

/** The page is read anew so long after the last move, so that figures and history follow without slowing the hand. */
const QUIET_MS = 500;

type Told = { readonly onDone: (text: string, ids: readonly number[]) => void; readonly onFailed: (move: Move) => void; };

/**
 * Moves of bars: shown at once, sent one after the other, taken back where the server refuses. A bar moved again while its
 * first move is on its way is sent once more, to its last place.
 */
export function useMoves(versionOf: (id: number) => number | undefined, { onDone, onFailed }: Told) {
  const fetcher = useFetcher<typeof action>();
  const step = useFetcher<typeof stepAction>();
  const { revalidate } = useRevalidator();
  const navigate = useNavigate();
  const stepping = useRef<"undo" | "redo">("undo");
  const [places, setPlaces] = useState<ReadonlyMap<number, Placement>>(new Map());
  /** What can be taken back or made again since the page was last read. */
  const [recent, setRecent] = useState<ShownMoveHistory | null>(null);
  const [question, setQuestion] = useState<MoveQuestion | null>(null);
  const versions = useRef(new Map<number, number>());
  const sent = useRef<Move | null>(null);
  const waiting = useRef<Move[]>([]);
  const quiet = useRef<ReturnType<typeof setTimeout>>();

  const put = useCallback((id: number, place: Placement | null) => {
    setPlaces((now) => {
      const next = new Map(now);
      if (place === null) next.delete(id);
      else next.set(id, place);
      return next;
    });
  }, []);
  const send = (move: Move) => {
    sent.current = move;
    const { startQuarter, endQuarter } = move.place;
    const rowVersion = versions.current.get(move.id) ?? versionOf(move.id) ?? 1;
    fetcher.submit({ via: "picture", rowVersion: String(rowVersion), startQuarter: startQuarter ?? "", endQuarter: endQuarter ?? "" }, { method: "post", action: `/zeitplan/${move.id}/verschieben` });
  };
  const readAnew = () => {
    clearTimeout(quiet.current);
    quiet.current = setTimeout(() => {
      if (sent.current === null) revalidate();
    }, QUIET_MS);
  };
  const onMove = (id: number, place: Placement) => {
    put(id, place);
    clearTimeout(quiet.current);
    if (sent.current === null && fetcher.state === "idle") send({ id, place });
    else waiting.current = [...waiting.current.filter((move) => move.id !== id), { id, place }];
  };

  const heard = useRef<unknown>(null);
  useEffect(() => {
    if (fetcher.state !== "idle" || fetcher.data === undefined || heard.current === fetcher.data) return;
    heard.current = fetcher.data;
    const answer = fetcher.data;
    const move = sent.current ?? (question === null ? null : { id: question.id, place: question.place });
    sent.current = null;
    const { done } = answer;
    if (done !== null) {
      for (const { measureId, rowVersion, startQuarter, endQuarter } of done.moved) {
        versions.current.set(measureId, rowVersion);
        if (!waiting.current.some(({ id }) => id === measureId)) put(measureId, { startQuarter, endQuarter });
      }
      setQuestion(null);
      const [first] = done.moved;
      if (first) setRecent({ undo: { moveId: done.moveId, title: first.title, kind: done.moved.length > 1 ? "withDependents" : "one", count: done.moved.length }, redo: null });
      onDone(done.text, done.moved.map(({ measureId }) => measureId));
    } else if (move !== null) {
      // Where it asks, the bar goes back until it is decided.
      put(move.id, null);
      waiting.current = [];
      setQuestion({ ...move, answer });
    }
    const next = waiting.current.shift();
    if (next) send(next);
    else readAnew();
  });
  // An answer that never came: the server is away, or it refused what this page should not have offered.
  useEffect(() => {
    if (fetcher.state !== "idle" || fetcher.data !== undefined || sent.current === null) return;
    const move = sent.current;
    sent.current = null;
    put(move.id, null);
    onFailed(move);
  });
  useEffect(() => {
    if (step.state !== "idle" || !step.data) return;
    if (step.data.done === null) {
      // The page of the step says what stands in its way.
      navigate(stepPaths[stepping.current]);
      return;
    }
    const { text, moved } = step.data.done;
    for (const { measureId, rowVersion, startQuarter, endQuarter } of moved) {
      versions.current.set(measureId, rowVersion);
      put(measureId, { startQuarter, endQuarter });
    }
    onDone(text, moved.map(({ measureId }) => measureId));
    readAnew();
    // Heard once per answer.
  }, [step.data, step.state]);

  return {
    places,
    recent,
    question,
    fetcher,
    onMove,
    /** What the server has told anew needs no memory here; what is still on its way does. */
    settle: useCallback(() => {
      setPlaces((now) => (now.size === 0 ? now : new Map([...now].filter(([id]) => sent.current?.id === id || waiting.current.some((move) => move.id === id)))));
      versions.current.clear();
      setRecent(null);
    }, []),
    answer: (rowVersion: number) => {
      if (question === null) return;
      versions.current.set(question.id, rowVersion);
      const { id, place } = question;
      setQuestion(null);
      onMove(id, place);
    },
    dismiss: () => setQuestion(null),
    takeStep: (direction: "undo" | "redo", { moveId, ...rest }: ShownStep) => {
      stepping.current = direction;
      // The next step of the other direction is known, what lies before this one is not until the page is read anew.
      setRecent({ undo: null, redo: null, [direction === "undo" ? "redo" : "undo"]: { moveId, ...rest } });
      step.submit({ via: "picture", moveId: String(moveId) }, { method: "post", action: stepPaths[direction] });
    },
  };
}
