import { useNavigate } from "@remix-run/react";
import type { MouseEvent } from "react";

/**
 * For regions with hundreds of links: plain anchors, which cost the server a fraction of a router link each, followed
 * without a full page load when there is JavaScript.
 */
export function useClientLinks(): (event: MouseEvent) => void {
  const navigate = useNavigate();
  return (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const href = event.target instanceof Element ? event.target.closest("a")?.getAttribute("href") : null;
    if (!href || !/^[/?]/.test(href)) return;
    event.preventDefault();
    navigate(href);
  };
}
