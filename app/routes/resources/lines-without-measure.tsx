import { Form } from "@remix-run/react";
import { proposalValue } from "#app/forms/budget-lines.ts";
import { codeLabels, t } from "#app/i18n/de/budget-lines.ts";
import { budgetKindLabels, cashDirectionLabels } from "#app/i18n/de/vocabulary.ts";
import { formatMoney } from "#app/i18n/format.ts";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { UnmappedData } from "./line-data.ts";

/** Lines nobody has said anything about, with measures whose titles share words with their labels. */
export function LinesWithoutMeasure({ shown }: { shown: UnmappedData }) {
  const { lines, canEdit, budgetSystem } = shown;
  const labels = codeLabels(budgetSystem);
  const hasProposals = lines.some((line) => line.proposals.length > 0);
  return (
    <Form method="post" className="table-form">
      <DataTable caption={t("lonely.linesCaption")} captionHidden stacked>
        <thead>
          <tr>
            <th scope="col">{t("year")}</th>
            <th scope="col">{labels.product}</th>
            <th scope="col">{labels.account}</th>
            <th scope="col">{t("label")}</th>
            <th scope="col" className="numeric">
              {t("appropriation")}
            </th>
            <th scope="col">{t("lonely.proposal")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td data-label={t("year")}>{line.fiscalYear}</td>
              <td data-label={labels.product}>{line.budgetProduct}</td>
              <th scope="row">
                <a href={`/ressourcen/haushalt/stellen/${line.id}`}>{line.budgetAccount}</a>
              </th>
              <td data-label={t("label")}>
                {line.label}
                <span className="line-note">{t("kindAndDirection", { kind: budgetKindLabels[line.budgetKind], direction: cashDirectionLabels[line.direction] })}</span>
              </td>
              <td className="numeric" data-label={t("appropriation")}>
                {formatMoney(line.appropriationCents)}
              </td>
              <td data-label={t("lonely.proposal")}>
                {line.proposals.length === 0 && <span className="muted">{t("lonely.noProposal")}</span>}
                {line.proposals.map(({ measureId, title }) =>
                  canEdit ? (
                    <div className="choice" key={measureId}>
                      <input type="checkbox" id={`proposal-${line.id}-${measureId}`} name="proposal" value={proposalValue(line.id, measureId)} />
                      <label htmlFor={`proposal-${line.id}-${measureId}`}>{title}</label>
                    </div>
                  ) : (
                    <div key={measureId}>{title}</div>
                  ),
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {canEdit && hasProposals && (
        <div className="form-actions">
          <Button variant="primary">{t("lonely.accept")}</Button>
        </div>
      )}
    </Form>
  );
}
