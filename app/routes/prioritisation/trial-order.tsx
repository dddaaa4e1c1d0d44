import { memo, type ReactNode } from "react";
import type { Reordered } from "#app/domain/prioritisation/reorder.ts";
import { t } from "#app/i18n/de/trial-weights.ts";
import { formatPoints } from "#app/i18n/format.ts";

type Props = { order: Reordered; before: ReadonlyMap<number, number>; titles: ReadonlyMap<number, string>; notice: ReactNode; hasOverrides: boolean };

/** All measures in the order the weights make. A row belongs to its place, so that another order changes texts and moves nothing. */
export function TrialOrder({ order: { measureIds, scoreTenths, unratedIds }, before, titles, notice, hasOverrides }: Props) {
  const changed = measureIds.filter((id, index) => before.get(id) !== index + 1).length;
  return (
    <section className="trial__order" aria-labelledby="versuch">
      <h2 className="trial__title" id="versuch">
        {t("order")}
      </h2>
      {notice ?? <p>{t("changed", { count: changed })}</p>}
      {hasOverrides && <p className="field__hint">{t("overrides")}</p>}
      <ol className="trial-order">
        {measureIds.map((id, index) => (
          <Row key={index} place={index + 1} measureId={id} title={titles.get(id) ?? ""} tenths={scoreTenths[index] ?? 0} before={before.get(id) ?? null} />
        ))}
      </ol>
      {unratedIds.length > 0 && notice === null && <p className="table-note">{t("unrated", { count: unratedIds.length })}</p>}
    </section>
  );
}

const Row = memo(function Row({ place, measureId, title, tenths, before }: { place: number; measureId: number; title: string; tenths: number; before: number | null }) {
  return (
    <li>
      <span className="trial-order__place" aria-hidden="true">
        {place}
      </span>
      <a href={`/massnahmen/${measureId}`}>{title}</a>
      <span className="trial-order__move">{moveText(place, before)}</span>
      <span className="trial-order__score">{t("score", { points: formatPoints(tenths) })}</span>
    </li>
  );
});

/** Numbers come as text: the words need no grammar, and hundreds of them are put together within a frame. */
function moveText(place: number, before: number | null): string {
  if (before === place) return "";
  if (before === null) return t("new");
  return t(place < before ? "up" : "down", { places: String(Math.abs(place - before)), before: String(before) });
}
