import { useEffect, useRef, type RefObject } from "react";
import type { TimelineFrame } from "#app/charts/layout/timeline-frame.ts";
import type { BarGrip } from "#app/domain/planning/moved-place.ts";

export type BarDrag = { readonly id: number; readonly grip: BarGrip; readonly quarters: number };

type DragHandlers = {
  /** With every quarter passed; null when the drag ends or is given up. */
  readonly onTry: (drag: BarDrag | null) => void;
  readonly onDrop: (drag: BarDrag) => void;
};

/** A click that trembles is no drag. */
const THRESHOLD = 4;
/** So near an end of a bar, that end is taken. */
const GRIP = 7;
const FINGER_GRIP = 14;
/** Bars narrower than this are only taken whole. */
const NARROWEST_WITH_ENDS = 40;
/** Dragging near an edge of the view scrolls it. */
const EDGE = 28;
const SCROLL_STEP = 14;

type Held = {
  readonly id: number;
  readonly grip: BarGrip;
  readonly pointerId: number;
  readonly fromX: number;
  readonly fromScroll: number;
  readonly link: SVGAElement;
  quarters: number;
  moving: boolean;
};

/**
 * Bars follow the pointer by a transform written into the picture directly; React hears only of whole quarters. Works with
 * mouse, pen and finger; Escape gives up.
 */
export function useBarDrag(ref: RefObject<HTMLElement>, frame: TimelineFrame, { onTry, onDrop }: DragHandlers): void {
  const handlers = useRef({ frame, onTry, onDrop });
  useEffect(() => {
    handlers.current = { frame, onTry, onDrop };
  });
  useEffect(() => {
    const region = ref.current;
    if (region === null) return;
    let held: Held | null = null;
    let wasDragged = false;
    const release = () => {
      if (held === null) return;
      held.link.removeAttribute("transform");
      held.link.classList.remove("timeline-held");
      if (held.moving) handlers.current.onTry(null);
      held = null;
    };
    const onDown = (event: PointerEvent) => {
      const link = event.target instanceof Element ? event.target.closest<SVGAElement>("a[data-movable]") : null;
      if (link === null || event.button !== 0 || event.ctrlKey || event.metaKey) return;
      const grip = gripAt(link, event);
      held = { id: Number(link.dataset["measure"]), grip, pointerId: event.pointerId, fromX: event.clientX, fromScroll: region.scrollLeft, link, quarters: 0, moving: false };
      wasDragged = false;
    };
    const onMove = (event: PointerEvent) => {
      if (held === null || event.pointerId !== held.pointerId) return;
      const distance = event.clientX - held.fromX + region.scrollLeft - held.fromScroll;
      if (!held.moving) {
        if (Math.abs(distance) < THRESHOLD) return;
        held.moving = wasDragged = true;
        held.link.classList.add("timeline-held");
        region.setPointerCapture(event.pointerId);
      }
      scrollAtEdge(region, event);
      if (held.grip === "whole") held.link.setAttribute("transform", `translate(${distance} 0)`);
      const quarters = Math.round(distance / quarterWidth(handlers.current.frame));
      if (quarters === held.quarters) return;
      held.quarters = quarters;
      handlers.current.onTry({ id: held.id, grip: held.grip, quarters });
    };
    const onUp = (event: PointerEvent) => {
      if (held === null || event.pointerId !== held.pointerId) return;
      const { id, grip, quarters, moving } = held;
      release();
      if (moving && quarters !== 0) handlers.current.onDrop({ id, grip, quarters });
    };
    // The click that ends a drag is none on the link.
    const onClick = (event: MouseEvent) => {
      if (!wasDragged) return;
      wasDragged = false;
      event.preventDefault();
      event.stopPropagation();
    };
    const onKey = (event: KeyboardEvent) => event.key === "Escape" && release();
    const onNativeDrag = (event: DragEvent) => event.preventDefault();
    region.addEventListener("pointerdown", onDown);
    region.addEventListener("pointermove", onMove);
    region.addEventListener("pointerup", onUp);
    region.addEventListener("pointercancel", release);
    region.addEventListener("click", onClick, true);
    region.addEventListener("dragstart", onNativeDrag);
    window.addEventListener("keydown", onKey);
    return () => {
      region.removeEventListener("pointerdown", onDown);
      region.removeEventListener("pointermove", onMove);
      region.removeEventListener("pointerup", onUp);
      region.removeEventListener("pointercancel", release);
      region.removeEventListener("click", onClick, true);
      region.removeEventListener("dragstart", onNativeDrag);
      window.removeEventListener("keydown", onKey);
    };
  }, [ref]);
}

const quarterWidth = ({ axis }: TimelineFrame): number => (axis.pixelsPerDay * 365.25) / 4;

function gripAt(link: SVGAElement, { clientX, pointerType }: PointerEvent): BarGrip {
  const box = link.querySelector(".timeline-target")?.getBoundingClientRect();
  if (box === undefined || box.width < NARROWEST_WITH_ENDS) return "whole";
  const reach = pointerType === "mouse" ? GRIP : FINGER_GRIP;
  if (clientX - box.left < reach) return "start";
  return box.right - clientX < reach ? "end" : "whole";
}

function scrollAtEdge(region: HTMLElement, { clientX }: PointerEvent): void {
  const { left, right } = region.getBoundingClientRect();
  if (clientX > right - EDGE) region.scrollLeft += SCROLL_STEP;
  else if (clientX < left + EDGE) region.scrollLeft -= SCROLL_STEP;
}
