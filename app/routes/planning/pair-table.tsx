import type { MeasurePair } from "#app/domain/planning/planning-terms.ts";
import type { PairContradiction } from "#app/domain/planning/terms-contradictions.ts";
import { pairContradictionText, pairKindLabels, t } from "#app/i18n/de/planning-terms.ts";
import { formatMoney } from "#app/i18n/format.ts";
import { Badge } from "#app/ui/badge.tsx";
import { DataTable } from "#app/ui/table.tsx";

type ShownPair = MeasurePair & { readonly first: string; readonly second: string; readonly contradiction: PairContradiction | null };

export function PairTable({ pairs, mayEdit }: { readonly pairs: readonly ShownPair[]; readonly mayEdit: boolean }) {
  return (
    <DataTable caption={t("rules.pairsCaption")} captionHidden stacked>
      <thead>
        <tr>
          <th scope="col">{t("rules.first")}</th>
          <th scope="col">{t("rules.second")}</th>
          <th scope="col">{t("rules.kind")}</th>
          <th scope="col" className="numeric">
            {t("rules.saving")}
          </th>
          <th scope="col">{t("rules.reason")}</th>
          {mayEdit && <th scope="col">{t("rules.actions")}</th>}
        </tr>
      </thead>
      <tbody>
        {pairs.map((pair) => (
          <tr key={pair.id}>
            <th scope="row">
              <a href={`/massnahmen/${pair.firstId}`}>{pair.first}</a>
            </th>
            <td data-label={t("rules.second")}>
              <a href={`/massnahmen/${pair.secondId}`}>{pair.second}</a>
            </td>
            <td data-label={t("rules.kind")}>
              {pairKindLabels[pair.kind]}
              {pair.contradiction !== null && (
                <span className="cell-note">
                  <Badge kind="danger" icon="warning">
                    {pairContradictionText(pair.contradiction)}
                  </Badge>
                </span>
              )}
            </td>
            <td data-label={t("rules.saving")} className="numeric">
              {pair.kind === "excludes" ? t("rules.notApplicable") : formatMoney(pair.savingCents)}
            </td>
            <td data-label={t("rules.reason")}>{pair.reason || t("rules.notApplicable")}</td>
            {mayEdit && (
              <td>
                <a href={`/planung/vorgaben/paare/${pair.id}`} aria-label={t("rules.editOf", { first: pair.first, second: pair.second })}>
                  {t("rules.edit")}
                </a>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
