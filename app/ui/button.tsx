import type { ButtonHTMLAttributes, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon, type IconName } from "./icon.tsx";

type Look = {
  readonly variant?: "primary" | "secondary" | "tertiary" | "danger";
  readonly icon?: IconName;
  readonly compact?: boolean;
  readonly children: ReactNode;
};

const look = ({ variant = "secondary", compact }: Pick<Look, "variant" | "compact">) =>
  classNames("kern-btn", variant === "danger" ? "kern-btn--secondary button-danger" : `kern-btn--${variant}`, compact && "button-compact");

function Content({ icon, children }: Pick<Look, "icon" | "children">) {
  return (
    <>
      {icon && <Icon name={icon} />}
      <span className="kern-label">{children}</span>
    </>
  );
}

export function Button({ variant, icon, compact, children, type = "submit", ...rest }: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button {...rest} type={type} className={look({ variant, compact })}>
      <Content icon={icon}>{children}</Content>
    </button>
  );
}

/** A link that looks like a button. `download` and other hosts' addresses need a full page load: pass `reload`. */
export function LinkButton({ to, variant, icon, compact, children, reload = false, label }: Look & { to: string; reload?: boolean; label?: string }) {
  return (
    <a href={to} data-reload={reload || undefined} className={look({ variant, compact })} aria-label={label}>
      <Content icon={icon}>{children}</Content>
    </a>
  );
}
