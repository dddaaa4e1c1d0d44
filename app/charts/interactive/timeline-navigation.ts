import { useEffect, type RefObject } from "react";

const BARS = "a[data-measure]";
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/**
 * One tab stop for all bars instead of one each: arrow keys move between them in reading order, Home and End go to the
 * first and the last. Without JavaScript every bar stays a tab stop. `key` says when the bars are other ones.
 */
export function useTimelineNavigation(ref: RefObject<HTMLElement>, key: unknown): void {
  useEffect(() => {
    const region = ref.current;
    if (region === null) return;
    const bars = () => [...region.querySelectorAll<SVGAElement>(BARS)];
    const makeStop = (stop: SVGAElement | undefined) => {
      for (const bar of bars()) bar.setAttribute("tabindex", bar === stop ? "0" : "-1");
    };
    makeStop(bars()[0]);
    const onFocus = (event: FocusEvent) => {
      const bar = event.target instanceof Element ? event.target.closest<SVGAElement>(BARS) : null;
      if (bar) makeStop(bar);
    };
    const onKey = (event: KeyboardEvent) => {
      const current = event.target instanceof Element ? event.target.closest<SVGAElement>(BARS) : null;
      if (current === null || event.altKey || event.ctrlKey || event.metaKey) return;
      const all = bars();
      const step = STEPS[event.key];
      const next = event.key === "Home" ? all[0] : event.key === "End" ? all.at(-1) : step === undefined ? undefined : all[all.indexOf(current) + step];
      if (next === undefined) return;
      event.preventDefault();
      next.focus();
    };
    region.addEventListener("focusin", onFocus);
    region.addEventListener("keydown", onKey);
    return () => {
      region.removeEventListener("focusin", onFocus);
      region.removeEventListener("keydown", onKey);
    };
  }, [ref, key]);
}
