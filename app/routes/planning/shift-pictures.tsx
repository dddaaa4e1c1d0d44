import { PlanShift } from "#app/charts/svg/plan-shift.tsx";
import { t } from "#app/i18n/de/plan-comparison.ts";
import { formatQuarterShort } from "#app/i18n/format.ts";
import { formatChange } from "#app/i18n/plan-sentences.ts";
import type { ShiftPicture } from "#app/services/planning/compare-plans.server.ts";

/** Small pictures of the same kind below each other: what moves in which plan. The table beside them says the same. */
export function ShiftPictures({ pictures }: { pictures: readonly ShiftPicture[] }) {
  if (pictures.every(({ rows }) => rows.length === 0)) return null;
  return (
    <div className="plan-shifts">
      <p className="plan-note">{t("picture.legend")}</p>
      {pictures.map(({ name, firstYear, lastYear, rows }) =>
        rows.length === 0 ? null : (
          <figure key={name}>
            <figcaption>{name}</figcaption>
            <div className="plan-shifts__row plan-shifts__axis" aria-hidden="true">
              <span />
              <div className="plan-shifts__years">
                {Array.from({ length: lastYear - firstYear + 1 }, (_, index) => (
                  <span key={index}>{firstYear + index}</span>
                ))}
              </div>
              <span />
            </div>
            {rows.map(({ measureId, title, from, to, change }) => (
              <div key={measureId} className="plan-shifts__row">
                <span>{title}</span>
                <PlanShift
                  label={t("picture.label", { title, from: from === null ? t("place.leftOut") : formatQuarterShort(from), to: to === null ? t("place.leftOut") : formatQuarterShort(to) })}
                  from={from}
                  to={to}
                  firstYear={firstYear}
                  lastYear={lastYear}
                />
                <span className="plan-shifts__change">{formatChange(change)}</span>
              </div>
            ))}
          </figure>
        ),
      )}
    </div>
  );
}
