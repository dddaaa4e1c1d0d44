import { formatFieldValue, formatPart } from "#app/i18n/change-values.ts";
import { gapText } from "#app/i18n/de/planner.ts";
import { t } from "#app/i18n/de/reports.ts";
import { formatAmount, formatDate, formatDayOf, formatInteger, formatLevel, formatPercent, formatPostDelta, formatPosts, formatQuarter, UNKNOWN } from "#app/i18n/format.ts";
import { roundSentence } from "#app/i18n/priority.ts";
import { formatDelta } from "#app/i18n/version-sentences.ts";
import { codeLabel, fieldLabel, labelOf, partLabel } from "./labels.ts";
import type { Value } from "./model.ts";

/** The one way from a report's raw value to German text. Unknown prints "k. A.". */
export function formatValue(value: Value): string {
  switch (value.unit) {
    case "text":
      return value.value === null || value.value === "" ? UNKNOWN : value.value;
    case "measure":
      return value.value;
    case "list":
      return value.value.length === 0 ? "–" : value.value.join(", ");
    case "code":
      return value.value === null ? UNKNOWN : codeLabel(value.vocabulary, value.value);
    case "codes":
      return value.value.length === 0 ? "–" : value.value.map((code) => codeLabel(value.vocabulary, code)).join(", ");
    case "label":
      return labelOf(value.value);
    case "yesNo":
      return value.value ? t("yes") : t("no");
    case "cents":
      return withUnknown(value.value === null ? UNKNOWN : `${formatAmount(value.value)}\u00a0€`, value.unknownCount);
    case "deltaCents":
      return withUnknown(formatDelta(value.value), value.unknownCount);
    case "personDays":
      return withUnknown(formatInteger(value.value), value.unknownCount);
    case "hours":
    case "count":
      return formatInteger(value.value);
    case "quarters":
      return value.value === null ? UNKNOWN : `${value.value > 0 ? "+" : value.value < 0 ? "−" : "±"}${Math.abs(value.value)}`;
    case "points":
      return value.value === null ? UNKNOWN : `${Math.floor(value.value / 10)},${value.value % 10}`;
    case "posts":
      return formatPosts(value.value);
    case "deltaPosts":
      return formatPostDelta(value.value);
    case "accountClass":
      return `${codeLabel("budgetKind", value.value.budgetKind)}, ${codeLabel("cashDirection", value.value.direction)}`;
    case "level":
      return formatLevel(value.value);
    case "percent":
      return formatPercent(value.value);
    case "year":
      return String(value.value);
    case "quarter":
      return formatQuarter(value.value);
    case "date":
      return formatDate(value.value);
    case "day":
      return formatDayOf(value.value);
    case "gap":
      return value.value === null ? UNKNOWN : gapText(value.value);
    case "field":
      return fieldLabel(value.value);
    case "fieldValue":
      return formatFieldValue(value.field, value.value);
    case "partName":
      return partLabel(value.value);
    case "part":
      return formatPart(value.value, value.side);
    case "round":
      return roundSentence(value.value);
    case "empty":
      return "";
  }
}

/** In tables, money stands without its sign: the note above the tables says that amounts are in euros. */
export const formatCell = (value: Value): string =>
  (value.unit === "cents" || value.unit === "deltaCents" ? formatValue(value).replaceAll("\u00a0€", "") : formatValue(value));

const withUnknown = (known: string, count = 0): string => (count === 0 ? known : t("withUnknown", { known, count }));
