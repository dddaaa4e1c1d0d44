import { sumCents } from "#app/domain/money/cents.ts";
import { t } from "#app/i18n/de/ballots.ts";
import { formatDayOf, formatMoney } from "#app/i18n/format.ts";
import type { BallotView } from "#app/services/ballots/show-ballot.server.ts";
import { Section } from "#app/ui/page.tsx";
import { DataTable, Facts } from "#app/ui/table.tsx";

/** The terms of the ballot, and what stands on it where the page does not show that otherwise. */
export function BallotFacts({ view: { ballot, items, memberCount, votedCount, mayVote, result, canReadPlan } }: { view: BallotView }) {
  const facts = [
    { label: t("facts.budget"), value: formatMoney(ballot.budgetCents) },
    { label: t("facts.kind"), value: ballot.pointsPerMember === null ? t("kind.approval") : t("facts.pointsEach", { points: ballot.pointsPerMember }) },
    { label: t("facts.secrecy"), value: t(ballot.isSecret ? "secrecy.secret" : "secrecy.open") },
    { label: t("facts.leftover"), value: t(`facts.leftoverRule.${ballot.leftoverRule}`) },
    ...(ballot.state === "draft" ? [] : [{ label: t("facts.turnout"), value: t("turnout", { voted: votedCount, members: memberCount }) }]),
    ...(ballot.openedAt === null ? [] : [{ label: t("facts.opened"), value: formatDayOf(ballot.openedAt) }]),
    ...(ballot.closedAt === null ? [] : [{ label: t("facts.closed"), value: formatDayOf(ballot.closedAt) }]),
  ];
  return (
    <Section title={t("facts.heading")} id="stimmzettel">
      <Facts facts={facts} />
      {!mayVote && (result === null || result.greedy === null) && (
        <div className="ballot-items">
          <DataTable caption={t("facts.caption")}>
            <thead>
              <tr>
                <th scope="col">{t("facts.measure")}</th>
                <th scope="col" className="numeric">
                  {t("facts.cost")}
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map(({ measureId, title, costCents }) => (
                <tr key={measureId}>
                  <th scope="row">{canReadPlan ? <a href={`/massnahmen/${measureId}`}>{title}</a> : title}</th>
                  <td className="numeric">{formatMoney(costCents)}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t("facts.sum")}</th>
                <td className="numeric">{formatMoney(sumCents(items.map((item) => item.costCents)))}</td>
              </tr>
            </tfoot>
          </DataTable>
        </div>
      )}
    </Section>
  );
}
