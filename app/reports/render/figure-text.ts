import { t } from "#app/i18n/de/reports.ts";
import { formatPersonDays } from "#app/i18n/format.ts";
import { formatValue } from "#app/reports/format.ts";
import { labelOf } from "#app/reports/labels.ts";
import type { Fact } from "#app/reports/model.ts";

/** A key figure as text. How many parts are unknown stands below it, so that the figure itself stays short. */
export function figureText({ label, value }: Fact): { label: string; value: string; note: string } {
  const isSum = value.unit === "cents" || value.unit === "personDays";
  const unknownCount = isSum ? (value.unknownCount ?? 0) : 0;
  return {
    label: labelOf(label),
    value: value.unit === "personDays" ? formatPersonDays(value.value) : formatValue(isSum ? { ...value, unknownCount: 0 } : value),
    note: unknownCount === 0 ? "" : t("unknownNote", { count: unknownCount }),
  };
}
