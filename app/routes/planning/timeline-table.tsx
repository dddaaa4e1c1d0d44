import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import type { TimelineTableGroup, TimelineTablePage, TimelineTableRow } from "#app/domain/planning/timeline-table.ts";
import type { YearSpan } from "#app/domain/planning/timeline-span.ts";
import type { TimelineSort, TimelineView } from "#app/domain/planning/timeline-view.ts";
import { timelineAddress } from "#app/forms/timeline-view.ts";
import { t as planning } from "#app/i18n/de/planning.ts";
import { t } from "#app/i18n/de/timeline.ts";
import { words } from "#app/i18n/de/timeline-picture.ts";
import { formatInteger, formatPercent, formatQuarterShort } from "#app/i18n/format.ts";
import { handNote } from "#app/i18n/priority.ts";
import { changeHeading, changeText, conflictText, dateTexts, durationText, endText, horizonTexts, milestoneTexts, predecessorTexts, statusTexts } from "#app/i18n/timeline-cells.ts";
import { Icon } from "#app/ui/icon.tsx";
import { DataTable, Pagination, SortHeading } from "#app/ui/table.tsx";

type TableProps = {
  readonly view: TimelineView;
  readonly table: TimelineTablePage;
  readonly years: YearSpan;
  readonly today: PlainDate;
  readonly versionNumber: number | null;
};

/** Everything the picture shows, in words: in its order, or sorted by any column. */
export function TimelineTable({ view, table, years, today, versionNumber }: TableProps) {
  const isSorted = view.sort !== null;
  const columns = columnsOf(view, versionNumber);
  const toPage = (page: number) => timelineAddress({ ...view, page });
  return (
    <div className="timeline-table">
      <p className="result-count" role="status">
        {t("table.range", { from: table.from, to: table.to, count: table.count })}{" "}
        {isSorted && <a href={timelineAddress({ ...view, sort: null, descending: false, page: 1 })}>{t("table.unsorted")}</a>}
      </p>
      <DataTable caption={t("table.caption", { firstYear: String(years.firstYear), lastYear: String(years.lastYear), sorted: isSorted ? "yes" : "no" })} stacked>
        <thead>
          <tr>{columns.map(({ sort, label }) => (sort === null ? <th scope="col" key={label}>{label}</th> : <Heading key={label} sort={sort} label={label} view={view} />))}</tr>
        </thead>
        {table.groups.map((group, index) => (
          <tbody key={index}>
            {group.heading !== null && (
              <tr className="timeline-lane-row">
                <th scope="rowgroup" colSpan={columns.length}>
                  {groupName(group, view)}
                </th>
              </tr>
            )}
            {group.rows.map((row) => (
              <Row key={row.entry.id} row={row} view={view} today={today} versionNumber={versionNumber} />
            ))}
          </tbody>
        ))}
      </DataTable>
      <Pagination page={table.page} pageCount={table.pageCount} toPage={toPage} />
    </div>
  );
}

type Column = { readonly sort: TimelineSort | null; readonly label: string };

/** In lanes their headings say which one; sorted, a column does. */
const columnsOf = ({ sort, lanesBy }: TimelineView, versionNumber: number | null): Column[] => [
  { sort: "title", label: t("table.measure") },
  ...(sort === null ? [] : [{ sort: "lane" as const, label: t(`lanesBy.${lanesBy}`) }]),
  { sort: "priority", label: t("table.priority") },
  { sort: "start", label: t("table.start") },
  { sort: "end", label: t("table.end") },
  { sort: "duration", label: t("table.duration") },
  { sort: "status", label: t("table.status") },
  { sort: "progress", label: t("table.progress") },
  { sort: "horizon", label: t("table.horizon") },
  { sort: "deadline", label: t("table.dates") },
  { sort: "change", label: changeHeading(versionNumber) },
  { sort: "conflicts", label: t("table.dependencies") },
];

/** What is worth looking at first comes first. */
const descendingFirst: readonly TimelineSort[] = ["conflicts", "progress", "change", "duration"];

