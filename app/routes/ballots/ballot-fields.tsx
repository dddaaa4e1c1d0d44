import { FEWEST_SECRET_PAPERS, leftoverRules } from "#app/domain/prioritisation/ballot-terms.ts";
import { submittedField, type Submitted } from "#app/forms/submitted-field.ts";
import { t } from "#app/i18n/de/ballots.ts";
import { formatAmount, formatMoney } from "#app/i18n/format.ts";
import type { showBallotForm } from "#app/services/ballots/show-ballot-form.server.ts";
import { ChoiceGroup, TextArea, TextField } from "#app/ui/fields.tsx";

type Shown = Extract<ReturnType<typeof showBallotForm>, { ok: true }>["value"];

const leftoverTexts = { none: "leftoverNone", addOne: "leftoverAddOne", addOneGreedy: "leftoverGreedy" } as const;

/** What stands in the fields: what was typed after a refusal, otherwise the draft, otherwise the usual choices. */
export function ballotFieldsOf({ submitted, ballot, committee }: { submitted: Submitted } & Pick<Shown, "ballot" | "committee">) {
  const field = (name: string, stored: string | number | null | undefined) => submittedField(submitted, name, String(stored ?? ""));
  const chosen = (name: string, stored: readonly number[]) => ({
    field: field(name, ""),
    selected: submitted?.initialValue === undefined ? stored.map(String) : listAt(submitted.initialValue?.[name]),
  });
  const fields = {
    title: field("title", ballot?.title),
    question: field("question", ballot?.question),
    budgetCents: field("budgetCents", ballot ? formatAmount(ballot.budgetCents) : ""),
    kind: field("kind", ballot?.kind ?? "approval"),
    pointsPerMember: field("pointsPerMember", ballot?.pointsPerMember ?? (ballot === null ? 10 : "")),
    secrecy: field("secrecy", ballot === null || ballot.isSecret ? "secret" : "open"),
    leftoverRule: field("leftoverRule", ballot?.leftoverRule ?? "addOne"),
  };
  const measures = chosen("measureIds", ballot?.measureIds ?? []);
  const members = chosen("memberIds", ballot?.memberIds ?? committee.map((member) => member.id));
  const labels = { title: t("form.title"), question: t("form.question"), budgetCents: t("form.budget"), kind: t("form.kind"), pointsPerMember: t("form.points"), secrecy: t("form.secrecy"), leftoverRule: t("form.leftover") };
  const entries = [
    ...Object.entries(labels).map(([name, label]) => ({ ...fields[name as keyof typeof labels], label })),
    { ...measures.field, label: t("form.measures") },
    { ...members.field, label: t("form.members") },
  ].map(({ id, label, errors }) => ({ fieldId: id, label, errors }));
  return { ...fields, measures, members, entries };
}

function listAt(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((each) => typeof each === "string");
}

export function BallotFields({ fields, candidates, committee }: { fields: ReturnType<typeof ballotFieldsOf> } & Pick<Shown, "candidates" | "committee">) {
  return (
    <>
      <fieldset className="form-section">
        <legend>{t("form.about")}</legend>
        <TextField field={fields.title} label={t("form.title")} maxLength={120} required />
        <TextArea field={fields.question} label={t("form.question")} hint={t("form.questionHint")} rows={2} maxLength={500} optional />
        <TextField field={fields.budgetCents} label={t("form.budget")} hint={t("form.budgetHint")} inputMode="decimal" width="medium" required />
      </fieldset>
      <fieldset className="form-section">
        <legend>{t("form.voting")}</legend>
        <ChoiceGroup
          type="radio"
          field={fields.kind}
          label={t("form.kind")}
          selected={[fields.kind.defaultValue]}
          options={[
            { value: "approval", label: t("form.kindApproval"), hint: t("form.kindApprovalHint") },
            { value: "points", label: t("form.kindPoints"), hint: t("form.kindPointsHint") },
          ]}
        />
        <TextField field={fields.pointsPerMember} label={t("form.points")} hint={t("form.pointsHint")} inputMode="numeric" width="short" />
        <ChoiceGroup
          type="radio"
          field={fields.secrecy}
          label={t("form.secrecy")}
          selected={[fields.secrecy.defaultValue]}
          options={[
            { value: "secret", label: t("form.secret"), hint: t("form.secretHint", { fewest: FEWEST_SECRET_PAPERS }) },
            { value: "open", label: t("form.open"), hint: t("form.openHint") },
          ]}
        />
        <ChoiceGroup
          type="radio"
          field={fields.leftoverRule}
          label={t("form.leftover")}
          hint={t("form.leftoverIntro")}
          selected={[fields.leftoverRule.defaultValue]}
          options={leftoverRules.map((rule) => ({ value: rule, label: t(`form.${leftoverTexts[rule]}`), hint: t(`form.${leftoverTexts[rule]}Hint`) }))}
        />
      </fieldset>
      <MeasureChoice measures={fields.measures} candidates={candidates} />
      <div className="form-section">
        {committee.length === 0 ? (
          <p>{t("form.noCommittee")}</p>
        ) : (
          <ChoiceGroup
            type="checkbox"
            field={fields.members.field}
            label={t("form.members")}
            hint={t("form.membersHint")}
            selected={fields.members.selected}
            options={committee.map(({ id, name, parliamentaryGroup }) => ({ value: String(id), label: parliamentaryGroup === null ? name : `${name} (${parliamentaryGroup})` }))}
          />
        )}
      </div>
    </>
  );
}

function MeasureChoice({ measures, candidates }: { measures: ReturnType<typeof ballotFieldsOf>["measures"] } & Pick<Shown, "candidates">) {
  const known = candidates.flatMap(({ id, title, costCents }) => (costCents === null ? [] : [{ value: String(id), label: title, hint: t("form.measureCost", { cost: formatMoney(costCents) }) }]));
  const excluded = candidates.flatMap(({ id, title, obstacle }) => (obstacle === null ? [] : [{ id, title, obstacle }]));
  return (
    <div className="form-section ballot-measures">
      {known.length === 0 ? (
        <p>{t("form.noCandidates")}</p>
      ) : (
        <ChoiceGroup type="checkbox" field={measures.field} label={t("form.measures")} hint={t("form.measuresHint")} selected={measures.selected} options={known} />
      )}
      {excluded.length > 0 && (
        <details>
          <summary>{t("form.excluded", { count: excluded.length })}</summary>
          <ul className="ballot-excluded">
            {excluded.map(({ id, title, obstacle }) => (
              <li key={id}>
                <a href={`/massnahmen/${id}`}>{title}</a>: {t(`form.excludedWhy.${obstacle}`)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
