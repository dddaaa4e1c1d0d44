import { PortfolioSwatchCopy } from "#app/charts/svg/portfolio-picture.tsx";
import { costText, effortText } from "#app/charts/svg/portfolio-texts.ts";
import { t } from "#app/i18n/de/prioritisation-charts.ts";
import { formatInteger, formatPoints } from "#app/i18n/format.ts";
import { Section } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { PictureData } from "./benefit-and-effort.tsx";

type PlacedTableProps = Pick<PictureData, "placed" | "actionFields"> & { signIndexOf: (actionFieldId: number | null) => number };

/** All that the picture shows, in figures. */
export function PlacedTable({ placed, actionFields, signIndexOf }: PlacedTableProps) {
  const names = new Map(actionFields.map((field) => [field.id, field.name]));
  return (
    <Section title={t("portfolio.tableTitle")} id="tabelle">
      <DataTable caption={t("portfolio.tableCaption")} captionHidden stacked>
        <thead>
          <tr>
            <th scope="col" className="numeric">
              {t("portfolio.position")}
            </th>
            <th scope="col">{t("portfolio.measure")}</th>
            <th scope="col">{t("portfolio.field")}</th>
            <th scope="col" className="numeric">
              {t("portfolio.benefit")}
            </th>
            <th scope="col" className="numeric">
              {t("portfolio.effort")}
            </th>
            <th scope="col" className="numeric">
              {t("portfolio.cost")}
            </th>
            <th scope="col">{t("portfolio.group")}</th>
          </tr>
        </thead>
        <tbody>
          {placed.map((measure) => (
            <tr key={measure.measureId}>
              <td className="numeric" data-label={t("portfolio.position")}>
                {formatInteger(measure.position)}
              </td>
              <th scope="row">
                <a href={`/massnahmen/${measure.measureId}`}>{measure.title}</a>
              </th>
              <td data-label={t("portfolio.field")}>
                <span className="portfolio-field">
                  <PortfolioSwatchCopy signIndex={signIndexOf(measure.actionFieldId)} />
                  {measure.actionFieldId === null ? t("portfolio.noField") : names.get(measure.actionFieldId)}
                </span>
              </td>
              <td className="numeric" data-label={t("portfolio.benefit")}>
                {formatPoints(measure.benefitTenths)}
              </td>
              <td className="numeric" data-label={t("portfolio.effort")}>
                {effortText(measure.effort)}
              </td>
              <td className="numeric" data-label={t("portfolio.cost")}>
                {costText(measure.cost)}
              </td>
              <td data-label={t("portfolio.group")}>{t(`portfolio.quadrant.${measure.quadrant}`)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  );
}

/** What is not in the picture, with the figures that are known and those that are not. */
export function UnplacedTable({ unplaced }: Pick<PictureData, "unplaced">) {
  if (unplaced.length === 0) return null;
  return (
    <Section title={t("portfolio.unplacedTitle")} id="ohne-angabe">
      <p className="muted">{t("portfolio.unplacedIntro", { count: unplaced.length })}</p>
      <DataTable caption={t("portfolio.unplacedCaption")} captionHidden stacked>
        <thead>
          <tr>
            <th scope="col" className="numeric">
              {t("portfolio.position")}
            </th>
            <th scope="col">{t("portfolio.measure")}</th>
            <th scope="col">{t("portfolio.missing")}</th>
            <th scope="col" className="numeric">
              {t("portfolio.benefit")}
            </th>
            <th scope="col" className="numeric">
              {t("portfolio.effort")}
            </th>
            <th scope="col" className="numeric">
              {t("portfolio.cost")}
            </th>
          </tr>
        </thead>
        <tbody>
          {unplaced.map((measure) => (
            <tr key={measure.measureId}>
              <td className="numeric" data-label={t("portfolio.position")}>
                {formatInteger(measure.position)}
              </td>
              <th scope="row">{measure.missing.includes("plan") ? measure.title : <a href={`/massnahmen/${measure.measureId}`}>{measure.title}</a>}</th>
              <td data-label={t("portfolio.missing")}>{measure.missing.map((figure) => t(`portfolio.missingFigure.${figure}`)).join(", ")}</td>
              <td className="numeric" data-label={t("portfolio.benefit")}>
                {formatPoints(measure.benefitTenths)}
              </td>
              <td className="numeric" data-label={t("portfolio.effort")}>
                {effortText(measure.effort)}
              </td>
              <td className="numeric" data-label={t("portfolio.cost")}>
                {costText(measure.cost)}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  );
}
