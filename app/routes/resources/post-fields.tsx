import type { Cents } from "#app/domain/money/cents.ts";
import { postStates, type Post } from "#app/domain/resources/posts.ts";
import { submittedField, type Submitted } from "#app/forms/submitted-field.ts";
import { t } from "#app/i18n/de/staff-plan.ts";
import { formatAmount, formatHundredths, formatMoney } from "#app/i18n/format.ts";
import { CheckboxField, SelectField, TextField } from "#app/ui/fields.tsx";

type Named = { readonly id: number; readonly name: string };

/** What the form of a post shows in each field: what was typed, otherwise what is stored. */
export function postFieldsOf({ submitted, post }: { submitted: Submitted; post: Post | null }) {
  const field = (name: string, stored: string | number | null) => submittedField(submitted, name, String(stored ?? ""));
  const fields = {
    title: field("title", post?.title ?? null),
    orgUnitId: field("orgUnitId", post?.orgUnitId ?? null),
    teamId: field("teamId", post?.teamId ?? null),
    fte: field("fte", post === null ? "1" : formatHundredths(post.fte).replace(/,00$/, "")),
    payGrade: field("payGrade", post?.payGrade ?? null),
    yearlyCostCents: field("yearlyCostCents", post === null || post.yearlyCostCents === null ? null : formatAmount(post.yearlyCostCents)),
    state: field("state", post?.state ?? null),
    limitedUntil: field("limitedUntil", post?.limitedUntil ?? null),
    fromQuarter: field("fromQuarter", post?.fromQuarter ?? null),
    hiringDelayQuarters: field("hiringDelayQuarters", post?.hiringDelayQuarters ?? 2),
    counted: field("counted", post === null || post.counted ? "on" : null),
    purpose: field("purpose", post?.purpose ?? null),
    note: field("note", post?.note ?? null),
  };
  const labels: Readonly<Record<keyof typeof fields, string>> = {
    title: t("post.title"),
    orgUnitId: t("plan.unit"),
    teamId: t("post.team"),
    fte: t("post.fte"),
    payGrade: t("post.payGrade"),
    yearlyCostCents: t("post.cost"),
    state: t("post.state"),
    limitedUntil: t("post.limitedUntil"),
    fromQuarter: t("post.fromQuarter"),
    hiringDelayQuarters: t("post.delay"),
    counted: t("post.counted"),
    purpose: t("post.purpose"),
    note: t("post.note"),
  };
  const names = Object.keys(fields) as Array<keyof typeof fields>;
  return { ...fields, entries: names.map((name) => ({ fieldId: fields[name].id, label: labels[name], errors: fields[name].errors })) };
}

export function PostFields({
  fields,
  units,
  teams,
  purposes,
  payGrades,
  ratedCost,
}: {
  fields: ReturnType<typeof postFieldsOf>;
  units: readonly Named[];
  teams: readonly Named[];
  purposes: readonly string[];
  payGrades: readonly string[];
  /** Of the post as stored, by the rate table; null where there is no rate or nothing stored yet. */
  ratedCost: Cents | null;
}) {
  const options = (named: readonly Named[]) => named.map(({ id, name }) => ({ value: String(id), label: name }));
  return (
    <>
      <fieldset className="form-section">
        <legend>{t("post.what")}</legend>
        <TextField field={fields.title} label={t("post.title")} maxLength={200} required />
        <div className="form-row">
          <SelectField field={fields.orgUnitId} label={t("plan.unit")} options={options(units)} emptyLabel={t("post.chooseUnit")} />
          <SelectField field={fields.state} label={t("post.state")} options={postStates.map((state) => ({ value: state, label: t(`state.${state}`) }))} emptyLabel={t("post.chooseState")} />
        </div>
        <div className="form-row">
          <TextField field={fields.fte} label={t("post.fte")} hint={t("post.fteHint")} inputMode="decimal" width="short" />
          <TextField field={fields.limitedUntil} label={t("post.limitedUntil")} hint={t("post.limitedUntilHint")} type="date" width="medium" optional />
        </div>
        <TextField field={fields.purpose} label={t("post.purpose")} hint={t("post.purposeHint")} maxLength={120} list="zwecke" optional />
        <datalist id="zwecke">
          {purposes.map((purpose) => (
            <option key={purpose} value={purpose} />
          ))}
        </datalist>
        <TextField field={fields.note} label={t("post.note")} maxLength={500} optional />
      </fieldset>
      <fieldset className="form-section">
        <legend>{t("post.money")}</legend>
        <div className="form-row">
          <TextField field={fields.payGrade} label={t("post.payGrade")} hint={t("post.payGradeHint")} maxLength={30} width="medium" list="entgeltgruppen" optional />
          <TextField
            field={fields.yearlyCostCents}
            label={t("post.cost")}
            hint={ratedCost === null ? t("post.costHint") : `${t("post.costHint")} ${t("post.costRated", { cost: formatMoney(ratedCost) })}`}
            inputMode="decimal"
            width="medium"
            optional
          />
        </div>
        <datalist id="entgeltgruppen">
          {payGrades.map((payGrade) => (
            <option key={payGrade} value={payGrade} />
          ))}
        </datalist>
      </fieldset>
      <fieldset className="form-section">
        <legend>{t("post.plan")}</legend>
        <SelectField field={fields.teamId} label={t("post.team")} options={options(teams)} emptyLabel={t("post.noTeam")} />
        <div className="form-row">
          <TextField field={fields.fromQuarter} label={t("post.fromQuarter")} hint={t("post.fromQuarterHint")} maxLength={20} width="short" optional />
          <TextField field={fields.hiringDelayQuarters} label={t("post.delay")} hint={t("post.delayHint")} inputMode="numeric" width="short" />
        </div>
        <CheckboxField field={fields.counted} label={t("post.counted")} hint={t("post.countedHint")} />
      </fieldset>
    </>
  );
}
