import type { ReactNode } from "react";
import { t } from "#app/i18n/de/shell.ts";

export type Crumb = { readonly to: string; readonly label: string };

/** The frame of every page: where am I, what is it called, what can I do here. */
export function Page({ title, crumbs = [], intro, actions, children }: { title: string; crumbs?: readonly Crumb[]; intro?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  return (
    <>
      {crumbs.length > 0 && (
        <nav aria-label={t("breadcrumb")} className="breadcrumb">
          <ol>
            {crumbs.map((crumb) => (
              <li key={crumb.to}>
                <a href={crumb.to}>{crumb.label}</a>
              </li>
            ))}
            <li aria-current="page">{title}</li>
          </ol>
        </nav>
      )}
      <div className="page-header">
        <h1>{title}</h1>
        {actions && <div className="page-actions">{actions}</div>}
      </div>
      {intro && <div className="page-intro">{intro}</div>}
      {children}
    </>
  );
}

/** A titled part of a page. `id` makes it a target for links. */
export function Section({ title, id, actions, children }: { title: string; id?: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className="section" id={id} aria-labelledby={id ? `${id}-title` : undefined}>
      <div className="section-header">
        <h2 id={id ? `${id}-title` : undefined}>{title}</h2>
        {actions && <div className="page-actions">{actions}</div>}
      </div>
      {children}
    </section>
  );
}

/** A framed block for content that belongs together. */
export const Card = ({ children }: { children: ReactNode }) => <div className="card">{children}</div>;

/** Nothing here yet: says so, and what to do next. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty-state">
      <p className="empty-state__title">{title}</p>
      {children && <div>{children}</div>}
      {action && <div className="empty-state__action">{action}</div>}
    </div>
  );
}
