import { scopeWord } from "#app/forms/resources.ts";
import { t } from "#app/i18n/de/resources.ts";
import { budgetKindLabels } from "#app/i18n/de/vocabulary.ts";
import { formatAmount } from "#app/i18n/format.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { useCodeLabels } from "#app/ui/use-code-labels.ts";
import type { BudgetData } from "./budget-data.ts";

type Selected = NonNullable<BudgetData["selected"]>;

/** The measures behind one number of the budget, with what each adds to it. */
export function BudgetDetail({ selected, scope }: { selected: Selected; scope: BudgetData["scope"] }) {
  const labels = useCodeLabels();
  return (
    <Section
      title={t("budget.detailTitle", { what: describe(selected.of, labels.missing) })}
      id="dahinter"
      actions={
        <LinkButton to={`?umfang=${scopeWord(scope)}`} icon="close" compact>
          {t("budget.close")}
        </LinkButton>
      }
    >
      {selected.measures.length === 0 ? (
        <p>{t("budget.detailNone")}</p>
      ) : (
        <DataTable caption={describe(selected.of, labels.missing)} captionHidden stacked>
          <thead>
            <tr>
              <th scope="col">{t("budget.measure")}</th>
              <th scope="col" className="numeric">
                {t("budget.expense")}
              </th>
              <th scope="col" className="numeric">
                {t("budget.followUp")}
              </th>
              <th scope="col" className="numeric">
                {t("budget.revenue")}
              </th>
              {selected.earmarked > 0 && (
                <th scope="col" className="numeric">
                  {t("budget.earmarked")}
                </th>
              )}
              <th scope="col" className="numeric">
                {t("budget.unknown")}
              </th>
            </tr>
          </thead>
          <tbody>
            {selected.measures.map((share) => (
              <tr key={share.measureId}>
                <th scope="row">
                  <a href={`/massnahmen/${share.measureId}`}>{share.title}</a>
                </th>
                <Amounts share={share} hasGrants={selected.earmarked > 0} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("budget.total")}</th>
              <Amounts share={selected} hasGrants={selected.earmarked > 0} />
            </tr>
          </tfoot>
        </DataTable>
      )}
    </Section>
  );
}

const Amounts = ({ share, hasGrants }: { share: Pick<Selected, "expense" | "followUpExpense" | "revenue" | "earmarked" | "unknownCount">; hasGrants: boolean }) => (
  <>
    <td className="numeric" data-label={t("budget.expense")}>
      {formatAmount(share.expense)}
    </td>
    <td className="numeric" data-label={t("budget.followUp")}>
      {formatAmount(share.followUpExpense)}
    </td>
    <td className="numeric" data-label={t("budget.revenue")}>
      {formatAmount(share.revenue)}
    </td>
    {hasGrants && (
      <td className="numeric" data-label={t("budget.earmarked")}>
        {formatAmount(share.earmarked)}
      </td>
    )}
    <td className="numeric" data-label={t("budget.unknown")}>
      {share.unknownCount === 0 ? t("budget.unknownNone") : t("budget.unknownCount", { count: share.unknownCount })}
    </td>
  </>
);

function describe(selection: Selected["of"], missing: string): string {
  if (selection === "outside") return t("budget.detailOutside");
  const { fiscalYear, budgetKind, codes } = selection;
  const kind = budgetKindLabels[budgetKind];
  const where = fiscalYear === null ? t("budget.detailAllYears", { kind }) : t("budget.detailYear", { year: String(fiscalYear), kind });
  if (codes === null) return where;
  const { budgetProduct, budgetAccount } = codes;
  if (budgetProduct === "" && budgetAccount === "") return `${missing}, ${where}`;
  return t("budget.detailCodes", { product: budgetProduct || t("budget.withoutCode"), account: budgetAccount || t("budget.withoutCode"), where });
}