function Heading({ sort, label, view }: { readonly sort: TimelineSort; readonly label: string; readonly view: TimelineView }) {
  const isCurrent = view.sort === sort;
  const descending = isCurrent ? !view.descending : descendingFirst.includes(sort);
  return <SortHeading label={label} to={timelineAddress({ ...view, sort, descending, page: 1 })} direction={isCurrent ? (view.descending ? "descending" : "ascending") : null} />;
}

function groupName({ heading, count, continued }: TimelineTableGroup, { lanesBy }: TimelineView): string {
  const lane = heading?.kind === "lane" ? (heading.name ?? words.withoutLane[lanesBy]) : t("table.undated");
  return t("table.inLane", { lane: continued ? t("table.continued", { lane }) : lane, count });
}

function Row({ row, view, today, versionNumber }: { readonly row: TimelineTableRow } & Pick<TableProps, "view" | "today" | "versionNumber">) {
  const { entry, otherLanes } = row;
  const isUndated = entry.startQuarter === null && entry.endQuarter === null;
  return (
    <tr>
      <th scope="row">
        <a href={`/massnahmen/${entry.id}`}>{entry.title}</a>
        {view.sort === null && otherLanes.length > 0 && <span className="cell-note">{t("table.alsoIn", { lanes: otherLanes.join(", ") })}</span>}
        {entry.movable && (
          <a href={`/zeitplan/${entry.id}/verschieben`} className="timeline-move" aria-label={isUndated ? t("list.placeNamed", { title: entry.title }) : planning("page.moveNamed", { title: entry.title })}>
            {isUndated ? t("list.place") : planning("page.move")}
          </a>
        )}
      </th>
      {view.sort !== null && (
        <td data-label={t(`lanesBy.${view.lanesBy}`)}>
          {row.lane ?? words.withoutLane[view.lanesBy]}
          {otherLanes.length > 0 && <span className="cell-note">{t("table.alsoIn", { lanes: otherLanes.join(", ") })}</span>}
        </td>
      )}
      <td data-label={t("table.priority")}>
        {entry.priority === null ? t("table.none") : formatInteger(entry.priority.position)}
        {entry.priority !== null && handNote(entry.priority) !== null && <span className="cell-note">{handNote(entry.priority)}</span>}
      </td>
      <td data-label={t("table.start")} className="nowrap">
        {formatQuarterShort(entry.startQuarter)}
      </td>
      <td data-label={t("table.end")} className="nowrap">
        {endText(entry)}
      </td>
      <td data-label={t("table.duration")} className="numeric">
        {durationText(entry)}
      </td>
      <td data-label={t("table.status")}>{statusTexts(entry).join(", ")}</td>
      <td data-label={t("table.progress")}>{formatPercent(entry.progressPercent)}</td>
      <td data-label={t("table.horizon")}>
        <Noted texts={horizonTexts(row)} />
      </td>
      <td data-label={t("table.dates")}>
        <Texts texts={[...dateTexts(row), ...milestoneTexts(entry, today)]} />
      </td>
      <td data-label={changeHeading(versionNumber)}>{changeText(entry, versionNumber !== null)}</td>
      <td data-label={t("table.dependencies")}>
        <Texts texts={predecessorTexts(row).map((title) => t("table.waitsFor", { title }))} none={row.conflicts.length > 0 ? "" : undefined} />
        {row.conflicts.map((conflict) => (
          <span key={conflictText(conflict)} className="timeline-conflict">
            <Icon name="warning" />
            {conflictText(conflict)}
          </span>
        ))}
      </td>
    </tr>
  );
}

function Noted({ texts: [text, ...notes] }: { readonly texts: readonly string[] }) {
  return (
    <>
      {text}
      {notes.map((note) => (
        <span key={note} className="cell-note">
          {note}
        </span>
      ))}
    </>
  );
}

function Texts({ texts, none = t("table.none") }: { readonly texts: readonly string[]; readonly none?: string | undefined }) {
  if (texts.length === 0) return <>{none}</>;
  return (
    <ul className="timeline-cell-list">
      {texts.map((text, index) => (
        <li key={index}>{text}</li>
      ))}
    </ul>
  );
}
