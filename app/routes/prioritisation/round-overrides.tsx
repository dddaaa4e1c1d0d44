import { t } from "#app/i18n/de/rounds.ts";
import { DataTable } from "#app/ui/table.tsx";
import { roundPath } from "./round-crumbs.ts";
import type { ShownRound } from "./round-facts.tsx";

/** Never silently: every place given by hand with the computed one and the reason. */
export function RoundOverrides({ roundId, overrides, mayChange }: { roundId: number; overrides: ShownRound["overrides"]; mayChange: boolean }) {
  if (overrides.length === 0) return <p>{t("round.overridesNone")}</p>;
  return (
    <DataTable caption={t("round.overridesCaption")} captionHidden stacked>
      <thead>
        <tr>
          <th scope="col">{t("round.measure")}</th>
          <th scope="col" className="numeric">
            {t("round.place")}
          </th>
          <th scope="col" className="numeric">
            {t("round.computed")}
          </th>
          <th scope="col">{t("round.reason")}</th>
          {mayChange && (
            <th scope="col">
              <span className="visually-hidden">{t("round.change")}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {overrides.map((override) => (
          <tr key={override.measureId}>
            <th scope="row">{override.title}</th>
            <td className="numeric" data-label={t("round.place")}>
              {override.position ?? t("round.noPlace")}
            </td>
            <td className="numeric" data-label={t("round.computed")}>
              {override.computedPosition ?? t("list.none")}
            </td>
            <td data-label={t("round.reason")}>{override.reason}</td>
            {mayChange && (
              <td>
                {override.position !== null && (
                  <a href={`${roundPath(roundId)}/plaetze/${override.measureId}`} aria-label={t("round.changeOf", { title: override.title })}>
                    {t("round.change")}
                  </a>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
