import type { PartialSum } from "#app/domain/money/cents.ts";
import { t } from "#app/i18n/de/prioritisation.ts";
import { benefitKindLabels } from "#app/i18n/de/vocabulary.ts";
import { formatInteger, formatMoney, formatPartialSum } from "#app/i18n/format.ts";
import { Card } from "#app/ui/page.tsx";
import { Facts } from "#app/ui/table.tsx";
import type { showRatingSheet } from "#app/services/prioritisation/show-rating-sheet.server.ts";

type Subject = Extract<ReturnType<typeof showRatingSheet>, { ok: true }>["value"]["measure"];

/** What is rated: Kurzfassung, cost and benefit. */
export function RatingSubject({ measure, canReadPlan }: { measure: Subject; canReadPlan: boolean }) {
  const { costs, benefits } = measure;
  const isEmpty = ({ known, unknownCount }: PartialSum) => known === 0 && unknownCount === 0;
  const sums = [
    { label: t("rating.oneOffExpense"), sum: costs.oneOffExpense },
    { label: t("rating.yearlyExpense"), sum: costs.yearlyExpense },
    { label: t("rating.oneOffRevenue"), sum: costs.oneOffRevenue },
    { label: t("rating.yearlyRevenue"), sum: costs.yearlyRevenue },
  ].filter(({ sum }) => !isEmpty(sum));
  return (
    <Card>
      <h2>{t("rating.summary")}</h2>
      <p className={measure.summary === "" ? "muted" : undefined}>{measure.summary || t("rating.summaryMissing")}</p>
      {canReadPlan && (
        <p>
          <a href={`/massnahmen/${measure.id}`}>{t("rating.measureDetails")}</a>
        </p>
      )}
      <h2>{t("rating.costs")}</h2>
      <Facts
        facts={[
          ...(costs.itemCount === 0 ? [{ label: t("rating.oneOffExpense"), value: t("rating.costsNone") }] : sums.map(({ label, sum }) => ({ label, value: formatPartialSum(sum) }))),
          ...(benefits.length === 0
            ? [{ label: t("rating.benefits"), value: t("rating.costsNone") }]
            : benefits.map((benefit, index) => ({ label: benefits.length > 1 ? `${benefitKindLabels[benefit.kind]} (${index + 1})` : benefitKindLabels[benefit.kind], value: describeBenefit(benefit) }))),
        ]}
      />
    </Card>
  );
}

function describeBenefit({ kind, amountCents, hoursPerYear, description }: Subject["benefits"][number]): string {
  const amount = kind === "savingPerYear" ? formatMoney(amountCents) : kind === "hoursPerYear" ? formatInteger(hoursPerYear) : "";
  return [amount, description].filter(Boolean).join(" – ");
}
