import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

const icons = { info: "info", success: "check", warning: "warning", danger: "danger" } as const;

/** A notice in the page. `live` announces it when it appears after an action. */
export function Alert({ kind, title, children, live = false }: { kind: keyof typeof icons; title: string; children?: ReactNode; live?: boolean }) {
  return (
    <div className={`notice notice--${kind}`} role={live ? (kind === "danger" ? "alert" : "status") : undefined}>
      <Icon name={icons[kind]} />
      <div className="notice__text">
        <p className="notice__title">{title}</p>
        {children && <div className="notice__body">{children}</div>}
      </div>
    </div>
  );
}
