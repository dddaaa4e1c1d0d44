import { useEffect, type RefObject } from "react";

const LINKS = "a[data-measure]";
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/**
 * One tab stop for all measures of a picture instead of one each: arrow keys move between their links in document order,
 * Home and End go to the first and the last. Without JavaScript every link stays a tab stop. `key` says when they are other ones.
 */
export function useLinkNavigation(ref: RefObject<HTMLElement>, key: unknown): void {
  useEffect(() => {
    const region = ref.current;
    if (region === null) return;
    const links = () => [...region.querySelectorAll<SVGAElement>(LINKS)];
    const makeStop = (stop: SVGAElement | undefined) => {
      for (const link of links()) link.setAttribute("tabindex", link === stop ? "0" : "-1");
    };
    makeStop(links()[0]);
    const onFocus = (event: FocusEvent) => {
      const link = event.target instanceof Element ? event.target.closest<SVGAElement>(LINKS) : null;
      if (link) makeStop(link);
    };
    const onKey = (event: KeyboardEvent) => {
      const current = event.target instanceof Element ? event.target.closest<SVGAElement>(LINKS) : null;
      if (current === null || event.altKey || event.ctrlKey || event.metaKey) return;
      const all = links();
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
