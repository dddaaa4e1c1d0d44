import { useState } from "react";
import { MOST_POINTS } from "#app/domain/prioritisation/trial-weights.ts";
import { weightName } from "#app/forms/trial-weights.ts";
import { t } from "#app/i18n/de/trial-weights.ts";
import { formatPercent } from "#app/i18n/format.ts";
import { Button } from "#app/ui/button.tsx";
import type { Trial } from "./trial-data.ts";

type Props = { trial: Trial; points: readonly number[]; onChange: (points: readonly number[]) => void; hydrated: boolean };

/** A slider and a number per criterion; without JavaScript the numbers alone and a button that asks the server. */
export function TrialSliders({ trial: { criteria, hasGroupWeights, round }, points, onChange, hydrated }: Props) {
  const sum = points.reduce((total, value) => total + value, 0);
  const change = (index: number, value: number) => onChange(points.map((each, at) => (at === index ? value : each)));
  const isChanged = criteria.some((criterion, index) => criterion.points !== points[index]);
  return (
    <>
      <h2 className="trial__title">{t("weights")}</h2>
      <p className="field__hint">{t("weightsHint")}</p>
      {hasGroupWeights && <p className="field__hint">{t("groupWeights")}</p>}
      <ul className="trial-sliders">
        {criteria.map(({ id, name, reversed, points: now }, index) => (
          <li key={id}>
            <span className="trial-sliders__head">
              <span className="trial-sliders__name" aria-hidden="true">
                {name}
                {reversed && <span className="trial-sliders__note"> ({t("reversed")})</span>}
              </span>
              <span className="trial-sliders__note">
                {t("share", { share: formatPercent(sum === 0 ? 0 : Math.round((100 * (points[index] ?? 0)) / sum)) })}
                {now !== points[index] && `, ${t("now", { points: now })}`}
              </span>
            </span>
            {hydrated && (
              <input type="range" min={0} max={MOST_POINTS} value={points[index] ?? 0} aria-label={t("slider", { name })} onChange={(event) => change(index, Number(event.currentTarget.value))} />
            )}
            <PointsField name={weightName(id)} label={t("points", { name })} value={points[index] ?? 0} onChange={(value) => change(index, value)} />
          </li>
        ))}
      </ul>
      <p className="trial__sum">{t("sum", { sum })}</p>
      <div className="form-actions">
        {hydrated ? (
          <Button type="button" disabled={!isChanged} onClick={() => onChange(criteria.map((criterion) => criterion.points))}>
            {t("reset")}
          </Button>
        ) : (
          <>
            <Button variant="primary">{t("compute")}</Button>
            <a href={`?runde=${round.id}`}>{t("reset")}</a>
          </>
        )}
      </div>
    </>
  );
}

/** What is being typed stands as it is; only what is a number of points counts. */
function PointsField({ name, label, value, onChange }: { name: string; label: string; value: number; onChange: (value: number) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      className="input input--short"
      type="number"
      min={0}
      max={MOST_POINTS}
      name={name}
      aria-label={label}
      value={typed ?? String(value)}
      onBlur={() => setTyped(null)}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        if (/^\d{1,3}$/.test(text) && Number(text) <= MOST_POINTS) onChange(Number(text));
      }}
    />
  );
}
