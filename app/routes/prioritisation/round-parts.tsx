import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { t } from "#app/i18n/de/rounds.ts";
import { formatDate, formatInteger, formatPercent } from "#app/i18n/format.ts";
import { DataTable } from "#app/ui/table.tsx";
import type { ShownRound } from "./round-facts.tsx";

const share = (weight: number, all: ReadonlyArray<{ weight: number }>): string => {
  const total = all.reduce((sum, each) => sum + each.weight, 0);
  return formatPercent(total === 0 ? 0 : Math.round((100 * weight) / total));
};

export function RoundCriteria({ criteria }: { criteria: ShownRound["criteria"] }) {
  return (
    <DataTable caption={t("round.criteriaCaption")} captionHidden stacked>
      <thead>
        <tr>
          <th scope="col">{t("round.criterion")}</th>
          <th scope="col" className="numeric">
            {t("round.weight")}
          </th>
          <th scope="col" className="numeric">
            {t("round.share")}
          </th>
        </tr>
      </thead>
      <tbody>
        {criteria.map((criterion) => (
          <tr key={criterion.id}>
            <th scope="row">
              {criterion.name}
              {criterion.reversed && <span className="ranking__note">{t("round.reversed")}</span>}
            </th>
            <td className="numeric" data-label={t("round.weight")}>
              {criterion.weight}
            </td>
            <td className="numeric" data-label={t("round.share")}>
              {share(criterion.weight, criteria)}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

export function RoundGroups({ groups, progress }: { groups: ShownRound["groups"]; progress: ShownRound["progress"] }) {
  return (
    <DataTable caption={t("round.groupsCaption")} captionHidden stacked>
      <thead>
        <tr>
          <th scope="col">{t("round.group")}</th>
          <th scope="col" className="numeric">
            {t("round.weight")}
          </th>
          <th scope="col" className="numeric">
            {t("round.share")}
          </th>
          <th scope="col">{t("round.weighting")}</th>
          <th scope="col">{t("round.until")}</th>
          {progress !== null && <th scope="col">{t("round.progress")}</th>}
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group.id}>
            <th scope="row">{group.name}</th>
            <td className="numeric" data-label={t("round.weight")}>
              {group.weight}
            </td>
            <td className="numeric" data-label={t("round.share")}>
              {share(group.weight, groups)}
            </td>
            <td data-label={t("round.weighting")}>{t(`method.${group.weightingMethod}`)}</td>
            <td data-label={t("round.until")}>{group.ratesUntil === null ? t("round.untilOpen") : formatDate(plainDate(group.ratesUntil))}</td>
            {progress !== null && (
              <td data-label={t("round.progress")}>
                <GroupProgress group={progress.groups.find((each) => each.id === group.id)} measureCount={progress.measureCount} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

type Progress = NonNullable<ShownRound["progress"]>;

/** "3 von 4 Personen fertig", and for whoever manages the round who is missing. */
export function GroupProgress({ group, measureCount, open = false }: { group: Progress["groups"][number] | undefined; measureCount: number; open?: boolean }) {
  if (group === undefined || group.memberCount === 0) return <>{t("round.finishedNobody")}</>;
  const unfinished = group.raters.filter((rater) => rater.done < measureCount);
  return (
    <>
      {t("round.finished", { done: group.doneCount, total: group.memberCount })}
      {unfinished.length > 0 && (
        <details className="round-progress" open={open}>
          <summary>{t("round.stillOpen")}</summary>
          <ul>
            {unfinished.map((rater) => (
              <li key={rater.userId}>{t("round.personState", { name: rater.name, done: rater.done, total: measureCount })}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Who rated, as far as the round discloses it. */
export function DisclosedRaters({ raters }: { raters: NonNullable<ShownRound["raters"]> }) {
  if (raters.disclosure === "anonymous") return <p>{t("round.ratersAnonymous", { count: raters.answerCount })}</p>;
  const named = raters.disclosure === "named";
  return (
    <>
      <p className="page-intro">{t(named ? "round.ratersNamed" : "round.ratersByGroup")}</p>
      <DataTable caption={t("round.ratersCaption")} captionHidden stacked>
        <thead>
          <tr>
            <th scope="col">{t("round.group")}</th>
            <th scope="col" className="numeric">
              {t("round.persons")}
            </th>
            <th scope="col" className="numeric">
              {t("round.answers")}
            </th>
            {named && <th scope="col">{t("round.names")}</th>}
          </tr>
        </thead>
        <tbody>
          {raters.groups.map((group) => (
            <tr key={group.id}>
              <th scope="row">{group.name}</th>
              <td className="numeric" data-label={t("round.persons")}>
                {formatInteger(group.personCount)}
              </td>
              <td className="numeric" data-label={t("round.answers")}>
                {formatInteger(group.answerCount)}
              </td>
              {named && <td data-label={t("round.names")}>{group.people.map((person) => t("round.nameAnswers", { name: person.name, count: person.answerCount })).join(", ")}</td>}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </>
  );
}
