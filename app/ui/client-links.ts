import { useNavigate } from "@remix-run/react";
import type { MouseEvent } from "react";

/**
 * Links are plain anchors, which cost the server a fraction of a router link each; the frame around every page follows
 * those of this site without a full page load when there is JavaScript. `data-reload` and `download` ask for a full load,
 * `data-keep-scroll` keeps the place on the page.
 */
export function useClientLinks(): (event: MouseEvent) => void {
  const navigate = useNavigate();
  return (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const href = link?.getAttribute("href");
    if (!link || !href || !/^[/?]/.test(href) || link.hasAttribute("download") || link.hasAttribute("data-reload") || link.hasAttribute("target")) return;
    event.preventDefault();
    navigate(href, { preventScrollReset: link.hasAttribute("data-keep-scroll") });
  };
}
