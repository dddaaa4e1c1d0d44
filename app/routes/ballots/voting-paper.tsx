import { Form } from "@remix-run/react";
import { useEffect, useState, type FormEvent } from "react";
import { sumCents } from "#app/domain/money/cents.ts";
import { FEWEST_SECRET_PAPERS } from "#app/domain/prioritisation/ballot-terms.ts";
import { pointsField } from "#app/forms/ballots.ts";
import { submittedField, type Submitted } from "#app/forms/submitted-field.ts";
import { t } from "#app/i18n/de/ballots.ts";
import { formatMoney, formatWholeEuros } from "#app/i18n/format.ts";
import type { BallotView } from "#app/services/ballots/show-ballot.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FieldError, TextField } from "#app/ui/fields.tsx";
import { Section } from "#app/ui/page.tsx";

const SUM_ID = "vote-sum";

/** The paper of one member: every measure with what is needed to judge it. Works as a plain form; with JavaScript the sum runs along. */
export function VotingPaper({ view, submitted }: { view: BallotView; submitted: Submitted }) {
  const { ballot, items } = view;
  const points = ballot.pointsPerMember;
  const chosen = chosenBefore(view, submitted);
  const [spent, setSpent] = useState<number | null>(null);
  const before = [...chosen.values()].reduce((sum, value) => sum + value, 0);
  // Only where it can follow what is typed is a running sum shown.
  useEffect(() => setSpent(before), [before]);
  const fieldOf = (measureId: number) => submittedField(submitted, pointsField(measureId), String(chosen.get(measureId) ?? ""));
  const sumErrors = submitted?.error?.["points"] ?? [];
  const entries = [
    { fieldId: SUM_ID, label: t("vote.sum"), errors: sumErrors },
    ...items.map(({ measureId, title }) => ({ fieldId: fieldOf(measureId).id, label: title, errors: fieldOf(measureId).errors })),
  ];
  return (
    <Section title={t("vote.heading")} id="stimme">
      <div className="vote-intro">
        <Alert kind="warning" title={t(ballot.isSecret ? "vote.secretTitle" : "vote.openTitle")}>
          <p>{t(ballot.isSecret ? "vote.secretText" : "vote.openText")}</p>
          {ballot.isSecret && <p>{t("vote.secretLimit", { fewest: FEWEST_SECRET_PAPERS })}</p>}
        </Alert>
        <p>{t("vote.budget", { budget: formatWholeEuros(ballot.budgetCents), sum: formatWholeEuros(sumCents(items.map((item) => item.costCents))) })}</p>
        <p>{points === null ? t("vote.approvalIntro") : t("vote.pointsIntro", { points })}</p>
      </div>
      <Form method="post" className="form" noValidate onInput={(event: FormEvent<HTMLFormElement>) => setSpent(spentIn(event.currentTarget))}>
        <ErrorSummary formErrors={submitted?.error?.[""] ?? []} entries={entries} />
        <input type="hidden" name="intent" value="review" />
        <fieldset className="vote-paper">
          <legend className="field__label">{t(points === null ? "vote.approvalGroup" : "vote.pointsGroup")}</legend>
          {items.map((item) =>
            points === null ? (
              <ApprovalItem key={item.measureId} item={item} approved={chosen.has(item.measureId)} />
            ) : (
              <div className="vote-item" key={item.measureId}>
                <TextField field={fieldOf(item.measureId)} label={item.title} hint={<About item={item} />} inputMode="numeric" width="short" maxLength={4} autoComplete="off" />
              </div>
            ),
          )}
        </fieldset>
        <div className={classNames("vote-sum", sumErrors.length > 0 && "field--error")} id={SUM_ID} tabIndex={-1}>
          <p role="status" className={classNames("vote-sum__text", points !== null && spent !== null && spent > points && "vote-sum__text--over")}>
            {sumText(points, spent)}
          </p>
          <FieldError field={{ id: SUM_ID, errors: sumErrors }} />
        </div>
        <div className="form-actions">
          <Button variant="primary" icon="arrowRight">
            {t("vote.review")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

type Item = BallotView["items"][number];

function ApprovalItem({ item: { measureId, title, ...item }, approved }: { item: Item; approved: boolean }) {
  const [id, aboutId] = [`approve-${measureId}`, `approve-${measureId}-about`];
  return (
    <div className="vote-item">
      <div className="choice vote-item__choice">
        <input type="checkbox" id={id} name="approve" value={measureId} defaultChecked={approved} aria-describedby={aboutId} />
        <label htmlFor={id}>{title}</label>
        <div className="choice__hint" id={aboutId}>
          <About item={item} />
        </div>
      </div>
    </div>
  );
}

const About = ({ item: { summary, costCents } }: { item: Pick<Item, "summary" | "costCents"> }) => (
  <>
    <span className="vote-item__line">{summary || t("vote.noSummary")}</span>
    <span className="vote-item__line vote-item__cost">{t("vote.cost", { cost: formatMoney(costCents) })}</span>
  </>
);

function sumText(points: number | null, spent: number | null): string {
  if (spent === null) return points === null ? "" : t("vote.available", { points });
  if (points === null) return t("vote.chosen", { count: spent });
  return spent > points ? t("vote.overspent", { over: spent - points, spent, points }) : t("vote.left", { left: points - spent, points });
}

/** What was on the paper when it was sent, otherwise one's own stored choices in an open ballot. */
function chosenBefore({ items, ownChoices }: BallotView, submitted: Submitted): ReadonlyMap<number, number> {
  if (submitted?.initialValue === undefined) return new Map(ownChoices.map(({ measureId, points }) => [measureId, points]));
  const approve: unknown = submitted.initialValue?.["approve"];
  const approved = Array.isArray(approve) ? approve : [approve];
  return new Map(
    items.flatMap(({ measureId }) => {
      const typed = Number(submittedField(submitted, pointsField(measureId), "").defaultValue || "0");
      const points = approved.includes(String(measureId)) ? 1 : typed;
      return points > 0 ? [[measureId, points] as const] : [];
    }),
  );
}

/** Ticks, or whole points as far as they can be read. */
function spentIn(form: HTMLFormElement): number {
  let spent = 0;
  for (const [name, value] of new FormData(form)) {
    if (name === "approve") spent += 1;
    else if (name.startsWith("points.") && typeof value === "string" && /^\s*\d{1,4}\s*$/.test(value)) spent += Number(value);
  }
  return spent;
}
