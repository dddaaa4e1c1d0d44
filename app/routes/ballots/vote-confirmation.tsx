import { Form } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { pointsField } from "#app/forms/ballots.ts";
import { t } from "#app/i18n/de/ballots.ts";
import { formatMoney } from "#app/i18n/format.ts";
import type { BallotView } from "#app/services/ballots/show-ballot.server.ts";
import { Button } from "#app/ui/button.tsx";

/** What was chosen, once more, before it counts. Takes the focus, as a new page would. */
export function VoteConfirmation({ view: { ballot, items }, review }: { view: BallotView; review: ReadonlyArray<{ readonly measureId: number; readonly points: number }> }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const points = ballot.pointsPerMember;
  const pointsOf = new Map(review.map((choice) => [choice.measureId, choice.points]));
  const chosen = items.filter((item) => pointsOf.has(item.measureId));
  const spent = review.reduce((sum, choice) => sum + choice.points, 0);
  return (
    <section className="section vote-confirmation" aria-labelledby="bestaetigung">
      <h2 id="bestaetigung" ref={heading} tabIndex={-1}>
        {t("confirm.heading")}
      </h2>
      {chosen.length === 0 ? (
        <p>{t("confirm.nothing")}</p>
      ) : (
        <>
          <p>{points === null ? t("confirm.approvals", { count: chosen.length }) : t("confirm.points", { spent, points })}</p>
          <ul>
            {chosen.map(({ measureId, title, costCents }) => (
              <li key={measureId}>
                <strong>{title}</strong> ({formatMoney(costCents)}){points !== null && `: ${t("confirm.points1", { points: pointsOf.get(measureId) ?? 0 })}`}
              </li>
            ))}
          </ul>
          {points !== null && spent < points && <p>{t("confirm.unused", { left: points - spent })}</p>}
        </>
      )}
      <p className="vote-confirmation__final">{t(ballot.isSecret ? "confirm.secret" : "confirm.open")}</p>
      <Form method="post" className="form-actions">
        {review.map(({ measureId, points: given }) =>
          points === null ? <input key={measureId} type="hidden" name="approve" value={measureId} /> : <input key={measureId} type="hidden" name={pointsField(measureId)} value={given} />,
        )}
        <Button variant="primary" icon="check" name="intent" value="cast">
          {t("confirm.cast")}
        </Button>
        <Button name="intent" value="change" icon="arrowLeft">
          {t("confirm.change")}
        </Button>
      </Form>
    </section>
  );
}
