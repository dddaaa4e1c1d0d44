/** What a key asks of the picture. Steps count bars in reading order; moves count quarters. */
export type TimelineCommand =
  | { readonly kind: "step"; readonly by: number }
  | { readonly kind: "edge"; readonly to: "first" | "last" }
  | { readonly kind: "fold"; readonly open: boolean }
  | { readonly kind: "move"; readonly quarters: number }
  | { readonly kind: "resize"; readonly quarters: number }
  | { readonly kind: "undo" | "redo" | "cancel" | "help" };

type Key = Pick<KeyboardEvent, "key" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey">;

const PAGE = 10;
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1, PageDown: PAGE, PageUp: -PAGE };

/** Null for keys that the browser keeps. On a lane's heading right and left open and fold it. */
export function timelineCommand({ key, altKey, ctrlKey, metaKey, shiftKey }: Key, onLane: boolean): TimelineCommand | null {
  if (ctrlKey || metaKey) {
    if (key.toLowerCase() === "z") return { kind: shiftKey ? "redo" : "undo" };
    return key.toLowerCase() === "y" ? { kind: "redo" } : null;
  }
  if (altKey) {
    const quarters = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
    return quarters === 0 || onLane ? null : { kind: shiftKey ? "resize" : "move", quarters };
  }
  if (key === "?") return { kind: "help" };
  if (key === "Escape") return { kind: "cancel" };
  if (key === "Home" || key === "End") return { kind: "edge", to: key === "Home" ? "first" : "last" };
  if (onLane && (key === "ArrowRight" || key === "ArrowLeft")) return { kind: "fold", open: key === "ArrowRight" };
  const by = steps[key];
  return by === undefined || shiftKey ? null : { kind: "step", by };
}
