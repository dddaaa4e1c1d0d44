import { renderToStaticMarkup } from "react-dom/server";
import { layoutPlanShift, SHIFT_WIDTH } from "#app/charts/layout/plan-shift.ts";
import { printPalette } from "#app/charts/svg/timeline-palette.ts";
import { compareMeasures, type ComparedMeasure, type MeasurePlace } from "#app/domain/planning/compare-plans.ts";
import type { Quarter } from "#app/domain/calendar/quarter.ts";
import { t } from "#app/i18n/de/plan-comparison.ts";
import { formatChange, formatPlace } from "#app/i18n/plan-sentences.ts";
import type { PlanComparisonReport } from "#app/reports/build/plan-comparison-report.ts";

/** A picture as a file of its own, with the text for those who cannot see it. */
export type ShiftSvg = { readonly file: string; readonly svg: string; readonly alt: string };

const WIDTH = 680;
const LABEL = 235;
const CHANGE = 112;
const ROW = 20;
const HEAD = 44;
const BOX = 11;
/** What fits a page below its heading. */
const ROWS_PER_PICTURE = 28;
const LONGEST_TITLE = 36;

/** What moves in each plan against the first, in pictures that fit a page; none where nothing moves. */
export function planShiftSvgs(report: PlanComparisonReport): ShiftSvg[] {
  const measures = compareMeasures(report.runs);
  const { firstYear, lastYear } = report.runs[0]?.input.horizon ?? { firstYear: 0, lastYear: 0 };
  return report.names.slice(1).flatMap((name, index) => {
    const rows = measures.filter(({ places }) => isMoved(places[index + 1]?.change.kind));
    const sheets = Array.from({ length: Math.ceil(rows.length / ROWS_PER_PICTURE) }, (_, sheet) => rows.slice(sheet * ROWS_PER_PICTURE, (sheet + 1) * ROWS_PER_PICTURE));
    return sheets.map((shown, sheet) => ({
      file: `shift-${index + 1}-${sheet + 1}.svg`,
      svg: renderToStaticMarkup(<Sheet title={sheets.length > 1 ? t("picture.sheet", { name, number: String(sheet + 1), count: String(sheets.length) }) : name} rows={shown} run={index + 1} years={{ firstYear, lastYear }} />),
      alt: `${t("changeOf", { name })}. ${shown.map((row) => sentence(row, index + 1)).join("; ")}.`,
    }));
  });
}

const isMoved = (kind: string | undefined): boolean => kind !== undefined && kind !== "same" && kind !== "incomparable";
const startOf = (place: MeasurePlace | undefined): Quarter | null => (place?.kind === "placed" ? place.startQuarter : null);
const changeText = ({ places }: ComparedMeasure, run: number): string => formatChange(places[run]?.change ?? { kind: "incomparable" });
const sentence = (row: ComparedMeasure, run: number): string => `${row.title}: ${changeText(row, run)} (${formatPlace(row.places[0]?.place ?? { kind: "unknown" })})`;
const shortened = (title: string): string => (title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1)}…` : title);

type SheetProps = { readonly title: string; readonly rows: readonly ComparedMeasure[]; readonly run: number; readonly years: { readonly firstYear: number; readonly lastYear: number } };

function Sheet({ title, rows, run, years }: SheetProps) {
  const scale = (WIDTH - LABEL - CHANGE) / SHIFT_WIDTH;
  const at = (x: number) => Math.round((LABEL + x * scale) * 1000) / 1000;
  const height = HEAD + rows.length * ROW + 4;
  const span = years.lastYear - years.firstYear + 1;
  return (
    <svg xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${WIDTH} ${height}`} width={WIDTH} height={height} fontFamily={printPalette.fontFamily} fontSize={12} fill="#1a1a1a">
      <text x={0} y={14} fontWeight={700}>
        {title}
      </text>
      {Array.from({ length: span }, (_, index) => (
        <g key={index}>
          <text x={at((SHIFT_WIDTH * index) / span) + 4} y={34}>
            {years.firstYear + index}
          </text>
          <rect x={at((SHIFT_WIDTH * index) / span)} y={22} width={1} height={height - 26} fill="#b5bcc6" />
        </g>
      ))}
      {rows.map((row, index) => {
        const [from, to] = [startOf(row.places[0]?.place), startOf(row.places[run]?.place)];
        const { quarterWidth, fromX, toX, link } = layoutPlanShift({ from, to, ...years });
        const top = HEAD + index * ROW;
        const width = Math.round(quarterWidth * scale * 1000) / 1000;
        return (
          <g key={row.measureId}>
            <text x={0} y={top + 13}>
              {shortened(row.title)}
            </text>
            {link && <rect x={at(link.x)} y={top + ROW / 2 - 1} width={Math.round(link.width * scale * 1000) / 1000} height={2} fill="#6b7480" />}
            {fromX !== null && <rect x={at(fromX)} y={top + (ROW - BOX) / 2} width={width} height={BOX} fill="#ffffff" stroke="#1a1a1a" strokeWidth={1.2} strokeDasharray={to === null ? "4 3" : undefined} />}
            {toX !== null && <rect x={at(toX)} y={top + (ROW - BOX) / 2} width={width} height={BOX} fill="#2f6fb7" stroke="#1a1a1a" strokeWidth={1} />}
            <text x={WIDTH - CHANGE + 12} y={top + 13}>
              {changeText(row, run)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
