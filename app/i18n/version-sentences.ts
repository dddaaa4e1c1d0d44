import { subtractCents } from "#app/domain/money/cents.ts";
import type { OpenPoint } from "#app/domain/committee/open-points.ts";
import type { ChangeStatement } from "#app/domain/committee/summarise-changes.ts";
import { formatDate, formatInteger, formatMoney, formatPartialSum, formatPersonDays, formatQuarter, formatQuarterShort } from "./format.ts";
import { t } from "./de/versions.ts";
import { budgetKindLabels, statusLabels, trafficLightShortLabels } from "./de/vocabulary.ts";

/** More than this many titles make a sentence unreadable; the tables name them all. */
const TITLES_SHOWN = 4;

export const formatChangeStatement = (statement: ChangeStatement): string => {
  switch (statement.code) {
    case "unchanged":
      return t("change.unchanged");
    case "added":
    case "removed":
    case "postponed":
    case "advanced":
    case "redated":
      return t(`change.${statement.code}`, counted(statement.titles));
    case "status":
      return t("change.status", { ...counted(statement.titles), status: statusLabels[statement.status] });
    case "light":
      return t("change.light", { ...counted(statement.titles), light: trafficLightShortLabels[statement.light] });
    case "oneOffTotal":
    case "runningTotal":
      return t(`change.${statement.code}`, {
        before: formatPartialSum(statement.before),
        after: formatPartialSum(statement.after),
        delta: formatDelta(subtractCents(statement.after.known, statement.before.known)),
      });
    case "rank":
      return t("change.rank", { count: statement.count, title: statement.title, before: statement.before, after: statement.after });
    case "frames":
      return t("change.frames", { count: statement.count });
    case "weights":
      return t("change.weights", { criteria: statement.criteria.join(", ") });
    case "groupWeights":
      return t("change.groupWeights", { count: statement.groups.length, groups: statement.groups.join(", ") });
    case "details":
      return t("change.details", { count: statement.count });
  }
};

const counted = (titles: readonly string[]) => ({ count: titles.length, titles: joinTitles(titles) });

function joinTitles(titles: readonly string[]): string {
  const shown = titles.slice(0, TITLES_SHOWN).map((title) => `„${title}“`).join(", ");
  return titles.length > TITLES_SHOWN ? t("change.moreTitles", { titles: shown, count: titles.length - TITLES_SHOWN }) : shown;
}

/** "+15.000,00 €", "−200,00 €", "±0,00 €" */
export const formatDelta = (amount: Parameters<typeof formatMoney>[0]): string =>
  amount === null || amount < 0 ? formatMoney(amount) : `${amount === 0 ? "±" : "+"}${formatMoney(amount)}`;

export function formatOpenPoint(point: OpenPoint): string {
  switch (point.code) {
    case "overBudget":
      return t("open.overBudget", {
        fiscalYear: String(point.fiscalYear),
        kind: budgetKindLabels[point.budgetKind],
        expense: formatMoney(point.expense),
        frame: formatMoney(point.frame),
        over: formatMoney(point.over),
      });
    case "noFrame":
      return t("open.noFrame", { fiscalYear: String(point.fiscalYear), kind: budgetKindLabels[point.budgetKind], expense: formatMoney(point.expense) });
    case "overCapacity":
      return t("open.overCapacity", {
        team: point.team,
        quarters: point.quarters
          .map(({ quarter, demand, capacity }) =>
            t("open.overCapacityQuarter", { quarter: formatQuarterShort(quarter), demand: formatInteger(demand), capacity: formatPersonDays(capacity) }),
          )
          .join(", "),
      });
    case "deadlineMissed":
      return t("open.deadlineMissed", { title: point.measure.title, end: formatQuarter(point.end), deadline: formatDate(point.deadline), reason: orNone(point.reason) });
    case "startsTooEarly":
      return t("open.startsTooEarly", {
        title: point.measure.title,
        predecessor: point.predecessor.title,
        plannedStart: formatQuarter(point.plannedStart),
        earliestStart: formatQuarter(point.earliestStart),
      });
    case "redLight":
      return t("open.redLight", { title: point.measure.title, reason: orNone(point.reason) });
    case "unknownCost":
      return t("open.unknownCost", { title: point.measure.title, items: point.items.join(", ") });
    case "undated":
      return t("open.undated", { title: point.measure.title, text: orNone(point.timeframeText) });
    case "noLeadUnit":
    case "unrated":
      return t(`open.${point.code}`, { title: point.measure.title });
  }
}

/** Text that goes into a sentence, which has its own full stop. */
const orNone = (text: string): string => text.trim().replace(/\.+$/, "") || "none";
