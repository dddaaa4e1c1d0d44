import { useEffect, useRef, useState } from "react";
import { changedRuns } from "#app/domain/prioritisation/order-changes.ts";
import { t } from "#app/i18n/de/trial-weights.ts";

/** Not at every step of a slider: when it rests. */
const AFTER_MS = 600;
const MOST_NAMED = 5;

/** Says politely which places changed since the last time it spoke. */
export function OrderAnnouncement({ order, titles }: { order: readonly number[]; titles: ReadonlyMap<number, string> }) {
  const spoken = useRef(order);
  const [text, setText] = useState("");
  useEffect(() => {
    if (spoken.current === order) return;
    const timer = setTimeout(() => {
      setText(describe(spoken.current, order, titles));
      spoken.current = order;
    }, AFTER_MS);
    return () => clearTimeout(timer);
  }, [order, titles]);
  return (
    <p role="status" className="visually-hidden">
      {text}
    </p>
  );
}

function describe(before: readonly number[], after: readonly number[], titles: ReadonlyMap<number, string>): string {
  const [first, ...others] = changedRuns(before, after);
  if (first === undefined) return t("announceNone");
  const named = first.measureIds.slice(0, MOST_NAMED);
  const last = first.first + named.length - 1;
  const names = named.map((id) => titles.get(id) ?? "").join(", ");
  const count = first.measureIds.length - named.length + others.reduce((sum, run) => sum + run.measureIds.length, 0);
  const said = last === first.first ? t("announcePlace", { first: last, titles: names }) : t("announcePlaces", { first: first.first, last, titles: names });
  return count === 0 ? said : `${said}, ${t("announceMore", { count })}`;
}
