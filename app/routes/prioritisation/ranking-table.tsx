import { Fragment } from "react";
import { ContributionBar, ContributionSwatch } from "#app/charts/svg/contribution-bar.tsx";
import { t as tRange } from "#app/i18n/de/group-range.ts";
import { t } from "#app/i18n/de/prioritisation.ts";
import { statusLabels } from "#app/i18n/de/vocabulary.ts";
import { formatPercent, formatPoints } from "#app/i18n/format.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { AffordabilityRow } from "./affordability-summary.tsx";
import { GroupRangeCell } from "./group-range-cell.tsx";
import { RankingReasons } from "./ranking-reasons.tsx";
import { OverrideMark } from "./override-mark.tsx";
import type { Entry, RankingData } from "./ranking-data.ts";
import { inRound } from "./round-bar.tsx";

export function RankingTable({ ranking }: { ranking: RankingData }) {
  const { criteria, raterGroups, entries, rankedCount, explained, affordability } = ranking;
  const columnCount = raterGroups.length > 0 ? 7 : 6;
  return (
    <div className="ranking">
      <Legend criteria={criteria} />
      <DataTable caption={`${t("ranking.caption")} (${t("ranking.captionCount", { count: rankedCount })})`} stacked>
        <thead>
          <tr>
            <th scope="col" className="numeric">
              {t("ranking.position")}
            </th>
            <th scope="col">{t("ranking.measure")}</th>
            <th scope="col" className="numeric">
              {t("ranking.score")}
            </th>
            <th scope="col" className="ranking__bar-heading">
              {t("ranking.contributions")}
            </th>
            {raterGroups.length > 0 && (
              <th scope="col" className="ranking__groups">
                {tRange("heading")}
                <span className="ranking__note">{tRange("hint")}</span>
              </th>
            )}
            <th scope="col" className="numeric">
              {t("ranking.missing")}
            </th>
            <th scope="col">
              <span className="visually-hidden">{t("ranking.why")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Fragment key={entry.measureId}>
              {affordability?.first?.measureId === entry.measureId && <AffordabilityRow affordability={affordability} columnCount={columnCount} />}
              <RankingRow entry={entry} ranking={ranking} columnCount={columnCount} isOpen={explained?.measureId === entry.measureId} />
            </Fragment>
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}

function RankingRow({ entry, ranking, columnCount, isOpen }: { entry: Entry; ranking: RankingData; columnCount: number; isOpen: boolean }) {
  const { criteria, raterGroups, explained, page } = ranking;
  const { measureId, position, title } = entry;
  return (
    <>
      <tr id={`platz-${measureId}`} className={isOpen ? "ranking__row--open" : undefined}>
        <td className="numeric" data-label={t("ranking.position")}>
          {position}
        </td>
        <th scope="row">
          <a href={`/massnahmen/${measureId}`}>{title}</a>
          <span className="ranking__status">
            {entry.status !== null && <Badge>{statusLabels[entry.status]}</Badge>}
          </span>
          {entry.overrideReason !== null && <OverrideMark entry={entry} />}
          {entry.overrideReason === null && entry.tieBrokenBy !== null && <span className="ranking__note">{t(entry.tieBrokenBy === "deadline" ? "ranking.tieDeadline" : "ranking.tieId")}</span>}
        </th>
        <td className="numeric" data-label={t("ranking.score")}>
          <strong>{formatPoints(entry.scoreTenths)}</strong>
        </td>
        <td className="ranking__bar">
          <ContributionBar contributions={entry.contributions} label={describeBar(entry, criteria)} />
        </td>
        {raterGroups.length > 0 && (
          <td className="ranking__groups">
            <GroupRangeCell entry={entry} groups={raterGroups} />
          </td>
        )}
        <td className="numeric" data-label={t("ranking.missing")}>
          {entry.missingCount === 0 ? t("ranking.missingNone") : t("ranking.missingOf", { missing: entry.missingCount, expected: entry.expectedCount })}
        </td>
        <td>
          <a
            className="ranking__why"
            href={isOpen ? `?${inRound(ranking.round)}seite=${page}#platz-${measureId}` : `?${inRound(ranking.round)}seite=${page}&warum=${measureId}#platz-${measureId}`}
            aria-label={isOpen ? `${t("ranking.close")}: ${title}` : `${t("ranking.why")} ${title}`}
          >
            <Icon name={isOpen ? "close" : "question"} />
            {t(isOpen ? "ranking.close" : "ranking.why")}
          </a>
        </td>
      </tr>
      {isOpen && explained && (
        <tr className="ranking__reasons">
          <td colSpan={columnCount}>
            <RankingReasons entry={entry} explained={explained} ranking={ranking} />
          </td>
        </tr>
      )}
    </>
  );
}

function Legend({ criteria }: { criteria: RankingData["criteria"] }) {
  const total = criteria.reduce((sum, criterion) => sum + criterion.weight, 0);
  return (
    <div className="ranking__legend">
      <span className="ranking__legend-title" id="ranking-legend">
        {t("ranking.legend")}
      </span>
      <ul aria-labelledby="ranking-legend">
        {criteria.map((criterion, index) => (
          <li key={criterion.id}>
            <ContributionSwatch index={index} />
            {t("ranking.share", { name: criterion.name, share: formatPercent(total === 0 ? 0 : Math.round((100 * criterion.weight) / total)) })}
          </li>
        ))}
      </ul>
    </div>
  );
}

function describeBar(entry: Entry, criteria: RankingData["criteria"]): string {
  return entry.contributions
    .map(({ criterionId, contributionTenths }) => {
      const name = criteria.find((criterion) => criterion.id === criterionId)?.name ?? "";
      return contributionTenths === null ? t("ranking.barUnknown", { name }) : t("ranking.barLabel", { name, points: formatPoints(contributionTenths) });
    })
    .join("; ");
}
