import { LEVEL_UNITS } from "#app/domain/prioritisation/level-units.ts";
import { t } from "#app/i18n/de/prioritisation.ts";
import { t as rounds } from "#app/i18n/de/rounds.ts";
import { formatPercent, formatPoints } from "#app/i18n/format.ts";
import { DataTable } from "#app/ui/table.tsx";
import { OverrideMark } from "./override-mark.tsx";
import type { Entry, Explained, RankingData } from "./ranking-data.ts";
import { roundPath } from "./round-crumbs.ts";

const level = new Intl.NumberFormat("de-DE", { minimumFractionDigits: 1, maximumFractionDigits: 2 });
const formatLevel = (units: number): string => level.format(units / LEVEL_UNITS);

/** "Warum hier?": each criterion with weight, mean rating and contribution in words, and what separates it from the place above. */
export function RankingReasons({ entry, explained, ranking }: { entry: Entry; explained: Explained; ranking: RankingData }) {
  const { criteria, raterGroups, round, canOverride } = ranking;
  const shareOf = (weight: number): string => formatPercent(Math.round((100 * weight) / Math.max(1, explained.totalWeight)));
  return (
    <section aria-labelledby={`warum-${entry.measureId}`} className="ranking-reasons">
      <h2 id={`warum-${entry.measureId}`} className="ranking-reasons__title">
        {t("ranking.whyFor", { title: entry.title, position: entry.position })}
      </h2>
      <p>
        {t("why.sum", { points: formatPoints(entry.scoreTenths) })} {describeDistance(entry, explained)}
        {explained.coveredWeight < explained.totalWeight && <> {t("why.covered", { share: shareOf(explained.coveredWeight) })}</>}
      </p>
      {entry.overrideReason !== null && <OverrideMark entry={entry} />}
      <DataTable caption={t("why.caption")} captionHidden stacked>
        <thead>
          <tr>
            <th scope="col">{t("why.criterion")}</th>
            <th scope="col" className="numeric">
              {t("why.weight")}
            </th>
            <th scope="col" className="numeric">
              {t("why.mean")}
            </th>
            <th scope="col">{t("why.groups")}</th>
            <th scope="col" className="numeric">
              {t("why.contribution")}
            </th>
          </tr>
        </thead>
        <tbody>
          {explained.contributions.map((contribution) => {
            const criterion = criteria.find((each) => each.id === contribution.criterionId);
            return (
              <tr key={contribution.criterionId}>
                <th scope="row">
                  {criterion?.name}
                  {criterion?.reversed && <span className="ranking__note">{t("why.reversed")}</span>}
                </th>
                <td className="numeric" data-label={t("why.weight")}>
                  {shareOf(contribution.weight)}
                </td>
                <td className="numeric" data-label={t("why.mean")}>
                  {contribution.meanUnits === null ? t("ranking.notJudged") : t("why.meanOf", { mean: formatLevel(contribution.meanUnits) })}
                </td>
                <td data-label={t("why.groups")}>
                  <ul className="plain-list">
                    {contribution.groups.map((group) => (
                      <li key={group.raterGroupId}>{describeGroup(group, raterGroups)}</li>
                    ))}
                  </ul>
                </td>
                <td className="numeric" data-label={t("why.contribution")}>
                  {contribution.contributionTenths === null ? t("why.unknown") : formatPoints(contribution.contributionTenths)}
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              {t("ranking.score")}
            </th>
            <td className="numeric">{formatPoints(entry.scoreTenths)}</td>
          </tr>
        </tfoot>
      </DataTable>
      {canOverride && round !== null && (
        <p>
          <a href={`${roundPath(round.id)}/plaetze/${entry.measureId}`}>{rounds(entry.overrideReason === null ? "override.link" : "override.linkChange")}</a>
        </p>
      )}
    </section>
  );
}

function describeDistance(entry: Entry, { above }: Explained): string {
  // A place by hand breaks the order of points, so what separates it from its neighbour says nothing.
  if (entry.overrideReason !== null || above?.isByHand) return "";
  if (above === null) return t("why.first");
  const { position, title } = above;
  if (above.behindTenths === 0 && entry.tieBrokenBy === "deadline") return t("why.tieDeadline", { position, title });
  if (above.behindTenths === 0 && entry.tieBrokenBy === "id") return t("why.tieId", { position, title });
  return t("why.behind", { points: formatPoints(above.behindTenths), position, title });
}

function describeGroup({ raterGroupId, meanUnits, knownCount, declinedCount }: Explained["contributions"][number]["groups"][number], raterGroups: RankingData["raterGroups"]): string {
  const name = raterGroups.find((group) => group.id === raterGroupId)?.name ?? "";
  if (meanUnits === null) {
    return declinedCount === 0 ? t("why.groupNone", { name }) : `${t("why.groupNone", { name })} ${t("why.groupDeclined", { declined: declinedCount })}`;
  }
  return `${t("why.group", { name, mean: formatLevel(meanUnits) })} ${t("why.groupCounts", { known: knownCount, declined: declinedCount })}`;
}
