import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import { parsePlainDate } from "#app/domain/calendar/plain-date.ts";
import { parseQuarter } from "#app/domain/calendar/quarter.ts";
import { cents } from "#app/domain/money/cents.ts";
import { t } from "#app/i18n/de/import.ts";
import { fieldLabels } from "#app/i18n/de/measure-labels.ts";
import { budgetKindLabels, effectDirectionLabels, planningHorizonLabels, statusLabels, targetGroupLabels, trafficLightShortLabels } from "#app/i18n/de/vocabulary.ts";
import { formatDate, formatMoney, formatPercent, formatPersonDays, formatQuarterShort, UNKNOWN } from "#app/i18n/format.ts";
import type { PreviewLine, PreviewValue } from "#app/services/import/preview-lines.server.ts";
import type { PreviewRow } from "#app/services/import/show-import.server.ts";

/** What a row brings, folded away: for an update only what would change, with what it replaces. */
export function PreviewLines({ row }: { row: PreviewRow }) {
  const count = row.lines.length;
  if (count === 0) return row.decision === "update" ? <p className="small muted">{t("preview.unchanged")}</p> : null;
  return (
    <details className="import-lines">
      <summary>{t(row.decision === "update" ? "preview.changes" : "preview.details", { count })}</summary>
      <dl>
        {row.lines.map((line, index) => (
          <div key={index}>
            <dt>{labelOf(line)}</dt>
            <dd>
              {line.kind === "content" && line.before !== undefined && (
                <>
                  <del>{valueText(line.field, line.before)}</del> →{" "}
                </>
              )}
              {line.kind === "cost" && !line.isNew && (
                <>
                  <del>{amountText(line.amountBefore ?? null)}</del> →{" "}
                </>
              )}
              {textOf(line)}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function labelOf(line: PreviewLine): string {
  if (line.kind === "content") return fieldLabels[line.field];
  if (line.kind === "cost") return line.item.title;
  if (line.kind === "staff") return t("staff");
  return { savingPerYear: t("saving"), hoursPerYear: t("hours"), serviceGain: t("serviceGain") }[line.benefit];
}

const amountText = (amount: number | null): string => (amount === null ? UNKNOWN : formatMoney(cents(amount)));
const withNote = (text: string, note: string): string => (note === "" ? text : `${text} („${note}“)`);

function textOf(line: PreviewLine): string {
  if (line.kind === "content") return valueText(line.field, line.after);
  if (line.kind === "staff") return withNote(`${formatPersonDays(line.personDays)} ${line.unit}`, line.note);
  if (line.kind === "benefit") {
    if (line.benefit === "hoursPerYear") return withNote(line.hoursPerYear === null ? UNKNOWN : t("hoursValue", { hours: line.hoursPerYear }), line.note);
    return withNote(amountText(line.amountCents), line.note);
  }
  const { item } = line;
  const kind = [item.rhythm === "running" ? t("cost.running") : t("cost.oneOff"), budgetKindLabels[item.budgetKind], ...(item.direction === "revenue" ? [t("cost.revenue")] : [])];
  const codes = [item.budgetProduct, item.budgetAccount].filter((code) => code !== "").join("/");
  return [withNote(amountText(item.amountCents), item.estimateNote), kind.join(", "), codes].filter((text) => text !== "").join(" · ");
}

const LABELS: Partial<Record<string, Readonly<Record<string, string>>>> = {
  status: statusLabels,
  effectDirection: effectDirectionLabels,
  planningHorizon: planningHorizonLabels,
  trafficLight: trafficLightShortLabels,
  targetGroups: targetGroupLabels,
};

function valueText(field: string, value: PreviewValue): string {
  if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) return t("empty");
  if (typeof value === "boolean") return value ? t("yes") : t("no");
  if (typeof value === "number") return field === "progressPercent" ? formatPercent(value) : String(value);
  const labels = LABELS[field];
  if (typeof value !== "string") return value.map((entry) => labels?.[entry] ?? entry).join(", ");
  if (labels !== undefined) return labels[value] ?? value;
  if (field === "startQuarter" || field === "endQuarter") return formatQuarterShort(parseQuarter(value));
  if (field === "deadline" || field === "earliestStart") return formatDate(parsePlainDate(value) satisfies PlainDate | null);
  return value;
}
