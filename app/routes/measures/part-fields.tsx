import { benefitKinds, budgetKinds, cashDirections, costProfiles, costRhythms, demandBases, staffSources } from "#app/domain/measures/vocabulary.ts";
import { t } from "#app/i18n/de/measures.ts";
import {
  benefitKindLabels,
  budgetKindLabels,
  cashDirectionLabels,
  costProfileLabels,
  costRhythmLabels,
  demandBasisLabels,
  staffSourceLabels,
} from "#app/i18n/de/vocabulary.ts";
import type { PartPage } from "#app/services/measures/show-part.server.ts";
import { SelectField, TextArea, TextField, type FieldProps } from "#app/ui/fields.tsx";
import { useCodeLabels } from "#app/ui/use-code-labels.ts";
import type { PartKind } from "./part-paths.ts";

type Fields = (name: string) => FieldProps;
const options = <T extends string>(values: readonly T[], labels: Readonly<Record<T, string>>) => values.map((value) => ({ value, label: labels[value] }));

/** Labels of a part's fields in the order of its form; the error summary uses them too. */
export const partFieldLabels: Readonly<Record<PartKind, Readonly<Record<string, string>>>> = {
  costItem: {
    title: t("part.title"),
    direction: t("part.direction"),
    rhythm: t("part.rhythm"),
    amountCents: t("part.amount"),
    budgetKind: t("part.budgetKind"),
    profile: t("part.profile"),
    budgetProduct: t("part.budgetProduct"),
    budgetAccount: t("part.budgetAccount"),
    estimateNote: t("part.estimateNote"),
  },
  staffDemand: {
    addressee: t("part.addressee"),
    staffSource: t("part.staffSource"),
    purpose: t("part.purpose"),
    personDays: t("part.personDays"),
    basis: t("part.basis"),
    note: t("part.note"),
  },
  benefit: {
    kind: t("part.benefitKind"),
    amountCents: t("part.benefitAmount"),
    hoursPerYear: t("part.benefitHours"),
    description: t("part.benefitDescription"),
    estimateBasis: t("part.estimateBasis"),
  },
  milestone: { title: t("part.title"), dueDate: t("part.dueDate"), reachedOn: t("part.reachedOn") },
};

const valueLabels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  rhythm: costRhythmLabels,
  budgetKind: budgetKindLabels,
  direction: cashDirectionLabels,
  profile: costProfileLabels,
  basis: demandBasisLabels,
  staffSource: staffSourceLabels,
  kind: benefitKindLabels,
};

/** The German word for a chosen code; undefined for fields that hold free text. */
export const partValueLabel = (field: string, value: string): string | undefined => valueLabels[field]?.[value];

export function PartFields({ kind, field, choices }: { kind: PartKind; field: Fields; choices: PartPage["choices"] }) {
  switch (kind) {
    case "costItem":
      return <CostItemFields field={field} />;
    case "staffDemand":
      return <StaffDemandFields field={field} choices={choices} />;
    case "benefit":
      return <BenefitFields field={field} />;
    case "milestone":
      return (
        <>
          <TextField field={field("title")} label={t("part.title")} required maxLength={200} />
          <div className="form-row">
            <TextField field={field("dueDate")} label={t("part.dueDate")} type="date" width="medium" required />
            <TextField field={field("reachedOn")} label={t("part.reachedOn")} hint={t("part.reachedOnHint")} type="date" width="medium" />
          </div>
        </>
      );
  }
}

function CostItemFields({ field }: { field: Fields }) {
  const labels = useCodeLabels();
  return (
    <>
      <TextField field={field("title")} label={t("part.title")} hint={t("part.costTitleHint")} required maxLength={200} />
      <div className="form-row">
        <SelectField field={field("direction")} label={t("part.direction")} options={options(cashDirections, cashDirectionLabels)} />
        <TextField field={field("amountCents")} label={t("part.amount")} hint={t("part.amountHint")} width="medium" inputMode="text" maxLength={80} />
      </div>
      <div className="form-row">
        <SelectField field={field("rhythm")} label={t("part.rhythm")} hint={t("part.rhythmHint")} options={options(costRhythms, costRhythmLabels)} />
        <SelectField field={field("profile")} label={t("part.profile")} hint={t("part.profileHint")} options={options(costProfiles, costProfileLabels)} />
      </div>
      <SelectField field={field("budgetKind")} label={t("part.budgetKind")} hint={t("part.budgetKindHint")} options={options(budgetKinds, budgetKindLabels)} />
      <div className="form-row">
        <TextField field={field("budgetProduct")} label={labels.product} maxLength={60} />
        <TextField field={field("budgetAccount")} label={labels.account} maxLength={60} />
      </div>
      <TextField field={field("estimateNote")} label={t("part.estimateNote")} hint={t("part.estimateNoteHint")} maxLength={500} />
    </>
  );
}

const StaffDemandFields = ({ field, choices }: { field: Fields; choices: PartPage["choices"] }) => {
  const addressees = [
    ...choices.teams.map(({ id, name }) => ({ value: `team-${id}`, label: `${t("part.teams")}: ${name}` })),
    ...choices.units.map(({ id, name }) => ({ value: `unit-${id}`, label: `${t("part.units")}: ${name}` })),
  ];
  return (
    <>
      <SelectField field={field("addressee")} label={t("part.addressee")} hint={t("part.addresseeHint")} emptyLabel="–" options={addressees} />
      <div className="form-row">
        <TextField field={field("personDays")} label={t("part.personDays")} hint={t("part.personDaysHint")} inputMode="numeric" width="medium" maxLength={7} />
        <SelectField field={field("basis")} label={t("part.basis")} hint={t("part.basisHint")} options={options(demandBases, demandBasisLabels)} />
      </div>
      <SelectField field={field("staffSource")} label={t("part.staffSource")} options={options(staffSources, staffSourceLabels)} />
      <TextField field={field("purpose")} label={t("part.purpose")} hint={t("part.purposeHint")} maxLength={120} list="zwecke" optional />
      <datalist id="zwecke">
        {choices.purposes.map((purpose) => (
          <option key={purpose} value={purpose} />
        ))}
      </datalist>
      <TextField field={field("note")} label={t("part.note")} maxLength={500} />
    </>
  );
};

const BenefitFields = ({ field }: { field: Fields }) => (
  <>
    <SelectField field={field("kind")} label={t("part.benefitKind")} options={options(benefitKinds, benefitKindLabels)} />
    <div className="form-row">
      <TextField
        field={field("amountCents")}
        label={t("part.benefitAmount")}
        hint={t("part.onlyWhere", { kind: benefitKindLabels.savingPerYear })}
        width="medium"
        maxLength={80}
      />
      <TextField
        field={field("hoursPerYear")}
        label={t("part.benefitHours")}
        hint={t("part.onlyWhere", { kind: benefitKindLabels.hoursPerYear })}
        inputMode="numeric"
        width="medium"
        maxLength={9}
      />
    </div>
    <TextArea field={field("description")} label={t("part.benefitDescription")} hint={t("part.benefitDescriptionHint")} rows={3} maxLength={2000} />
    <TextField field={field("estimateBasis")} label={t("part.estimateBasis")} hint={t("part.estimateBasisHint")} maxLength={1000} />
  </>
);
