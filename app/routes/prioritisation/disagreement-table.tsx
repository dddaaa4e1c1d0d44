import { LEVEL_UNITS } from "#app/domain/prioritisation/level-units.ts";
import { t } from "#app/i18n/de/prioritisation-charts.ts";
import { formatPercent, formatPoints } from "#app/i18n/format.ts";
import { classNames } from "#app/ui/class-names.ts";
import { DataTable, SortHeading } from "#app/ui/table.tsx";
import type { DisagreementsData } from "./disagreements.tsx";

type Disagreements = DisagreementsData["disagreements"];
type Row = Disagreements["rows"][number];
type Order = DisagreementsData["view"]["order"];

/** Fifths of the scale of 0 to 1000 tenths, each with a colour of its own. */
const STEPS = [0, 1, 2, 3, 4] as const;
const stepOf = (tenths: number): number => Math.min(4, Math.floor(tenths / 200));

const level = new Intl.NumberFormat("de-DE", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const formatLevel = (units: number): string => level.format(units / LEVEL_UNITS);

/** Measures × groups: the figure always stands in the cell, the colour only repeats it. */
export function DisagreementTable({ disagreements, order, addressOf }: { disagreements: Disagreements; order: Order; addressOf: (order: Order) => string }) {
  const { groups, rows } = disagreements;
  return (
    <div className="dissent">
      <Legend />
      <DataTable caption={t("dissent.caption", { order })} captionHidden stacked>
        <thead>
          <tr>
            <SortHeading label={t("dissent.position")} to={addressOf("position")} direction={order === "position" ? "ascending" : null} numeric />
            <th scope="col">{t("dissent.measure")}</th>
            {groups.map((group) => (
              <th key={group.id} scope="col" className="numeric">
                {group.name}
              </th>
            ))}
            <SortHeading label={t("dissent.range")} to={addressOf("disagreement")} direction={order === "disagreement" ? "descending" : null} numeric />
            <th scope="col">{t("dissent.reason")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.measureId}>
              <td className="numeric" data-label={t("dissent.position")}>
                {row.position}
              </td>
              <th scope="row">{row.hasPage ? <a href={`/massnahmen/${row.measureId}`}>{row.title}</a> : row.title}</th>
              {groups.map((group) => (
                <ScoreCell key={group.id} row={row} group={group} />
              ))}
              <td className="numeric dissent__range" data-label={t("dissent.range")}>
                {formatPoints(row.range?.tenths ?? null)}
              </td>
              <td className="dissent__reason" data-label={t("dissent.reason")}>{describe(row, disagreements)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}

function ScoreCell({ row, group }: { row: Row; group: Disagreements["groups"][number] }) {
  const tenths = row.groupScores.find((score) => score.raterGroupId === group.id)?.scoreTenths ?? null;
  if (tenths === null) {
    return (
      <td className="numeric muted" data-label={group.name}>
        {t("dissent.unknown")}
      </td>
    );
  }
  const isApart = row.range !== null && row.range.tenths > 0;
  const mark = isApart && row.range?.highest.raterGroupId === group.id ? "highest" : isApart && row.range?.lowest.raterGroupId === group.id ? "lowest" : null;
  return (
    <td className={classNames("numeric", `dissent__step-${stepOf(tenths)}`)} data-label={group.name}>
      {mark !== null && (
        <>
          <span aria-hidden="true" className="dissent__mark">
            {mark === "highest" ? "▲" : "▼"}
          </span>
          <span className="visually-hidden">{t(`dissent.${mark}`)} </span>
        </>
      )}
      {formatPoints(tenths)}
    </td>
  );
}

function Legend() {
  return (
    <div className="dissent__legend">
      <span id="dissent-legend" className="dissent__legend-title">
        {t("dissent.legend")}
      </span>
      <ul aria-labelledby="dissent-legend">
        {STEPS.map((step) => (
          <li key={step} className={`dissent__step-${step}`}>
            {t("dissent.legendStep", { from: step * 20, to: step * 20 + 20 })}
          </li>
        ))}
      </ul>
      <span>{t("dissent.legendMarks")}</span>
    </div>
  );
}

/** "Politik 82,0, Verwaltung 31,0: vor allem wegen „Nutzen für Bürgerschaft“ (Stufe 3,5 gegen 1,2 von 4)." */
function describe({ range, groupScores }: Row, { groups, criteria }: Disagreements): string {
  if (range === null) return groupScores.some((score) => score.scoreTenths !== null) ? t("dissent.single") : "";
  if (range.tenths === 0) return t("dissent.agreed", { points: formatPoints(range.highest.scoreTenths) });
  const nameOf = (id: number) => groups.find((group) => group.id === id)?.name ?? "";
  const [high, low] = [nameOf(range.highest.raterGroupId), nameOf(range.lowest.raterGroupId)];
  const apart = t("dissent.apart", { high, highPoints: formatPoints(range.highest.scoreTenths), low, lowPoints: formatPoints(range.lowest.scoreTenths) });
  const criterion = criteria.find((each) => each.id === range.cause?.criterionId)?.name;
  const detail = detailOf(range.cause, high, low);
  return criterion === undefined || detail === null ? t("dissent.plain", { apart }) : t("dissent.because", { apart, criterion, detail });
}

function detailOf(cause: NonNullable<Row["range"]>["cause"], high: string, low: string): string | null {
  if (!cause) return null;
  const { highest, lowest } = cause;
  if (highest === null || lowest === null) {
    const judged = highest ?? lowest;
    return judged && t("dissent.onlyOne", { mean: formatLevel(judged.meanUnits), group: highest === null ? high : low });
  }
  const means = { highMean: formatLevel(highest.meanUnits), lowMean: formatLevel(lowest.meanUnits) };
  const [highShare, lowShare] = [formatPercent(Math.round(100 * highest.share)), formatPercent(Math.round(100 * lowest.share))];
  return highShare === lowShare ? t("dissent.both", means) : t("dissent.bothWeighed", { ...means, highShare, lowShare });
}
