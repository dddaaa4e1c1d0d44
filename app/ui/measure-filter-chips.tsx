import { noFilter, type MeasureFilter } from "#app/domain/measures/list-filter.ts";
import { factLabels } from "#app/i18n/de/measure-labels.ts";
import { t } from "#app/i18n/de/measures.ts";
import { attentionLabels } from "#app/i18n/de/overview.ts";
import { planningHorizonLabels, statusLabels, trafficLightShortLabels } from "#app/i18n/de/vocabulary.ts";
import { Icon } from "./icon.tsx";
import type { FilterChoices } from "./measure-filter-fields.tsx";

type FilterName = Exclude<keyof MeasureFilter, "archived">;
const filterNames = (Object.keys(noFilter) as Array<keyof MeasureFilter>).filter((name): name is FilterName => name !== "archived");

export const hasActiveFilter = (filter: MeasureFilter): boolean => filterNames.some((name) => filter[name] !== noFilter[name]);

type ChipsProps = {
  readonly filter: MeasureFilter;
  /** What the page shows unasked. */
  readonly usual?: MeasureFilter;
  readonly choices: FilterChoices;
  readonly hrefOf: (filter: MeasureFilter) => string;
};

/** Every active filter as a link that takes it out. */
export function MeasureFilterChips({ filter, usual = noFilter, choices, hrefOf }: ChipsProps) {
  const active = filterNames.filter((name) => filter[name] !== usual[name]);
  if (active.length === 0) return null;
  return (
    <ul className="chips" aria-label={t("list.active")}>
      {active.map((name) => {
        const label = chipLabel(name, filter, choices);
        return (
          <li key={name}>
            <a className="chip" href={hrefOf({ ...filter, [name]: usual[name] })} aria-label={t("list.remove", { label })}>
              {label}
              <Icon name="close" />
            </a>
          </li>
        );
      })}
    </ul>
  );
}

function chipLabel(name: FilterName, filter: MeasureFilter, list: FilterChoices): string {
  const named = (choices: FilterChoices["units"], id: number | "none" | null) =>
    id === "none" ? t("list.notStated") : (choices.find((choice) => choice.id === id)?.name ?? `#${id ?? ""}`);
  const stated = <T extends string>(value: T | "none" | null, labels: Readonly<Record<T, string>>) =>
    value === null || value === "none" ? t("list.notStated") : labels[value as T];
  switch (name) {
    case "search":
      return `${t("list.search")}: ${filter.search}`;
    case "actionFieldId":
      return `${t("list.actionField")}: ${named(list.actionFields, filter.actionFieldId)}`;
    case "leadUnitId":
      return `${t("list.leadUnit")}: ${named(list.units, filter.leadUnitId)}`;
    case "status":
      return `${t("list.status")}: ${filter.status === null ? t("list.all") : stated(filter.status, { ...statusLabels, open: t("list.open"), pursued: t("list.pursued") })}`;
    case "planningHorizon":
      return `${t("list.horizon")}: ${stated(filter.planningHorizon, planningHorizonLabels)}`;
    case "year":
      return `${t("list.year")}: ${filter.year === "none" ? t("list.notStated") : String(filter.year)}`;
    case "trafficLight":
      return `${t("list.trafficLight")}: ${stated(filter.trafficLight, trafficLightShortLabels)}`;
    case "attention":
      return filter.attention === null ? "" : attentionLabels[filter.attention];
    case "missing":
      return filter.missing === "any" || filter.missing === null ? t("list.anyMissing") : t("list.missingFact", { fact: factLabels[filter.missing] });
  }
}
