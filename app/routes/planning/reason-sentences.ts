import { lastDayOf } from "#app/domain/calendar/quarter.ts";
import { cents } from "#app/domain/money/cents.ts";
import { t } from "#app/i18n/de/plan-reasons.ts";
import { budgetKindLabels } from "#app/i18n/de/vocabulary.ts";
import { formatDate, formatMoney, formatPersonDays, formatPosts, formatQuarter } from "#app/i18n/format.ts";
import type { ChangeData, ObstacleData, WithMovesData } from "./reason-data.ts";

type LimitData = Extract<ObstacleData, { kind: "limit" }>;

const amountOf = ({ key }: LimitData, amount: number): string => (key.kind === "team" ? formatPersonDays(amount) : key.kind === "starts" ? String(amount) : formatMoney(cents(amount)));

/** What is in the way, in a sentence. */
export function obstacleSentence(obstacle: ObstacleData): string {
  const title = `„${obstacle.name}“`;
  if (obstacle.kind === "window") return t("obstacle.window");
  if (obstacle.kind === "predecessor") return obstacle.readyFrom === null ? t("obstacle.predecessorAbsent", { title }) : t("obstacle.predecessor", { title, quarter: formatQuarter(obstacle.readyFrom) });
  if (obstacle.kind !== "limit") return t(`obstacle.${obstacle.kind}`, { title });
  const { key, name } = obstacle;
  const figures = { free: amountOf(obstacle, Math.max(0, obstacle.free)), needed: amountOf(obstacle, obstacle.needed), missing: amountOf(obstacle, obstacle.missing) };
  if (key.kind === "starts") return t("obstacle.starts", { name, quarter: formatQuarter(key.quarter) });
  const over = obstacle.free < 0 ? ` ${t("overdrawn", { amount: amountOf(obstacle, -obstacle.free) })}` : "";
  if (key.kind === "team") return t("obstacle.team", { name, quarter: formatQuarter(key.quarter), ...figures }) + over;
  if (key.kind === "line") return t("obstacle.line", { name, year: String(key.fiscalYear), ...figures }) + over;
  return t("obstacle.frame", { year: String(key.fiscalYear), kind: budgetKindLabels[key.budgetKind], ...figures }) + over;
}

/** Who takes what is missing; null where that is nobody's in the plan. */
export function takersSentence(obstacle: ObstacleData): string | null {
  if (obstacle.kind !== "limit") return null;
  const list = obstacle.takers.map(({ title, amount }) => t("taker", { title: `„${title}“`, amount: amountOf(obstacle, amount) }));
  if (obstacle.standing > 0) list.push(t("standing", { amount: amountOf(obstacle, obstacle.standing) }));
  return list.length === 0 ? null : t("takers", { list: list.join(", ") });
}

/** The change as the second half of "wenn …". */
export function changeClause(change: ChangeData): string {
  if (change.kind === "starts") return t("change.starts", { name: change.name, quarter: formatQuarter(change.quarter) });
  if (change.kind === "deadline") return t("change.deadline", { date: formatDate(lastDayOf(change.until)) });
  if (change.kind === "money") {
    const money = { year: String(change.fiscalYear), kind: budgetKindLabels[change.budgetKind], amount: formatMoney(cents(change.amountCents)) };
    return change.name === "" ? t("change.money", money) : t("change.moneyLine", { ...money, name: change.name });
  }
  const staff = { name: change.name, from: formatQuarter(change.fromQuarter), days: formatPersonDays(change.personDays), fte: formatPosts(change.fte) };
  return change.fromQuarter === change.toQuarter ? t("change.staff", staff) : t("change.staffSpan", { ...staff, to: formatQuarter(change.toQuarter) });
}

/** What would do if others made way, and which. */
export function withMovesSentence({ start, change, moved, dropped }: WithMovesData, kind: "placed" | "leftOut"): string {
  const ways = [
    ...moved.map(({ title, quarters }) => t(`makesWay.${quarters > 0 ? "later" : quarters < 0 ? "earlier" : "paid"}`, { title: `„${title}“`, count: Math.abs(quarters) })),
    ...dropped.map(({ title }) => t("makesWay.dropped", { title: `„${title}“` })),
  ];
  const last = ways.at(-1) ?? "";
  const moves = ways.length > 1 ? t("makesWay.and", { list: ways.slice(0, -1).join(", "), last }) : last;
  const quarter = formatQuarter(start);
  if (change === null) return t(`byMoves.${kind}`, { start: quarter, moves });
  return t(`withMoves.${kind}`, { start: quarter, change: changeClause(change), moves });
}
