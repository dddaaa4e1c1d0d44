import { t } from "#app/i18n/de/resources.ts";
import { staffSourceLabels } from "#app/i18n/de/vocabulary.ts";
import { formatPersonDays, formatQuarter } from "#app/i18n/format.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { staffAddress, type StaffData } from "./staff-data.ts";

/** The measures behind one cell of the staff table, with what each takes. */
export function StaffDetail({ selected, view }: { selected: NonNullable<StaffData["selected"]>; view: StaffData["view"] }) {
  const { name, quarter, shares, internal, external, capacity, overuse, postDays } = selected;
  return (
    <Section
      title={t("staff.detailTitle", { name, quarter: formatQuarter(quarter) })}
      id="dahinter"
      actions={
        <LinkButton to={staffAddress(view)} icon="close" compact>
          {t("staff.close")}
        </LinkButton>
      }
    >
      {shares.length === 0 ? (
        <p>{t("staff.detailNone")}</p>
      ) : (
        <DataTable caption={t("staff.detailCaption")} captionHidden stacked>
          <thead>
            <tr>
              <th scope="col">{t("staff.measure")}</th>
              <th scope="col">{t("staff.source")}</th>
              <th scope="col" className="numeric">
                {t("staff.days")}
              </th>
            </tr>
          </thead>
          <tbody>
            {shares.map((share) => (
              <tr key={share.demandId}>
                <th scope="row">
                  <a href={`/massnahmen/${share.measureId}`}>{share.title}</a>
                  {share.purpose !== "" && <span className="cell-note">{t("staff.purpose", { purpose: share.purpose })}</span>}
                </th>
                <td data-label={t("staff.source")}>{staffSourceLabels[share.staffSource]}</td>
                <td className="numeric" data-label={t("staff.days")}>
                  {formatPersonDays(share.personDays)}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <Total label={t("staff.sum")} days={internal} />
            {external > 0 && <Total label={t("staff.sumExternal")} days={external} />}
            <Total label={t("staff.capacity")} days={capacity} />
            {capacity !== null && postDays > 0 && <Total label={t("staff.ofPosts")} days={postDays} />}
            {capacity !== null && overuse !== null && <Total label={t(overuse > 0 ? "staff.over" : "staff.free")} days={overuse > 0 ? overuse : capacity - internal} />}
          </tfoot>
        </DataTable>
      )}
    </Section>
  );
}

const Total = ({ label, days }: { label: string; days: number | null }) => (
  <tr>
    <th scope="row" colSpan={2}>
      {label}
    </th>
    <td className="numeric">{formatPersonDays(days)}</td>
  </tr>
);
