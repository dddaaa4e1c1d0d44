import { useEffect, type RefObject } from "react";

const PADDING = 6;

/**
 * Words in a bar whose start is out of view move on to the edge of the view, as far as the bar reaches. Written into the
 * picture directly: it happens in every frame of a scroll and concerns a few bars alone. `key` says when they are other ones.
 */
export function useStickyLabels(ref: RefObject<HTMLElement>, key: unknown): void {
  useEffect(() => {
    const region = ref.current;
    if (region === null) return;
    const labels = [...region.querySelectorAll<SVGTextElement>("text[data-until]")].map((element) => {
      const from = Number(element.dataset["from"]);
      return { element, from, until: Number(element.dataset["until"]) };
    });
    const place = () => {
      const edge = region.scrollLeft + PADDING;
      for (const { element, from, until } of labels) {
        const x = String(Math.max(from, Math.min(edge, until)));
        if (element.getAttribute("x") !== x) element.setAttribute("x", x);
      }
    };
    place();
    region.addEventListener("scroll", place, { passive: true });
    return () => region.removeEventListener("scroll", place);
  }, [ref, key]);
}
