import { layoutPortfolioPicture, NARROW, WIDE } from "#app/charts/layout/portfolio-picture.ts";
import { PortfolioSwatch } from "#app/charts/svg/portfolio-picture.tsx";
import { areaText, pictureWords } from "#app/charts/svg/portfolio-texts.ts";
import { pagePalette } from "#app/charts/svg/timeline-palette.ts";
import { t } from "#app/i18n/de/prioritisation-charts.ts";
import { formatPersonDays, formatQuarter } from "#app/i18n/format.ts";
import { Section } from "#app/ui/page.tsx";
import type { PictureData } from "./benefit-and-effort.tsx";

type LegendProps = { picture: PictureData; signIndexOf: (actionFieldId: number | null) => number };

/** What signs, areas and lines mean, and how every figure comes about. */
export function PortfolioLegend({ picture, signIndexOf }: LegendProps) {
  const { placed, split, actionFields, lastQuarter } = picture;
  const shown = [...actionFields, { id: null, name: t("portfolio.noField") }].filter((field) => placed.some((measure) => signIndexOf(measure.actionFieldId) === signIndexOf(field.id)));
  return (
    <Section title={t("portfolio.legendTitle")} id="zeichenerklaerung">
      <div className="portfolio-legend">
        <div>
          <h3>{t("portfolio.fields")}</h3>
          <ul>
            {shown.map((field) => (
              <li key={field.id}>
                <PortfolioSwatch signIndex={signIndexOf(field.id)} palette={pagePalette} />
                {field.name}
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h3>{t("portfolio.signs")}</h3>
          {[WIDE, NARROW].map((size) => (
            <p key={size.width} className={`small portfolio-areas--${size === WIDE ? "wide" : "narrow"}`}>
              {t("portfolio.smallest", { amount: areaText(layoutPortfolioPicture({ placed, split, signIndexOf, ...pictureWords(), size }).smallestCents) })}
            </p>
          ))}
          <p className="small">{t("portfolio.dashed")}</p>
          <p className="small portfolio__labels">{t("portfolio.labels")}</p>
        </div>
        <div className="small">
          <h3>{t("portfolio.howTitle")}</h3>
          <ul className="portfolio-legend__how">
            <li>{t("portfolio.how.benefit")}</li>
            <li>{t("portfolio.how.effort", { quarter: formatQuarter(lastQuarter) })}</li>
            <li>{t("portfolio.how.cost")}</li>
            <li>{t("portfolio.how.split", { days: formatPersonDays(split.effortDays) })}</li>
            <li>{t("portfolio.how.plan")}</li>
          </ul>
        </div>
      </div>
    </Section>
  );
}
