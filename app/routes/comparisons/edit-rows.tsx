import type { Comparison } from "#app/domain/comparisons/comparison.ts";
import type { Cents } from "#app/domain/money/cents.ts";
import { ratingLevels } from "#app/domain/prioritisation/level-units.ts";
import { t } from "#app/i18n/de/comparisons.ts";
import { formatAmount, formatPosts } from "#app/i18n/format.ts";
import type { SummaryEntry } from "#app/ui/error-summary.tsx";
import { CheckboxField, TextArea, TextField, type FieldProps } from "#app/ui/fields.tsx";

/** Stored rows are named "s12" after their number; two empty ones follow, so that rows can be added without JavaScript. */
const NEW_ROWS = ["n1", "n2"] as const;

/** Unknown is an empty field. */
const amountText = (amount: Cents | null): string => (amount === null ? "" : formatAmount(amount));
const postsText = (hundredths: number | null): string => (hundredths === null ? "" : formatPosts(hundredths));

type Field = FieldProps & { readonly errors: readonly string[] };
type FieldOf = (name: string, stored: string) => Field;

export function optionRows(options: Comparison["options"], field: FieldOf) {
  return [...options.map((option) => ({ key: `s${option.id}`, option })), ...NEW_ROWS.map((key) => ({ key, option: null }))].map(({ key, option }, index) => ({
    key,
    legend: t(option === null ? "edit.newOption" : "edit.option", { number: index + 1 }),
    isNew: option === null,
    name: field(`options.${key}.name`, option?.name ?? ""),
    description: field(`options.${key}.description`, option?.description ?? ""),
    oneOff: field(`options.${key}.oneOffCents`, amountText(option?.oneOffCents ?? null)),
    yearly: field(`options.${key}.yearlyCents`, amountText(option?.yearlyCents ?? null)),
    posts: field(`options.${key}.postHundredths`, postsText(option?.postHundredths ?? null)),
    remove: field(`options.${key}.remove`, ""),
  }));
}

export function criterionRows(criteria: Comparison["criteria"], field: FieldOf) {
  return [...criteria.map((criterion) => ({ key: `s${criterion.id}`, criterion })), ...NEW_ROWS.map((key) => ({ key, criterion: null }))].map(({ key, criterion }, index) => ({
    key,
    legend: t(criterion === null ? "edit.newCriterion" : "edit.criterion", { number: index + 1 }),
    isNew: criterion === null,
    name: field(`criteria.${key}.name`, criterion?.name ?? ""),
    question: field(`criteria.${key}.question`, criterion?.question ?? ""),
    weight: field(`criteria.${key}.weight`, String(criterion?.weight ?? 10)),
    reversed: field(`criteria.${key}.reversed`, criterion?.reversed ? "on" : ""),
    levels: ratingLevels.map((level) => field(`criteria.${key}.levels.s${level}`, criterion?.levels[level] ?? "")),
    remove: field(`criteria.${key}.remove`, ""),
  }));
}

type OptionRow = ReturnType<typeof optionRows>[number];
type CriterionRow = ReturnType<typeof criterionRows>[number];

/** The problems of all rows, each with the row it stands in. */
export function rowEntries(options: readonly OptionRow[], criteria: readonly CriterionRow[]): SummaryEntry[] {
  const entry = (legend: string, field: Field, name: string): SummaryEntry => ({ fieldId: field.id, label: t("edit.labelOf", { row: legend, field: name }), errors: field.errors });
  return [
    ...options.flatMap((row) => [
      entry(row.legend, row.name, t("edit.optionName")),
      entry(row.legend, row.description, t("edit.description")),
      entry(row.legend, row.oneOff, t("edit.oneOff")),
      entry(row.legend, row.yearly, t("edit.yearly")),
      entry(row.legend, row.posts, t("edit.posts")),
      entry(row.legend, row.remove, t("edit.remove")),
    ]),
    ...criteria.flatMap((row) => [
      entry(row.legend, row.name, t("edit.criterionName")),
      entry(row.legend, row.question, t("edit.criterionQuestion")),
      entry(row.legend, row.weight, t("edit.weight")),
      ...row.levels.map((field, level) => entry(row.legend, field, t("edit.level", { level }))),
      entry(row.legend, row.remove, t("edit.remove")),
    ]),
  ];
}

export const OptionRowFields = ({ row }: { row: OptionRow }) => (
  <fieldset className="form-section">
    <legend>{row.legend}</legend>
    {row.isNew && <p className="field__hint">{t("edit.newHint")}</p>}
    <TextField field={row.name} label={t("edit.optionName")} maxLength={200} />
    <TextArea field={row.description} label={t("edit.description")} rows={4} maxLength={4000} optional />
    <div className="form-row">
      <TextField field={row.oneOff} label={t("edit.oneOff")} hint={t("edit.unknownHint")} inputMode="decimal" optional />
      <TextField field={row.yearly} label={t("edit.yearly")} hint={t("edit.unknownHint")} inputMode="decimal" optional />
      <TextField field={row.posts} label={t("edit.posts")} hint={t("edit.postsHint")} inputMode="decimal" optional />
    </div>
    {!row.isNew && <CheckboxField field={row.remove} label={t("edit.remove")} />}
  </fieldset>
);

export const CriterionRowFields = ({ row }: { row: CriterionRow }) => (
  <fieldset className="form-section">
    <legend>{row.legend}</legend>
    {row.isNew && <p className="field__hint">{t("edit.newHint")}</p>}
    <div className="form-row">
      <TextField field={row.name} label={t("edit.criterionName")} maxLength={120} />
      <TextField field={row.weight} label={t("edit.weight")} hint={t("edit.weightHint")} inputMode="numeric" width="short" />
    </div>
    <TextArea field={row.question} label={t("edit.criterionQuestion")} rows={2} maxLength={500} optional />
    <CheckboxField field={row.reversed} label={t("edit.reversed")} />
    <details className="disclosure" open={row.levels.some((field) => field.errors.length > 0) || undefined}>
      <summary>{t("edit.levels")}</summary>
      <div className="comparison-levels">
        <p className="field__hint">{t("edit.levelsHint")}</p>
        {row.levels.map((field, level) => (
          <TextField key={field.id} field={field} label={t("edit.level", { level })} maxLength={300} optional />
        ))}
      </div>
    </details>
    {!row.isNew && <CheckboxField field={row.remove} label={t("edit.remove")} />}
  </fieldset>
);
