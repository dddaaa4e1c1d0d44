import { GroupRangeBar } from "#app/charts/svg/group-range-bar.tsx";
import { t } from "#app/i18n/de/group-range.ts";
import { formatPoints } from "#app/i18n/format.ts";
import type { Entry, RankingData } from "./ranking-data.ts";

/** Lowest to highest group score as bar and text, each group's score and place, and by name who disagrees strongly. */
export function GroupRangeCell({ entry: { groupRange, scoreTenths }, groups }: { entry: Entry; groups: RankingData["raterGroups"] }) {
  const { scores, views, dissent } = groupRange;
  if (scores === null) return t("none");
  const nameOf = (id: number): string => groups.find((group) => group.id === id)?.name ?? "";
  const [lowest, highest] = [formatPoints(scores.lowest), formatPoints(scores.highest)];
  return (
    <>
      <GroupRangeBar {...scores} common={scoreTenths} label={t("label", { lowest, highest, common: formatPoints(scoreTenths) })} />
      <span className="group-range__scores">{scores.lowest === scores.highest ? t("single", { points: lowest }) : t("range", { lowest, highest })}</span>
      <ul className="group-range__views">
        {views.map((view) => {
          const group = groups.find((each) => each.id === view.raterGroupId);
          const name = group?.weight === 0 ? t("weightless", { group: group.name }) : (group?.name ?? "");
          return (
            <li key={view.raterGroupId}>
              {view.position === null ? t("viewNone", { group: name }) : t("view", { group: name, points: formatPoints(view.scoreTenths), place: String(view.position) })}
            </li>
          );
        })}
      </ul>
      {dissent !== null && (
        <strong className="group-range__dissent">
          {t("dissent", { high: nameOf(dissent.highest.raterGroupId), best: String(dissent.highest.place), low: nameOf(dissent.lowest.raterGroupId), worst: String(dissent.lowest.place) })}
        </strong>
      )}
    </>
  );
}
