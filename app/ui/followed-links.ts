import { useNavigate } from "@remix-run/react";
import { useEffect } from "react";

/**
 * Plain links marked `data-follow` change the page without a reload, as the router's own links do. One listener serves
 * them all: on the server a router link costs several hooks, which fifty rows and the navigation pay on every request.
 */
export function useFollowedLinks(): void {
  const navigate = useNavigate();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-follow]") : null;
      const isPlainClick = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
      if (link === null || event.defaultPrevented || !isPlainClick) return;
      event.preventDefault();
      navigate(link.pathname + link.search + link.hash);
    };
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [navigate]);
}
