import { ShareBar } from "#app/charts/svg/share-bar.tsx";
import type { BallotOutcome, ProjectOutcome } from "#app/domain/prioritisation/ballot/outcome.ts";
import type { BallotResult } from "#app/domain/prioritisation/ballot/result-schema.ts";
import { reasonText, shortMoney, t } from "#app/i18n/de/ballot-reasons.ts";
import { Badge } from "#app/ui/badge.tsx";
import { DataTable } from "#app/ui/table.tsx";

type Props = { readonly result: BallotResult; readonly shares: BallotOutcome; readonly greedy: BallotOutcome; readonly canReadPlan: boolean };

/** Every measure with its support and what becomes of it in both counts, and why. */
export function ResultTable({ result, shares, greedy, canReadPlan }: Props) {
  const titleOf = (id: string) => result.items.find((item) => String(item.measureId) === id)?.title ?? "";
  const outcomeOf = (outcome: BallotOutcome, measureId: number) => outcome.projects.find((project) => project.projectId === String(measureId));
  const mostPoints = Math.max(1, ...shares.projects.map((project) => project.score));
  return (
    <DataTable caption={t("caption")} stacked>
      <thead>
        <tr>
          <th scope="col">{t("measure")}</th>
          <th scope="col" className="numeric">
            {t("cost")}
          </th>
          <th scope="col">{t(result.kind === "approval" ? "votes" : "points")}</th>
          <th scope="col">{t("shares")}</th>
          <th scope="col">{t("greedy")}</th>
        </tr>
      </thead>
      <tbody>
        {result.items.map(({ measureId, title, costCents }, colourIndex) => {
          const byShares = outcomeOf(shares, measureId);
          const byGreedy = outcomeOf(greedy, measureId);
          if (!byShares || !byGreedy) return null;
          const { voteCount: count, score } = byShares;
          const support = result.kind === "approval" ? t("votesOf", { count, voters: result.voterCount }) : t("pointsOf", { score, count });
          const total = result.kind === "approval" ? Math.max(1, result.voterCount) : mostPoints;
          return (
            <tr key={measureId}>
              <th scope="row" className="ballot-result__measure">
                {canReadPlan ? <a href={`/massnahmen/${measureId}`}>{title}</a> : title}
              </th>
              <td className="numeric" data-label={t("cost")}>
                {shortMoney(costCents)}
              </td>
              <td className="ballot-result__support" data-label={t(result.kind === "approval" ? "votes" : "points")}>
                {support}
                <ShareBar parts={[{ key: "support", value: score, colourIndex }]} total={total} label={support} />
              </td>
              {([["shares", byShares], ["greedy", byGreedy]] as const).map(([method, project]) => (
                <td key={method} className="ballot-result__verdict" data-label={t(method)}>
                  <Verdict project={project} text={reasonText(project, { kind: result.kind, titleOf })} />
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}

function Verdict({ project, text }: { project: ProjectOutcome; text: string }) {
  return (
    <>
      {project.funded ? (
        <Badge kind="success" icon="check">
          {t("funded")}
        </Badge>
      ) : (
        <Badge icon="close">{t("notFunded")}</Badge>
      )}
      <span className="ballot-result__reason">{text}</span>
    </>
  );
}
