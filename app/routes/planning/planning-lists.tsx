import type { FundingWindow, MeasurePair } from "#app/domain/planning/planning-terms.ts";
import { t } from "#app/i18n/de/planning-terms.ts";
import { formatMoney, formatPercent, formatQuarterShort } from "#app/i18n/format.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";

export function FundingWindows({ measureId, windows, mayEdit }: { readonly measureId: number; readonly windows: readonly FundingWindow[]; readonly mayEdit: boolean }) {
  const path = `/massnahmen/${measureId}/planung/foerderfenster`;
  return (
    <Section
      title={t("windows.title")}
      id="foerderfenster"
      actions={
        mayEdit && (
          <LinkButton to={`${path}/neu`} icon="plus" compact>
            {t("windows.add")}
          </LinkButton>
        )
      }
    >
      <p className="section-intro">{t("windows.intro")}</p>
      {windows.length === 0 ? (
        <p className="muted">{t("windows.none")}</p>
      ) : (
        <DataTable caption={t("windows.caption")} captionHidden stacked>
          <thead>
            <tr>
              <th scope="col">{t("windows.programme")}</th>
              <th scope="col">{t("windows.period")}</th>
              <th scope="col" className="numeric">
                {t("windows.rate")}
              </th>
              <th scope="col" className="numeric">
                {t("windows.maximum")}
              </th>
              <th scope="col">{t("windows.required")}</th>
              {mayEdit && <th scope="col">{t("windows.actions")}</th>}
            </tr>
          </thead>
          <tbody>
            {windows.map((window) => (
              <tr key={window.id}>
                <th scope="row">
                  {window.programme}
                  {window.note !== "" && <span className="cell-note">{window.note}</span>}
                </th>
                <td data-label={t("windows.period")}>{t("windows.period2", { from: formatQuarterShort(window.opensQuarter), to: formatQuarterShort(window.closesQuarter) })}</td>
                <td data-label={t("windows.rate")} className="numeric">
                  {formatPercent(window.ratePercent)}
                </td>
                <td data-label={t("windows.maximum")} className="numeric">
                  {window.maxGrantCents === null ? t("windows.noMaximum") : formatMoney(window.maxGrantCents)}
                </td>
                <td data-label={t("windows.required")}>{t(window.required ? "measure.yes" : "measure.no")}</td>
                {mayEdit && (
                  <td>
                    <a href={`${path}/${window.id}`} aria-label={t("windows.editOf", { programme: window.programme })}>
                      {t("windows.edit")}
                    </a>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </Section>
  );
}

type ShownPair = Pick<MeasurePair, "id" | "kind" | "savingCents" | "reason"> & { readonly otherId: number; readonly otherTitle: string };

export function MeasurePairs({ pairs }: { readonly pairs: readonly ShownPair[] }) {
  return (
    <Section
      title={t("measure.pairs")}
      id="paare"
      actions={
        <LinkButton to="/planung/vorgaben#paare" compact>
          {t("measure.pairsLink")}
        </LinkButton>
      }
    >
      {pairs.length === 0 ? (
        <p className="muted">{t("measure.pairsNone")}</p>
      ) : (
        <ul className="plain-list">
          {pairs.map(({ id, kind, savingCents, reason, otherId, otherTitle }) => (
            <li key={id}>
              <a href={`/massnahmen/${otherId}`}>
                {kind === "excludes" ? t("measure.excludes", { title: otherTitle }) : t("measure.savesTogether", { title: otherTitle, amount: formatMoney(savingCents) })}
              </a>
              {reason !== "" && <span className="cell-note">{reason}</span>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
