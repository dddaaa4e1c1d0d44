import { useCallback, useRef, useState } from "react";
import { t } from "#app/i18n/de/rating-screen.ts";

/** What the server says to a single answer: how many measures are done now, or why it was not stored. */
export type AnswerReply = { readonly doneCount: number } | { readonly problem: string };

/** `value` as the form sends it: a level or "unknown". */
export type Answer = { readonly measureId: number; readonly criterionId: number; readonly value: string };
export type AnswerState = { readonly answer: Answer } & ({ readonly status: "saving" | "saved" } | { readonly status: "failed"; readonly problem: string });

export const answerKey = ({ measureId, criterionId }: Omit<Answer, "value">): string => `${measureId}.${criterionId}`;

/**
 * Sends answers as they are given. The newest answer to a question is sent last, whatever order the replies come in;
 * one that was not stored stays on the page and can be sent again.
 */
export function useAnswerSaving() {
  const [states, setStates] = useState<ReadonlyMap<string, AnswerState>>(new Map());
  const [doneCount, setDoneCount] = useState<number | null>(null);
  const [last, setLast] = useState<AnswerState | null>(null);
  const waiting = useRef(new Map<string, Answer>());
  const sending = useRef(new Set<string>());

  const save = useCallback(async (answer: Answer): Promise<void> => {
    const key = answerKey(answer);
    const show = (state: AnswerState) => {
      setStates((before) => new Map(before).set(key, state));
      if (state.status !== "saving") setLast(state);
    };
    waiting.current.set(key, answer);
    show({ answer, status: "saving" });
    if (sending.current.has(key)) return;
    sending.current.add(key);
    for (let next = waiting.current.get(key); next !== undefined; next = waiting.current.get(key)) {
      waiting.current.delete(key);
      const reply = await sendAnswer(next);
      if (waiting.current.has(key)) continue;
      if ("doneCount" in reply) {
        setDoneCount(reply.doneCount);
        show({ answer: next, status: "saved" });
      } else show({ answer: next, status: "failed", problem: reply.problem });
    }
    sending.current.delete(key);
  }, []);

  return { states, last, doneCount, save };
}

/** Outlives the page: an answer given just before leaving arrives all the same. */
async function sendAnswer({ measureId, criterionId, value }: Answer): Promise<AnswerReply> {
  const body = new URLSearchParams({ [`answers.c${criterionId}`]: value });
  try {
    const response = await fetch(`/priorisierung/bewerten/${measureId}/antwort`, { method: "POST", body, redirect: "manual", keepalive: true });
    if (response.type === "opaqueredirect") return { problem: t("loggedOut") };
    if (response.ok || response.status === 400) return (await response.json()) as AnswerReply;
    return { problem: t("unreachable") };
  } catch {
    return { problem: t("unreachable") };
  }
}
