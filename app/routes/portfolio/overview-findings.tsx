import { noFilter } from "#app/domain/measures/list-filter.ts";
import { STALE_AFTER_DAYS } from "#app/domain/portfolio/attention.ts";
import { listAddress } from "#app/forms/measure-list.ts";
import { t } from "#app/i18n/de/overview.ts";
import { budgetKindLabels } from "#app/i18n/de/vocabulary.ts";
import { formatMoney, formatQuarter } from "#app/i18n/format.ts";
import { Badge } from "#app/ui/badge.tsx";
import type { OverviewData } from "./overview.tsx";

type Finding = OverviewData["findings"][number];
type Where = Pick<OverviewData, "version" | "ownUnitId" | "ballots">;

const looks = { urgent: { kind: "danger", icon: "danger" }, soon: { kind: "warning", icon: "warning" }, routine: { kind: "neutral", icon: "info" } } as const;

/** One line per finding: how urgent, what, where to see exactly what is meant. */
export function FindingList({ findings, ...where }: { findings: readonly Finding[] } & Where) {
  return (
    <ul className="findings">
      {findings.map((finding) => (
        <li key={finding.code} className="finding">
          <Badge {...looks[finding.severity]}>{t(`severity.${finding.severity}`)}</Badge>
          <div>
            <a href={targetOf(finding, where)} className="finding__title">
              {t(`finding.${finding.code}`, { count: finding.count, days: STALE_AFTER_DAYS })}
            </a>
            <Details finding={finding} ballots={where.ballots} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Details({ finding, ballots }: { finding: Finding } & Pick<Where, "ballots">) {
  if (finding.code === "ballotsToVote") {
    return (
      <ul className="finding__details">
        {ballots.map(({ id, title }) => (
          <li key={id}>
            <a href={`/abstimmungen/${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    );
  }
  if (finding.examples !== undefined) {
    const more = finding.count - finding.examples.length;
    return (
      <ul className="finding__details">
        {finding.examples.map((measure) => (
          <li key={measure.id}>
            <a href={`/massnahmen/${measure.id}`}>{measure.title}</a>
          </li>
        ))}
        {more > 0 && <li>{t("examplesMore", { count: more })}</li>}
      </ul>
    );
  }
  if (finding.cells !== undefined) {
    return (
      <ul className="finding__details">
        {finding.cells.map(({ fiscalYear, budgetKind, overuse }) => (
          <li key={`${fiscalYear}-${budgetKind}`}>{t("overuse", { year: String(fiscalYear), kind: budgetKindLabels[budgetKind], amount: formatMoney(overuse) })}</li>
        ))}
      </ul>
    );
  }
  if (finding.teams !== undefined) {
    return (
      <ul className="finding__details">
        {finding.teams.map(({ name, quarterCount, first }) => (
          <li key={name}>{t("teamOveruse", { name, count: quarterCount, first: formatQuarter(first) })}</li>
        ))}
      </ul>
    );
  }
  return null;
}

function targetOf({ code }: Finding, { version, ownUnitId }: Where): string {
  switch (code) {
    case "overBudget":
      return "/ressourcen/haushalt";
    case "overCapacity":
      return "/ressourcen/personal";
    case "ratingsOwed":
      return "/priorisierung/bewerten";
    case "ballotsToVote":
      return "/abstimmungen";
    case "importsToFinish":
      return "/massnahmen/import";
    case "commentsToAnswer":
      return "/ausschuss";
    case "answersToRead":
    case "versionToRead":
      return version === null ? "/ausschuss" : `/ausschuss/fassungen/${version.snapshotId}`;
    default:
      return listAddress({ filter: { ...noFilter, leadUnitId: ownUnitId, attention: code } });
  }
}
