import { costTotals, type CostTotal } from "#app/domain/measures/cost-totals.ts";
import { t } from "#app/i18n/de/measures.ts";
import { budgetKindLabels, cashDirectionLabels, costProfileLabels, costRhythmLabels } from "#app/i18n/de/vocabulary.ts";
import { formatMoney, formatPartialSum, UNKNOWN } from "#app/i18n/format.ts";
import type { MeasureSheet } from "#app/services/measures/show-measure.server.ts";
import { EmptyState, Section } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { useCodeLabels } from "#app/ui/use-code-labels.ts";
import { AddPart, PartLink } from "./part-actions.tsx";

const sumLabel = ({ rhythm, direction }: CostTotal) =>
  t(rhythm === "oneOff" ? (direction === "expense" ? "sheet.sumOneOffExpense" : "sheet.sumOneOffRevenue") : direction === "expense" ? "sheet.sumRunningExpense" : "sheet.sumRunningRevenue");

const codeText = ({ budgetProduct, budgetAccount }: { readonly budgetProduct: string; readonly budgetAccount: string }): string => [budgetProduct, budgetAccount].filter(Boolean).join(" / ");

/** The item's own code, or the one it has because its measure was mapped to a line of the budget. */
function ItemCodeText({ item, code }: { item: MeasureSheet["measure"]["costItems"][number]; code: MeasureSheet["itemCodes"][number] | undefined }) {
  if (code?.from === "mapped") {
    return (
      <>
        <a href={`/ressourcen/haushalt/stellen/${code.lineId}`}>{codeText(code)}</a>
        <span className="cell-note">{t("sheet.codeMapped")}</span>
      </>
    );
  }
  return (
    <>
      {codeText(item) || UNKNOWN}
      {code?.from === "ambiguous" && <span className="cell-note">{t("sheet.codeAmbiguous")}</span>}
    </>
  );
}

export function SheetCosts({ sheet: { measure, itemCodes, mayEdit } }: { sheet: MeasureSheet }) {
  const { costItems } = measure;
  const labels = useCodeLabels();
  return (
    <Section title={t("sheet.costs")} id="kosten" actions={mayEdit && <AddPart measureId={measure.id} path="kosten" label={t("sheet.addCost")} />}>
      {costItems.length === 0 ? (
        <EmptyState title={t("sheet.costsEmpty")} />
      ) : (
        <DataTable caption={t("sheet.costsCaption")} captionHidden stacked>
          <thead>
            <tr>
              <th scope="col">{t("column.title")}</th>
              <th scope="col">{t("column.rhythm")}</th>
              <th scope="col">{t("column.budgetKind")}</th>
              <th scope="col">{labels.both}</th>
              <th scope="col" className="numeric">
                {t("column.amount")}
              </th>
              {mayEdit && <th scope="col">{t("column.actions")}</th>}
            </tr>
          </thead>
          <tbody>
            {costItems.map((item) => (
              <tr key={item.id}>
                <th scope="row">
                  {item.title}
                  {item.estimateNote !== "" && <span className="cell-note">„{item.estimateNote}“</span>}
                </th>
                <td data-label={t("column.rhythm")}>
                  {cashDirectionLabels[item.direction]}, {costRhythmLabels[item.rhythm]}
                  {item.rhythm === "oneOff" && <span className="cell-note">{costProfileLabels[item.profile]}</span>}
                </td>
                <td data-label={t("column.budgetKind")}>{budgetKindLabels[item.budgetKind]}</td>
                <td data-label={labels.both}>
                  <ItemCodeText item={item} code={itemCodes[item.id]} />
                </td>
                <td data-label={t("column.amount")} className="numeric">
                  {formatMoney(item.amountCents)}
                </td>
                {mayEdit && <PartLink measureId={measure.id} path="kosten" id={item.id} name={item.title} />}
              </tr>
            ))}
          </tbody>
          <tfoot>
            {costTotals(costItems).map((total) => (
              <tr key={`${total.rhythm}-${total.direction}`}>
                <th scope="row" colSpan={4}>
                  {sumLabel(total)}
                  <span className="cell-note">
                    {t("sheet.ofThese", { investive: formatPartialSum(total.byKind.investive), consumptive: formatPartialSum(total.byKind.consumptive) })}
                  </span>
                </th>
                <td className="numeric" data-label={t("column.amount")}>
                  {formatPartialSum(total.sum)}
                </td>
                {mayEdit && <td />}
              </tr>
            ))}
          </tfoot>
        </DataTable>
      )}
    </Section>
  );
}
