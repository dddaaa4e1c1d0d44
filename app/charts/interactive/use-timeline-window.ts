import { useEffect, useState, type RefObject } from "react";
import type { Stretch } from "#app/charts/svg/timeline-axis.tsx";

/** Which heights and which stretch of the picture are drawn, in its own pixels. */
export type TimelineWindow = { readonly top: number; readonly bottom: number; readonly stretch: Stretch };

/** What is drawn moves on in steps of so many pixels, and reaches so far beyond what is in view. */
const STEP = 120;
const BEYOND = 72;
const STEP_ACROSS = 400;
const BEYOND_ACROSS = 400;
/** Before the browser has said how high the region is. */
const FIRST: TimelineWindow = { top: 0, bottom: 720, stretch: { from: 0, to: 1600 } };

/** Follows the scrolling of a region, in steps, so that most frames draw nothing. `covered` of its height and `labelWidth` lie over its content. */
export function useTimelineWindow(ref: RefObject<HTMLElement>, { isWhole, covered, labelWidth }: { readonly isWhole: boolean; readonly covered: number; readonly labelWidth: number }): TimelineWindow {
  // Without JavaScript the first window stays the only one.
  const [shown, setShown] = useState(isWhole ? { ...FIRST, stretch: { from: 0, to: Infinity } } : FIRST);
  useEffect(() => {
    const region = ref.current;
    if (region === null) return;
    const update = () => {
      const next = windowOf(region, covered, labelWidth);
      setShown((now) => (isSame(now, next) ? now : next));
    };
    update();
    region.addEventListener("scroll", update, { passive: true });
    const observer = new ResizeObserver(update);
    observer.observe(region);
    return () => {
      region.removeEventListener("scroll", update);
      observer.disconnect();
    };
  }, [ref, covered, labelWidth]);
  return isWhole ? { top: 0, bottom: Infinity, stretch: shown.stretch } : shown;
}

function windowOf({ scrollTop, scrollLeft, clientHeight, clientWidth }: HTMLElement, covered: number, labelWidth: number): TimelineWindow {
  const top = Math.floor(Math.max(0, scrollTop - BEYOND) / STEP) * STEP;
  const bottom = Math.ceil((scrollTop + clientHeight - covered + BEYOND) / STEP) * STEP;
  const from = Math.floor(Math.max(0, scrollLeft - BEYOND_ACROSS) / STEP_ACROSS) * STEP_ACROSS;
  const to = Math.ceil((scrollLeft + clientWidth - labelWidth + BEYOND_ACROSS) / STEP_ACROSS) * STEP_ACROSS;
  return { top, bottom, stretch: { from, to } };
}

const isSame = (a: TimelineWindow, b: TimelineWindow): boolean =>
  a.top === b.top && a.bottom === b.bottom && a.stretch.from === b.stretch.from && a.stretch.to === b.stretch.to;
