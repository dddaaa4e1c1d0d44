import type { AssumptionDifference } from "#app/domain/planning/assumption-differences.ts";
import { isUnchanged, meanSlip, type MeasurePlace, type NamedMeasure, type PlaceChange, type PlanShift, type Slip } from "#app/domain/planning/compare-plans.ts";
import { cents } from "#app/domain/money/cents.ts";
import { t } from "./de/plan-comparison.ts";
import { budgetKindLabels } from "./de/vocabulary.ts";
import { formatInteger, formatMoney, formatPersonDays, formatPoints, formatPosts, formatQuarter, formatQuarterShort } from "./format.ts";

type Compared = {
  /** Null: the live plan. */
  readonly base: string | null;
  readonly other: string | null;
  readonly shift: PlanShift;
  readonly differences: readonly AssumptionDifference[];
  /** Of the horizon: what is dropped is not done until then. */
  readonly lastYear: number;
};

/** "Ohne die Stellen „A“ und „B“ verschieben sich 9 Maßnahmen, im Mittel um 3 Quartale; „E-Akte“ entfällt bis 2030. 14 Maßnahmen beginnen zur selben Zeit." */
export function shiftParagraph({ base, other, shift, differences, lastYear }: Compared): string {
  const posts = differences.flatMap((each) => (each.kind === "postNotCounted" ? [each.title] : []));
  const onlyPosts = posts.length > 0 && posts.length === differences.length;
  const intro = onlyPosts ? withoutPosts(posts) : other === null ? t("inLivePlan") : t("in", { name: other });
  const against = onlyPosts ? "" : ` ${base === null ? t("againstLivePlan") : t("against", { name: base })}`;
  const { planned, unchanged, later, earlier, dropped, gained } = shift;
  if (isUnchanged(shift)) return t("shift.nothing", { intro, base: against, planned });
  const parts = [
    later.count > 0 ? t("shift.later", { intro, base: against, count: later.count, quarters: quartersOf(later) }) : t("shift.noneLater", { intro, base: against }),
    ...(dropped.length > 0 ? [t("shift.dropped", { titles: titlesOf(dropped), count: dropped.length, year: String(lastYear) })] : []),
    ...(earlier.count > 0 ? [t("shift.earlier", { count: earlier.count, quarters: quartersOf(earlier) })] : []),
    ...(gained.length > 0 ? [t("shift.gained", { titles: titlesOf(gained), count: gained.length })] : []),
  ];
  return [`${parts.join("; ")}.`, ...(unchanged > 0 ? [t("shift.unchanged", { count: unchanged })] : [])].join(" ");
}

const MOST_NAMED = 3;
const list = new Intl.ListFormat("de", { type: "conjunction" });
const quoted = (title: string): string => `„${title}“`;

function withoutPosts(titles: readonly string[]): string {
  if (titles.length > MOST_NAMED) return t("without.manyPosts", { count: titles.length });
  return t(titles.length === 1 ? "without.post" : "without.posts", { posts: list.format(titles.map(quoted)) });
}

/** At most three are named, unless a fourth is all that is left. */
function titlesOf(measures: readonly NamedMeasure[]): string {
  const named = measures.length === MOST_NAMED + 1 ? measures : measures.slice(0, MOST_NAMED);
  const rest = measures.length - named.length;
  return list.format([...named.map(({ title }) => quoted(title)), ...(rest > 0 ? [t("shift.more", { count: rest })] : [])]);
}

/** A mean that is no round number says so: "rund 2,7 Quartale". */
function quartersOf(slip: Slip): string {
  const { tenths, isExact } = meanSlip(slip) ?? { tenths: 0, isExact: true };
  const mean = tenths % 10 === 0 ? formatInteger(tenths / 10) : formatPoints(tenths);
  return isExact ? t("quarters", { mean, isOne: tenths === 10 ? "yes" : "no" }) : t("aboutQuarters", { mean });
}

export function formatDifference(difference: AssumptionDifference): string {
  switch (difference.kind) {
    case "postNotCounted":
    case "postCounted":
      return t(`difference.${difference.kind}`, { title: difference.title, fte: formatPosts(difference.fte) });
    case "capacity": {
      const { team, fromQuarter, toQuarter, before, after } = difference;
      const period = fromQuarter === toQuarter ? t("difference.onePeriod", { from: formatQuarter(fromQuarter) }) : t("difference.period", { from: formatQuarter(fromQuarter), to: formatQuarter(toQuarter) });
      return t("difference.capacity", { team, period, before: formatPersonDays(before), after: formatPersonDays(after) });
    }
    case "frame": {
      const text = (amount: typeof difference.before) => (amount === null ? t("difference.noFrame") : formatMoney(amount));
      return t("difference.frame", { year: String(difference.fiscalYear), kind: budgetKindLabels[difference.budgetKind], before: text(difference.before), after: text(difference.after) });
    }
    case "line": {
      const text = (amount: typeof difference.before) => (amount === null ? t("difference.noLimit") : formatMoney(amount));
      return t("difference.line", { name: difference.name, year: String(difference.fiscalYear), before: text(difference.before), after: text(difference.after) });
    }
    case "switch":
      return t("difference.switched", { title: difference.title, before: t(`switch.${difference.before ?? "none"}`), after: t(`switch.${difference.after ?? "none"}`) });
    case "setting":
      return t("difference.setting", { setting: t(`setting.${difference.setting}`), before: settingText(difference.setting, difference.before), after: settingText(difference.setting, difference.after) });
    case "firstQuarter":
      return t("difference.firstQuarter", { before: formatQuarter(difference.before), after: formatQuarter(difference.after) });
    case "measures": {
      const { added, removed, changed } = difference;
      const parts = [
        ...(added > 0 ? [t("difference.added", { count: added })] : []),
        ...(removed > 0 ? [t("difference.removed", { count: removed })] : []),
        ...(changed > 0 ? [t("difference.changed", { count: changed })] : []),
      ];
      return t("difference.measures", { parts: list.format(parts) });
    }
    case "otherwise":
      return t("difference.otherwise", { parts: list.format(difference.parts.map((part) => t(`difference.part.${part}`))) });
  }
}

type Setting = Extract<AssumptionDifference, { kind: "setting" }>;
export function settingText(setting: Setting["setting"], value: Setting["before"]): string {
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  if (value === "leaveOut" || value === "assume") return t(value);
  if (typeof value === "number") return setting === "assumedCostCents" ? formatMoney(cents(value)) : formatInteger(value);
  return value;
}

/** "2 Quartale später" */
export const formatChange = (change: PlaceChange): string => (change.kind === "later" || change.kind === "earlier" ? t(`change.${change.kind}`, { quarters: change.quarters }) : t(`change.${change.kind}`));

/** "Q3 2027 bis Q2 2028" */
export function formatPlace(place: MeasurePlace): string {
  if (place.kind !== "placed") return t(`place.${place.kind}`);
  const start = formatQuarterShort(place.startQuarter);
  const dates = place.endQuarter === null ? t("place.openEnd", { start }) : t("place.placed", { start, end: formatQuarterShort(place.endQuarter) });
  return place.isAssumed ? t("place.assumed", { dates }) : dates;
}
