import type { PartialSum } from "#app/domain/money/cents.ts";
import { openOf } from "#app/domain/resources/need-by-purpose.ts";
import { t } from "#app/i18n/de/staff-plan.ts";
import { formatHundredths, formatInteger, formatWholeEuros, UNKNOWN } from "#app/i18n/format.ts";
import { Icon } from "#app/ui/icon.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { NeedData } from "./need-data.ts";

type Purpose = NeedData["purposes"][number];

/** Purposes × years: demand of the measures beside the posts that are there and those to come, each with its cost. */
export function NeedByPurpose({ purposes, years }: { purposes: NeedData["purposes"]; years: readonly number[] }) {
  return (
    <>
      <DataTable caption={t("need.purposesCaption")} captionHidden stacked>
        <thead>
          <tr>
            <th scope="col">{t("need.purpose")}</th>
            {years.map((year) => (
              <th scope="col" key={year}>
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {purposes.map(({ purpose, undatedPostCount, years: cells }) => (
            <tr key={purpose}>
              <th scope="row">
                {purpose === "" ? t("need.without") : purpose}
                {undatedPostCount > 0 && <span className="cell-note">{t("need.undatedPosts", { count: undatedPostCount })}</span>}
              </th>
              {cells.map((cell) => (
                <td key={cell.fiscalYear} data-label={String(cell.fiscalYear)}>
                  <PurposeYear cell={cell} purpose={purpose} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
      <p className="table-note">{t("need.purposesNote")}</p>
    </>
  );
}

function PurposeYear({ cell, purpose }: { cell: Purpose["years"][number]; purpose: string }) {
  const { demand, posts } = cell;
  const [internal, filled, coming, uncounted] = [demand?.internal ?? 0, posts?.filled ?? 0, posts?.coming ?? 0, posts?.uncounted ?? 0];
  const open = openOf(purpose, cell);
  const unknownCount = demand?.unknownCount ?? 0;
  if (internal + filled + coming + uncounted + unknownCount + (demand?.external ?? 0) === 0) return t("need.nothing");
  return (
    <dl className="need-lines">
      {internal > 0 && <Line label={t("need.demand")} fte={internal} cost={formatWholeEuros(demand?.internalCost ?? null)} />}
      {demand !== null && demand.external > 0 && <Line label={t("need.externalLine")} fte={demand.external} />}
      {filled > 0 && <Line label={t("need.filled")} fte={filled} cost={describeCost(posts?.filledCost)} />}
      {coming > 0 && <Line label={t("need.coming")} fte={coming} cost={describeCost(posts?.comingCost)} />}
      {uncounted > 0 && <Line label={t("need.uncounted")} fte={uncounted} />}
      {open > 0 && <Line label={t("need.open")} fte={open} isGap />}
      {unknownCount > 0 && (
        <div>
          <dt>{t("need.demand")}</dt>
          <dd>{t("need.unknown", { count: unknownCount })}</dd>
        </div>
      )}
    </dl>
  );
}

const Line = ({ label, fte, cost, isGap = false }: { label: string; fte: number; cost?: string; isGap?: boolean }) => (
  <div className={isGap ? "need-lines__gap" : undefined}>
    <dt>
      {isGap && <Icon name="warning" />}
      {label}
    </dt>
    <dd>
      {formatHundredths(fte)}
      {cost !== undefined && <span className="cell-note">{cost}</span>}
    </dd>
  </div>
);

/** Whole euros; says how many posts have no known cost. */
function describeCost(cost: PartialSum | undefined): string {
  if (cost === undefined || cost.unknownCount === 0) return formatWholeEuros(cost?.known ?? null);
  return cost.known === 0 ? UNKNOWN : `${formatWholeEuros(cost.known)} + ${formatInteger(cost.unknownCount)} ${UNKNOWN}`;
}
