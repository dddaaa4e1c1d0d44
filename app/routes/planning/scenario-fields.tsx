import { measureSwitches } from "#app/domain/planning/scenario.ts";
import { t as words } from "#app/i18n/de/plan-comparison.ts";
import { t } from "#app/i18n/de/scenarios.ts";
import { formatPosts, formatQuarter } from "#app/i18n/format.ts";
import { CheckboxField, SelectField, TextField } from "#app/ui/fields.tsx";
import type { capacityRows, frameRows, lineRows, measureRows, postRows, ScenarioFormData } from "./scenario-rows.ts";

export function PostFields({ rows }: { rows: ReturnType<typeof postRows> }) {
  if (rows.length === 0) return <p>{t("edit.noPosts")}</p>;
  return (
    <fieldset className="field">
      <legend className="field__hint">{t("edit.postsHint")}</legend>
      {rows.map(({ post, shown, counted }) => (
        <div key={post.id}>
          <input type="hidden" name={shown} value="1" />
          <CheckboxField
            field={counted}
            label={post.title}
            hint={`${t("edit.postFacts", { fte: formatPosts(post.fte), state: t(`postState.${post.state}`), from: post.fromQuarter === null ? "none" : formatQuarter(post.fromQuarter), team: post.team ?? "none" })}. ${t("edit.postLive", { counted: post.counted ? "yes" : "no" })}`}
          />
        </div>
      ))}
    </fieldset>
  );
}

type CapacityProps = { row: ReturnType<typeof capacityRows>[number]; teams: ScenarioFormData["teams"]; quarters: ReadonlyArray<{ readonly value: string; readonly label: string }> };

export const CapacityFields = ({ row, teams, quarters }: CapacityProps) => (
  <fieldset className="scenario-row">
    <legend>{row.legend}</legend>
    <SelectField field={row.team} label={t("edit.team")} emptyLabel={t("edit.chooseTeam")} options={teams.map(({ id, name }) => ({ value: String(id), label: name }))} />
    <SelectField field={row.from} label={t("edit.from")} emptyLabel={t("edit.chooseQuarter")} options={quarters} />
    <SelectField field={row.to} label={t("edit.to")} emptyLabel={t("edit.sameQuarter")} options={quarters} />
    <TextField field={row.days} label={t("edit.days")} width="short" />
    {!row.isNew && <CheckboxField field={row.remove} label={t("edit.remove")} />}
  </fieldset>
);

export const FrameFields = ({ rows }: { rows: ReturnType<typeof frameRows> }) => (
  <div className="scenario-frames">
    {rows.map(({ key, label, noneLabel, live, amount, none }) => (
      <div key={key} className="scenario-frame">
        <TextField field={amount} label={label} hint={live} width="medium" inputMode="decimal" />
        <CheckboxField field={none} label={t("edit.noFrame")} aria-label={noneLabel} />
      </div>
    ))}
  </div>
);

export const LineFields = ({ rows }: { rows: ReturnType<typeof lineRows> }) => (
  <div className="scenario-frames">
    {rows.map(({ key, label, live, amount }) => (
      <TextField key={key} field={amount} label={label} hint={live} width="medium" inputMode="decimal" />
    ))}
  </div>
);

export function MeasureFields({ rows, measures }: { rows: ReturnType<typeof measureRows>; measures: ScenarioFormData["measures"] }) {
  const choices = measureSwitches.map((choice) => ({ value: choice, label: words(`switch.${choice}`) }));
  return (
    <>
      {rows.stored.map(({ key, label, choice }) => (
        <SelectField key={key} field={choice} label={label} emptyLabel={t("edit.asLive")} options={choices} width="medium" />
      ))}
      {rows.added.map(({ key, legend, measure, choice }) => (
        <fieldset key={key} className="scenario-row">
          <legend>{legend}</legend>
          <SelectField field={measure} label={t("edit.measure")} emptyLabel={t("edit.chooseMeasure")} options={measures.map(({ id, title }) => ({ value: String(id), label: title }))} />
          <SelectField field={choice} label={t("edit.choice")} emptyLabel={t("edit.asLive")} options={choices} />
        </fieldset>
      ))}
    </>
  );
}
