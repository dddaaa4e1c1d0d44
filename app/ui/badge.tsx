import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

/** A short state beside a text. Colour never stands alone: the words (and an icon) say it. */
export function Badge({ kind = "neutral", icon, children }: { kind?: "neutral" | "info" | "success" | "warning" | "danger"; icon?: IconName; children: ReactNode }) {
  return (
    <span className={`badge badge--${kind}`}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </span>
  );
}
