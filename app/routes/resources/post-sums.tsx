import type { PostSum } from "#app/domain/resources/post-cost.ts";
import { t } from "#app/i18n/de/staff-plan.ts";
import { formatHundredths, formatInteger, formatPartialSum } from "#app/i18n/format.ts";
import { Section } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { StaffPlanData } from "./staff-plan-data.ts";

/** What the shown posts add up to, by state. */
export function PostSums({ plan: { byState, total, counted } }: { plan: StaffPlanData }) {
  return (
    <Section title={t("plan.sums")} id="summen">
      <DataTable caption={t("plan.sumCaption")} captionHidden>
        <thead>
          <tr>
            <th scope="col">{t("plan.state")}</th>
            <th scope="col" className="numeric">
              {t("plan.sumCount")}
            </th>
            <th scope="col" className="numeric">
              {t("plan.fte")}
            </th>
            <th scope="col" className="numeric">
              {t("plan.cost")}
            </th>
          </tr>
        </thead>
        <tbody>
          {byState.map((sum) => (
            <SumRow key={sum.state} label={t(`state.${sum.state}`)} sum={sum} />
          ))}
        </tbody>
        <tfoot>
          <SumRow label={t("plan.sumAll")} sum={total} />
          {counted.count > 0 && <SumRow label={t("plan.sumCounted")} sum={counted} />}
        </tfoot>
      </DataTable>
    </Section>
  );
}

const SumRow = ({ label, sum }: { label: string; sum: PostSum }) => (
  <tr>
    <th scope="row">{label}</th>
    <td className="numeric">{formatInteger(sum.count)}</td>
    <td className="numeric">{formatHundredths(sum.fte)}</td>
    <td className="numeric post-table__sum">{formatPartialSum(sum.cost)}</td>
  </tr>
);
