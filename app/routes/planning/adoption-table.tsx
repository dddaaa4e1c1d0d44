import { becomesPlanned, type AdoptableState, type AdoptionLine } from "#app/domain/planning/adoption.ts";
import { submittedField, type Submitted } from "#app/forms/submitted-field.ts";
import { t } from "#app/i18n/de/adoption.ts";
import { t as reasons } from "#app/i18n/de/plan-run.ts";
import { statusLabels } from "#app/i18n/de/vocabulary.ts";
import { formatQuarterShort } from "#app/i18n/format.ts";
import { FieldError } from "#app/ui/fields.tsx";
import { DataTable } from "#app/ui/table.tsx";

/** Everything is ticked but what somebody has changed since the run, and what would lose its dates. */
export const adoptionRows = (lines: readonly AdoptionLine[], submitted: Submitted) =>
  lines.map((line) => ({ line, taken: submittedField(submitted, `taken.m${line.measureId}`, line.changedSince.length === 0 && line.kind !== "removed" ? "on" : "") }));

type Props = { rows: ReturnType<typeof adoptionRows>; programmes: Readonly<Record<number, string>> };

export const AdoptionTable = ({ rows, programmes }: Props) => (
  <DataTable caption={t("caption")} captionHidden stacked>
    <thead>
      <tr>
        <th scope="col">{t("take")}</th>
        <th scope="col">{t("measure")}</th>
        <th scope="col">{t("now")}</th>
        <th scope="col">{t("then")}</th>
        <th scope="col">{t("what")}</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ line, taken }) => (
        <tr key={line.measureId}>
          <td data-label={t("take")}>
            <input type="hidden" name={`versions.m${line.measureId}`} value={line.rowVersion} />
            <input type="checkbox" className="scenario-tick" id={taken.id} name={taken.name} defaultChecked={taken.defaultValue === "on"} aria-label={t("takeOf", { title: line.title })} aria-invalid={taken.errors.length > 0 || undefined} aria-describedby={taken.errors.length > 0 ? `${taken.id}-error` : undefined} />
          </td>
          <th scope="row" data-label={t("measure")}>
            <a href={`/massnahmen/${line.measureId}`}>{line.title}</a>
            <FieldError field={taken} />
          </th>
          <td data-label={t("now")}>{stateText(line.before, line, programmes)}</td>
          <td data-label={t("then")}>{stateText(line.after, line, programmes)}</td>
          <td data-label={t("what")}>
            {t(`kind.${line.kind}`)}
            {line.reason !== null && <p className="scenario-description">{reasons(`reason.${line.reason}`)}.</p>}
            {line.assumed.length > 0 && <p className="scenario-description">{reasons("placed.assumed", { figures: line.assumed.map((figure) => reasons(`figure.${figure}`)).join(", ") })}</p>}
            {becomesPlanned(line) && <span className="scenario-status"> · {t("becomesPlanned", { status: statusLabels[line.before.status] })}</span>}
            {line.changedSince.length > 0 && <p className="scenario-warning">{t("changedSince", { parts: line.changedSince.map((part) => t(`part.${part}`)).join(", ") })}</p>}
          </td>
        </tr>
      ))}
    </tbody>
  </DataTable>
);

/** "Q3 2027 bis Q2 2028, mit Förderung Smart Region"; the grant is named where it differs. */
function stateText({ startQuarter, endQuarter, fundingWindowId }: AdoptableState, { before, after }: AdoptionLine, programmes: Props["programmes"]): string {
  const start = formatQuarterShort(startQuarter);
  const dates = startQuarter === null ? t("noDates") : endQuarter === null ? t("openEnd", { start }) : t("period", { start, end: formatQuarterShort(endQuarter) });
  if (before.fundingWindowId === after.fundingWindowId) return dates;
  return `${dates}, ${fundingWindowId === null ? t("noWindow") : t("window", { programme: programmes[fundingWindowId] ?? "" })}`;
}
