import { Form } from "@remix-run/react";
import { t } from "#app/i18n/de/prioritisation-charts.ts";
import { Button } from "#app/ui/button.tsx";
import type { PictureData } from "./benefit-and-effort.tsx";

type BenefitChoiceProps = { roundId: number; criteria: PictureData["criteria"]; isChosen: boolean };

/** Which criteria count as benefit, as a plain GET form; folded away while the suggestion holds. */
export function BenefitChoice({ roundId, criteria, isChosen }: BenefitChoiceProps) {
  const names = criteria.filter((criterion) => criterion.isBenefit).map((criterion) => criterion.name);
  return (
    <details className="portfolio-choice" key={names.join()}>
      <summary>{t("portfolio.benefitSummary", { names: names.join(", ") })}</summary>
      <Form method="get">
        <input type="hidden" name="runde" value={roundId} />
        <fieldset className="field" aria-describedby="nutzen-hinweis">
          <legend className="field__label">{t("portfolio.benefitLegend")}</legend>
          <p className="field__hint" id="nutzen-hinweis">
            {t("portfolio.benefitHint")}
          </p>
          <div className="choices choices--inline">
            {criteria.map(({ id, name, reversed, isBenefit }) => (
              <label key={id} className="choice">
                <input type="checkbox" name="nutzen" value={id} defaultChecked={isBenefit} />
                <span>{reversed ? t("portfolio.reversed", { name }) : name}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <div className="form-actions">
          <Button>{t("portfolio.apply")}</Button>
          {isChosen && <a href={`?runde=${roundId}`}>{t("portfolio.reset")}</a>}
        </div>
      </Form>
    </details>
  );
}
