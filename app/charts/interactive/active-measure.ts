import { useEffect, useState, type RefObject } from "react";

/** The measure whose sign is pointed at or has the focus: what carries its id as `data-measure` (a link) or `data-bubble` (a shape). */
export function useActiveMeasure(ref: RefObject<HTMLElement>): number | null {
  const [activeId, setActiveId] = useState<number | null>(null);
  useEffect(() => {
    const region = ref.current;
    if (region === null) return;
    const activate = (event: Event) => setActiveId(measureAt(event.target));
    const leave = () => setActiveId(null);
    const dismiss = (event: KeyboardEvent) => {
      if (event.key === "Escape") leave();
    };
    region.addEventListener("pointerover", activate);
    region.addEventListener("pointerleave", leave);
    region.addEventListener("focusin", activate);
    region.addEventListener("focusout", leave);
    region.addEventListener("keydown", dismiss);
    return () => {
      region.removeEventListener("pointerover", activate);
      region.removeEventListener("pointerleave", leave);
      region.removeEventListener("focusin", activate);
      region.removeEventListener("focusout", leave);
      region.removeEventListener("keydown", dismiss);
    };
  }, [ref]);
  return activeId;
}

function measureAt(target: EventTarget | null): number | null {
  const element = target instanceof Element ? target.closest("[data-measure], [data-bubble]") : null;
  const id = element?.getAttribute("data-measure") ?? element?.getAttribute("data-bubble");
  return id ? Number(id) : null;
}
