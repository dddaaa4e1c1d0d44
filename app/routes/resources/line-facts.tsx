import { codeLabels, t } from "#app/i18n/de/budget-lines.ts";
import { budgetKindLabels, cashDirectionLabels } from "#app/i18n/de/vocabulary.ts";
import { formatMoney } from "#app/i18n/format.ts";
import { Badge } from "#app/ui/badge.tsx";
import { roleText } from "./budget-period.ts";
import type { LineData } from "./line-data.ts";

/** The line's figures and notes for everybody who reads. */
export function LineFacts({ shown }: { shown: LineData }) {
  const { line, planned, free, municipality, role, neighbours } = shown;
  const labels = codeLabels(municipality.budgetSystem);
  const isShort = free !== null && free < 0;
  const facts: ReadonlyArray<readonly [label: string, value: React.ReactNode]> = [
    [t("year"), `${line.fiscalYear}, ${roleText(role)}`],
    ...(line.budgetProduct === "" ? [] : [[labels.product, line.budgetProduct] as const]),
    [labels.account, line.budgetAccount],
    [t("kind"), t("kindAndDirection", { kind: budgetKindLabels[line.budgetKind], direction: cashDirectionLabels[line.direction] })],
    [t("appropriation"), formatMoney(line.appropriationCents)],
    [t("planned"), formatMoney(line.direction === "revenue" ? planned.revenue : planned.expense)],
    ...(planned.earmarked > 0 ? [[t("line.grant"), formatMoney(planned.earmarked)] as const] : []),
    [t("committed"), formatMoney(line.committedCents)],
    [t("spent"), formatMoney(line.spentCents)],
    ...(line.direction === "revenue"
      ? []
      : [
          [
            t("free"),
            isShort ? (
              <Badge kind="danger" icon="warning">
                {formatMoney(free)}
              </Badge>
            ) : (
              formatMoney(free)
            ),
          ] as const,
        ]),
    ...(line.commitmentAppropriationCents === null ? [] : [[t("commitment"), formatMoney(line.commitmentAppropriationCents)] as const]),
    ...(line.locked
      ? [
          [
            t("locked"),
            <>
              <Badge kind="warning" icon="lock">
                {t("locked")}
              </Badge>{" "}
              {line.lockNote}
            </>,
          ] as const,
        ]
      : []),
    ...(line.limitsPlan ? [[t("notes"), t("limits")] as const] : []),
    ...(line.coverage === "" ? [] : [[t("coverage"), line.coverage] as const]),
    ...(line.budgetReference === "" ? [] : [[t("reference"), line.budgetReference] as const]),
  ];
  return (
    <div className="line-facts">
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {(neighbours.previous !== null || neighbours.next !== null) && (
        <p className="line-facts__years">
          {neighbours.previous !== null && <a href={`/ressourcen/haushalt/stellen/${neighbours.previous}`}>{t("line.previousYear", { year: String(line.fiscalYear - 1) })}</a>}
          {neighbours.next !== null && <a href={`/ressourcen/haushalt/stellen/${neighbours.next}`}>{t("line.previousYear", { year: String(line.fiscalYear + 1) })}</a>}
        </p>
      )}
    </div>
  );
}
