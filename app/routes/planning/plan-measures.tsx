import { yearOfQuarter, type Quarter } from "#app/domain/calendar/quarter.ts";
import { t } from "#app/i18n/de/plan-run.ts";
import { formatQuarter } from "#app/i18n/format.ts";
import { Badge } from "#app/ui/badge.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { PlanData } from "./plan-run-data.ts";
import { plannedMeasurePath } from "./plan-run-paths.ts";

type Placed = PlanData["placed"][number];

/** The measures of a plan by the year and quarter they begin in, each with why it stands there. */
export function PlacedTable({ runId, rows, caption }: { runId: number; rows: readonly Placed[]; caption: string }) {
  if (rows.length === 0) return <p>{t("placed.none")}</p>;
  const hasMarks = rows.some((row) => row.programme !== null || row.assumed.length > 0);
  const years = [...new Set(rows.map((row) => yearOfQuarter(row.startQuarter)))];
  return (
    <DataTable caption={caption} captionHidden stacked>
      <thead>
        <tr>
          <th scope="col">{t("placed.measure")}</th>
          <th scope="col">{t("placed.start")}</th>
          <th scope="col">{t("placed.end")}</th>
          <th scope="col">{t("placed.move")}</th>
          {hasMarks && <th scope="col">{t("placed.marks")}</th>}
          <th scope="col">{t("placed.why")}</th>
        </tr>
      </thead>
      {years.map((year) => (
        <tbody key={year}>
          <tr className="plan-year">
            <th scope="rowgroup" colSpan={hasMarks ? 6 : 5}>
              {t("placed.beginIn", { year: String(year), count: rows.filter((row) => yearOfQuarter(row.startQuarter) === year).length })}
            </th>
          </tr>
          {rows.filter((row) => yearOfQuarter(row.startQuarter) === year).map((row) => (
            <PlacedLine key={row.measureId} runId={runId} row={row} hasMarks={hasMarks} />
          ))}
        </tbody>
      ))}
    </DataTable>
  );
}

function PlacedLine({ runId, row, hasMarks }: { runId: number; row: Placed; hasMarks: boolean }) {
  const { measureId, title, startQuarter, endQuarter, move, stoodAt, programme, fixed, assumed } = row;
  return (
    <tr>
      <th scope="row">
        <a href={`/massnahmen/${measureId}`}>{title}</a>
      </th>
      <td data-label={t("placed.start")}>{formatQuarter(startQuarter)}</td>
      <td data-label={t("placed.end")}>{endQuarter === null ? t("placed.permanent") : formatQuarter(endQuarter)}</td>
      <td data-label={t("placed.move")}>{fixed ? t("placed.fixed") : moveText(move, stoodAt)}</td>
      {hasMarks && (
        <td data-label={t("placed.marks")} className="plan-marks">
          {programme !== null && <Badge kind="info">{t("placed.funded", { programme })}</Badge>}
          {assumed.length > 0 && (
            <Badge kind="warning" icon="question">
              {t("placed.assumed", { figures: assumed.map((figure) => t(`figure.${figure}`)).join(", ") })}
            </Badge>
          )}
        </td>
      )}
      <td data-label={t("placed.why")} className="plan-why">
        <a href={plannedMeasurePath(runId, measureId)} aria-label={t("placed.whyOf", { title })}>
          {t("placed.whyHere")}
        </a>
      </td>
    </tr>
  );
}

const moveText = (move: Placed["move"], stoodAt: Quarter | null): string => t(`move.${move}`, { before: formatQuarter(stoodAt) });

/** What the plan leaves out, the mandatory first, each with why. */
export function LeftOutTable({ runId, rows }: { runId: number; rows: PlanData["leftOut"] }) {
  if (rows.length === 0) return <p>{t("leftOut.none")}</p>;
  return (
    <DataTable caption={t("leftOut.caption")} captionHidden stacked>
      <thead>
        <tr>
          <th scope="col">{t("placed.measure")}</th>
          <th scope="col">{t("leftOut.reason")}</th>
          <th scope="col">{t("leftOut.before")}</th>
          <th scope="col">{t("placed.why")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ measureId, title, reason, mandatory, stoodAt }) => (
          <tr key={measureId}>
            <th scope="row">
              <a href={`/massnahmen/${measureId}`}>{title}</a>{" "}
              {mandatory && (
                <Badge kind="danger" icon="warning">
                  {t("leftOut.mandatory")}
                </Badge>
              )}
            </th>
            <td data-label={t("leftOut.reason")}>{t(`reason.${reason}`)}</td>
            <td data-label={t("leftOut.before")}>{stoodAt === null ? t("leftOut.undated") : t("leftOut.stood", { quarter: formatQuarter(stoodAt) })}</td>
            <td data-label={t("placed.why")} className="plan-why">
              <a href={plannedMeasurePath(runId, measureId)} aria-label={t("leftOut.whyOf", { title })}>
                {t("leftOut.why")}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
