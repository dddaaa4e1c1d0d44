import { ContributionSwatch } from "#app/charts/svg/contribution-bar.tsx";
import { ShareBar } from "#app/charts/svg/share-bar.tsx";
import { FEWEST_SECRET_PAPERS } from "#app/domain/prioritisation/ballot-terms.ts";
import type { BallotOutcome } from "#app/domain/prioritisation/ballot/outcome.ts";
import type { BallotResult } from "#app/domain/prioritisation/ballot/result-schema.ts";
import { quotedNames, shortMoney, t } from "#app/i18n/de/ballot-reasons.ts";
import { formatMoney } from "#app/i18n/format.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Section } from "#app/ui/page.tsx";
import { NamedVotes } from "./named-votes.tsx";
import { ResultTable } from "./result-table.tsx";

type Counted = { readonly shares: BallotOutcome; readonly greedy: BallotOutcome };

/** The result of a closed ballot: what both counts fund, where they differ, why, and what is left. */
export function BallotResultView({ result, canReadPlan }: { result: BallotResult; canReadPlan: boolean }) {
  const { equalShares: shares, greedy } = result;
  if (shares === null || greedy === null) {
    return (
      <Section title={t("heading")} id="ergebnis">
        <Alert kind="warning" title={t("withheldTitle")}>
          <p>{t("withheld", { fewest: FEWEST_SECRET_PAPERS })}</p>
        </Alert>
      </Section>
    );
  }
  return (
    <>
      <Section title={t("heading")} id="ergebnis">
        <Difference result={result} shares={shares} greedy={greedy} />
        <div className="ballot-budgets">
          <BudgetSplit result={result} outcome={shares} title={t("sharesBudget")} left={leftText(shares)} />
          <BudgetSplit result={result} outcome={greedy} title={t("greedyBudget")} left={leftText(greedy)} />
        </div>
        <ResultTable result={result} shares={shares} greedy={greedy} canReadPlan={canReadPlan} />
      </Section>
      {!result.isSecret && <NamedVotes result={result} />}
      <Section title={t("howTitle")} id="zaehlung">
        <HowCounted result={result} shares={shares} />
      </Section>
    </>
  );
}

function Difference({ result, shares, greedy }: { result: BallotResult } & Counted) {
  const titlesOf = (ids: readonly string[]) => quotedNames(result.items.filter((item) => ids.includes(String(item.measureId))).map((item) => item.title));
  const onlyShares = shares.fundedIds.filter((id) => !greedy.fundedIds.includes(id));
  const onlyGreedy = greedy.fundedIds.filter((id) => !shares.fundedIds.includes(id));
  if (onlyShares.length + onlyGreedy.length === 0) return <Alert kind="success" title={t(shares.fundedIds.length === 0 ? "nothingTitle" : "sameTitle")} />;
  return (
    <Alert kind="warning" title={t("differentTitle")}>
      {onlyShares.length > 0 && <p>{t("onlyShares", { names: titlesOf(onlyShares) })}</p>}
      {onlyGreedy.length > 0 && <p>{t("onlyGreedy", { names: titlesOf(onlyGreedy) })}</p>}
    </Alert>
  );
}

/** How one count spends the budget, as a bar and in words. */
function BudgetSplit({ result, outcome, title, left }: { result: BallotResult; outcome: BallotOutcome; title: string; left: string }) {
  const parts = result.items
    .map(({ measureId, title: name, costCents }, colourIndex) => ({ key: String(measureId), name, value: costCents, amount: shortMoney(costCents), colourIndex }))
    .filter(({ key }) => outcome.fundedIds.includes(key));
  const words = [...parts.map(({ name, amount }) => t("part", { title: name, amount })), t("left", { amount: shortMoney(outcome.leftCents) })];
  return (
    <div className="card">
      <h3>{title}</h3>
      <ShareBar parts={parts} total={result.budgetCents} label={`${title}: ${words.join(", ")}`} tall />
      <ul className="ballot-legend">
        {parts.map(({ key, name, amount, colourIndex }) => (
          <li key={key}>
            <ContributionSwatch index={colourIndex} />
            <span>{t("part", { title: name, amount })}</span>
          </li>
        ))}
      </ul>
      <p className="small">{left}</p>
    </div>
  );
}

function leftText({ rule, leftCents }: BallotOutcome): string {
  if (leftCents === 0) return t("leftNothing");
  const spentGreedily = rule.method === "equalShares" && rule.leftover === "greedy";
  return t(spentGreedily ? "leftGreedy" : "leftKept", { left: shortMoney(leftCents) });
}

function HowCounted({ result, shares: { endowment } }: { result: BallotResult } & Pick<Counted, "shares">) {
  return (
    <div className="prose">
      {endowment !== null && (
        <p>
          {t("howShares", { voters: result.voterCount, share: formatMoney(endowment.equalShareCents), budget: shortMoney(result.budgetCents) })}{" "}
          {endowment.finalCents > endowment.equalShareCents && t("howRaised", { share: formatMoney(endowment.finalCents) })}
        </p>
      )}
      <p>{t("howGreedy")}</p>
      <p>{t("howTies")}</p>
    </div>
  );
}
