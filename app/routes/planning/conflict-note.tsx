import { cents } from "#app/domain/money/cents.ts";
import { t } from "#app/i18n/de/plan-run.ts";
import { budgetKindLabels } from "#app/i18n/de/vocabulary.ts";
import { formatMoney, formatPersonDays, formatQuarter } from "#app/i18n/format.ts";
import type { PlanRunData } from "./plan-run-data.ts";

type ConflictData = NonNullable<PlanRunData["conflict"]>;

/** Which mandatory measures do not fit together, whether that is proven, and what is lacking where. */
export function ConflictNote({ conflict: { measures, isProven, lacking } }: { conflict: ConflictData }) {
  const titles = measures.map((each) => `„${each.title}“`);
  const list = titles.join(", ");
  const [title = ""] = titles;
  const lacks = lacking.map(lackClause);
  return (
    <>
      {titles.length > 1 && <p>{t(isProven ? "quality.provenConflict" : "quality.conflict", { list })}</p>}
      {titles.length === 1 && <p>{t(isProven ? "quality.provenAlone" : "quality.conflictAlone", { title })}</p>}
      {lacks.length > 0 && <p>{t("quality.lacking", { list: lacks.length > 1 ? t("quality.lack.and", { list: lacks.slice(0, -1).join(", "), last: lacks.at(-1) ?? "" }) : (lacks[0] ?? "") })}</p>}
    </>
  );
}

function lackClause({ key, amount, name }: ConflictData["lacking"][number]): string {
  if (key.kind === "team") return t("quality.lack.team", { name, quarter: formatQuarter(key.quarter), amount: formatPersonDays(amount) });
  if (key.kind === "starts") return t("quality.lack.starts", { name, quarter: formatQuarter(key.quarter), count: amount });
  const money = { year: String(key.fiscalYear), kind: budgetKindLabels[key.budgetKind], amount: formatMoney(cents(amount)) };
  return key.kind === "line" ? t("quality.lack.line", { ...money, name }) : t("quality.lack.frame", money);
}
