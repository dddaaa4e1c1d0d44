import { postStates } from "#app/domain/resources/posts.ts";
import { WITHOUT_PURPOSE } from "#app/forms/staff-plan.ts";
import { t } from "#app/i18n/de/staff-plan.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/fields.tsx";
import type { StaffPlanData } from "./staff-plan-data.ts";

/** Filters as a plain GET form, so that a filtered list has an address. */
export function PostFilters({ plan: { filter, units, purposes, posts, postCount } }: { plan: StaffPlanData }) {
  const { state, orgUnitId, purpose } = filter;
  const isFiltered = state !== null || orgUnitId !== null || purpose !== null;
  return (
    <form method="get" className="toolbar">
      <SelectField
        field={{ id: "zustand", name: "zustand", defaultValue: state ?? "" }}
        label={t("plan.state")}
        emptyLabel={t("plan.filterAll")}
        options={postStates.map((each) => ({ value: each, label: t(`state.${each}`) }))}
      />
      <SelectField
        field={{ id: "einheit", name: "einheit", defaultValue: orgUnitId === null ? "" : String(orgUnitId) }}
        label={t("plan.unit")}
        emptyLabel={t("plan.filterAll")}
        options={units.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <SelectField
        field={{ id: "zweck", name: "zweck", defaultValue: purpose === "" ? WITHOUT_PURPOSE : (purpose ?? "") }}
        label={t("plan.purpose")}
        emptyLabel={t("plan.filterAll")}
        options={[...purposes.map((each) => ({ value: each, label: each })), { value: WITHOUT_PURPOSE, label: t("plan.withoutPurpose") }]}
      />
      <Button>{t("plan.filter")}</Button>
      {isFiltered && (
        <LinkButton to="/ressourcen/stellenplan" variant="tertiary" icon="close">
          {t("plan.reset")}
        </LinkButton>
      )}
      {isFiltered && <p className="toolbar__note">{t("plan.shown", { shown: posts.length, count: postCount })}</p>}
    </form>
  );
}
