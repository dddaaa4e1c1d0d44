import { parsePlainDate } from "#app/domain/calendar/plain-date.ts";
import { parseQuarter } from "#app/domain/calendar/quarter.ts";
import { cents } from "#app/domain/money/cents.ts";
import { formatDate, formatDateTime, formatInteger, formatMoney, formatPercent, formatQuarter } from "#app/i18n/format.ts";
import { fieldLabels } from "./measure-labels.ts";
import { messages, t } from "./measures.ts";
import {
  benefitKindLabels,
  budgetKindLabels,
  cashDirectionLabels,
  costProfileLabels,
  costRhythmLabels,
  demandBasisLabels,
  effectDirectionLabels,
  planningHorizonLabels,
  staffSourceLabels,
  statusLabels,
  targetGroupLabels,
  trafficLightLabels,
} from "./vocabulary.ts";

/** The audit log's code words and raw values as German text. What it does not know it shows as it is, so that nothing is hidden. */
export type HistoryNames = Readonly<Record<"units" | "actionFields" | "goals" | "teams", Readonly<Record<string, string>>>>;
type Fields = Readonly<Record<string, unknown>>;
type Event = { readonly entity: string; readonly action: string; readonly before: Fields | null; readonly after: Fields | null };

const has = <T extends object>(record: T, key: string): key is Extract<keyof T, string> => Object.hasOwn(record, key);

const partLabel = (event: Event): string => {
  const part = String((event.after ?? event.before)?.["part"] ?? "");
  const name = String((event.after ?? event.before)?.["name"] ?? (event.after ?? event.before)?.["title"] ?? "");
  const kind = part === "costItem" || part === "staffDemand" || part === "benefit" || part === "milestone" ? t(`part.${part}`) : part;
  return name === "" ? kind : `${kind} „${name}“`;
};

type PlainAction = Exclude<keyof typeof messages.history.action, "other" | "terms" | "addPart" | "changePart" | "removePart">;
const isPlainAction = (action: string): action is PlainAction => action !== "other" && action !== "terms" && has(messages.history.action, action);

export function actionText(event: Event): string {
  const { entity, action } = event;
  if (entity === "measureTerms") return t("history.action.terms");
  if (entity === "fundingWindow" && (action === "create" || action === "update" || action === "delete")) return t(`history.window.${action}`);
  if (action === "addPart" || action === "changePart" || action === "removePart") return t(`history.action.${action}`, { part: partLabel(event) });
  if (isPlainAction(action)) return t(`history.action.${action}`);
  return t("history.action.other", { action });
}

/** Bookkeeping that tells a reader nothing. */
const silent = new Set(["part", "measureId", "id", "rowVersion", "predecessorId", "name", "dependency"]);

export function changedFieldNames({ before, after }: Event): string[] {
  return [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter((name) => !silent.has(name)).map(fieldName);
}

const fieldName = (name: string): string => (has(fieldLabels, name) ? fieldLabels[name] : has(messages.history.field, name) ? messages.history.field[name] : name);

export type Change = { readonly label: string; readonly before: string | null; readonly after: string | null };

/** Each changed field with its values before and after; null where the side does not exist. A creation lists only what was filled in. */
export function changesOf(event: Event, names: HistoryNames): Change[] {
  const { before, after } = event;
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter((name) => !silent.has(name));
  const isEmpty = (value: unknown) => value === null || value === undefined || value === "" || value === false || (Array.isArray(value) && value.length === 0);
  return fields
    .filter((name) => !(before === null && isEmpty(after?.[name])) && !(after === null && isEmpty(before?.[name])))
    .map((name) => ({
      label: fieldName(name),
      before: before === null ? null : valueText(name, before[name], names),
      after: after === null ? null : valueText(name, after[name], names),
    }));
}

const vocabularies: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  status: statusLabels,
  effectDirection: effectDirectionLabels,
  planningHorizon: planningHorizonLabels,
  trafficLight: trafficLightLabels,
  targetGroups: targetGroupLabels,
  rhythm: costRhythmLabels,
  budgetKind: budgetKindLabels,
  direction: cashDirectionLabels,
  profile: costProfileLabels,
  basis: demandBasisLabels,
  staffSource: staffSourceLabels,
  kind: benefitKindLabels,
};
const lookups: Readonly<Record<string, keyof HistoryNames>> = {
  actionFieldId: "actionFields",
  leadUnitId: "units",
  participatingUnitIds: "units",
  orgUnitId: "units",
  goalIds: "goals",
  teamId: "teams",
};

function valueText(name: string, value: unknown, names: HistoryNames): string {
  if (value === null || value === undefined || value === "") return t("conflict.empty");
  if (Array.isArray(value)) return value.length === 0 ? t("conflict.empty") : value.map((one) => valueText(name, one, names)).join(", ");
  if (typeof value === "boolean") return value ? t("sheet.yes") : t("sheet.no");
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  const lookup = lookups[name];
  if (lookup !== undefined) return names[lookup][text] ?? `#${text}`;
  const vocabulary = vocabularies[name];
  if (vocabulary !== undefined) return vocabulary[text] ?? text;
  if (typeof value === "number") return name.endsWith("Cents") ? formatMoney(cents(value)) : name === "progressPercent" ? formatPercent(value) : formatInteger(value);
  const quarter = parseQuarter(text);
  if (quarter !== null) return formatQuarter(quarter);
  const date = parsePlainDate(text);
  if (date !== null) return formatDate(date);
  return name === "archivedAt" ? formatDateTime(text) : text;
}

/** A value of the form as German text, for putting two versions side by side. */
export const contentValueText = (name: string, value: unknown, names: HistoryNames): string => valueText(name, value, names);
