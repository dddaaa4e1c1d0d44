import type { ReactNode } from "react";
import { t } from "#app/i18n/de/shell.ts";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";

/**
 * A table that scrolls sideways inside its own region on narrow screens; the region can be reached by keyboard.
 * `stacked` turns rows into cards below 640 px: every cell then needs a `data-label` with its heading.
 */
export function DataTable({ caption, captionHidden = false, stacked = false, children }: { caption: string; captionHidden?: boolean; stacked?: boolean; children: ReactNode }) {
  return (
    <div className="table-region" role="region" aria-label={caption} tabIndex={0}>
      <table className={classNames("data-table", stacked && "data-table--stacked")}>
        <caption className={captionHidden ? "visually-hidden" : undefined}>{caption}</caption>
        {children}
      </table>
    </div>
  );
}

/** A column heading that sorts by link, so that it works without JavaScript and lives in the URL. */
export function SortHeading({ label, to, direction, numeric = false }: { label: string; to: string; direction: "ascending" | "descending" | null; numeric?: boolean }) {
  return (
    <th scope="col" aria-sort={direction ?? undefined} className={numeric ? "numeric" : undefined}>
      <a href={to} data-keep-scroll className="sort-link">
        {label}
        <span aria-hidden="true">{direction === "ascending" ? " ▲" : direction === "descending" ? " ▼" : ""}</span>
      </a>
    </th>
  );
}

/** Pages of a long list. `toPage` makes the address of a page, counted from 1. */
export function Pagination({ page, pageCount, toPage }: { page: number; pageCount: number; toPage: (page: number) => string }) {
  if (pageCount <= 1) return null;
  return (
    <nav className="pagination" aria-label={t("pagination")}>
      {page > 1 && (
        <a href={toPage(page - 1)} rel="prev">
          <Icon name="arrowLeft" />
          {t("previousPage")}
        </a>
      )}
      <span>{t("pageOf", { page, pageCount })}</span>
      {page < pageCount && (
        <a href={toPage(page + 1)} rel="next">
          {t("nextPage")}
          <Icon name="arrowRight" />
        </a>
      )}
    </nav>
  );
}

/** Views of the same thing side by side, as links; the open one is marked. Where several such lists follow each other, their labels are shown. */
export function TabLinks({ label, isLabelShown = false, tabs }: { label: string; isLabelShown?: boolean; tabs: ReadonlyArray<{ to: string; label: string; current: boolean }> }) {
  return (
    <nav className="tab-links" aria-label={label}>
      {isLabelShown && (
        <span className="tab-links__label" aria-hidden="true">
          {label}
        </span>
      )}
      <ul>
        {tabs.map((tab) => (
          <li key={tab.to}>
            <a href={tab.to} aria-current={tab.current ? "page" : undefined}>
              {tab.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Pairs of name and value. */
export function Facts({ facts }: { facts: ReadonlyArray<{ label: string; value: ReactNode }> }) {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
