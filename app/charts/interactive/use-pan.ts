import { useEffect, type RefObject } from "react";

const THRESHOLD = 3;

/** The mouse takes hold of the ground between the bars and draws it along; fingers and wheels scroll by themselves. */
export function usePan(ref: RefObject<HTMLElement>): void {
  useEffect(() => {
    const region = ref.current;
    if (region === null) return;
    let held: { readonly pointerId: number; readonly x: number; readonly y: number; readonly left: number; readonly top: number; moving: boolean } | null = null;
    const onDown = (event: PointerEvent) => {
      const isGround = event.target instanceof Element && event.target.closest(".timeline__plot, .timeline__axis") !== null && event.target.closest("a") === null;
      if (!isGround || event.pointerType !== "mouse" || event.button !== 0) return;
      held = { pointerId: event.pointerId, x: event.clientX, y: event.clientY, left: region.scrollLeft, top: region.scrollTop, moving: false };
    };
    const onMove = (event: PointerEvent) => {
      if (held === null || event.pointerId !== held.pointerId) return;
      const [across, down] = [event.clientX - held.x, event.clientY - held.y];
      if (!held.moving) {
        if (Math.hypot(across, down) < THRESHOLD) return;
        held.moving = true;
        region.setPointerCapture(event.pointerId);
        region.classList.add("timeline--panned");
      }
      region.scrollTo(held.left - across, held.top - down);
    };
    const release = () => {
      region.classList.remove("timeline--panned");
      held = null;
    };
    region.addEventListener("pointerdown", onDown);
    region.addEventListener("pointermove", onMove);
    region.addEventListener("pointerup", release);
    region.addEventListener("pointercancel", release);
    return () => {
      region.removeEventListener("pointerdown", onDown);
      region.removeEventListener("pointermove", onMove);
      region.removeEventListener("pointerup", release);
      region.removeEventListener("pointercancel", release);
    };
  }, [ref]);
}
