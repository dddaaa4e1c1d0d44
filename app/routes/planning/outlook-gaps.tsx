import { t } from "#app/i18n/de/planner.ts";
import { budgetKindLabels } from "#app/i18n/de/vocabulary.ts";
import { formatDate, formatQuarter } from "#app/i18n/format.ts";
import { Alert } from "#app/ui/alert.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { PlannerData } from "./planner-data.ts";

type Problem = PlannerData["problems"][number];

/** Data that contradict each other: what, where, and what to do. */
export function OutlookProblems({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <Alert kind="warning" title={t("start.problemsTitle", { count: problems.length })}>
      <ul>
        {problems.map((problem, index) => (
          <li key={index}>
            {problemSentence(problem)} <a href={whereToMend(problem)}>{t(`start.mend.${"measureId" in problem ? "measure" : "teamId" in problem ? "capacities" : "frames"}`)}</a>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function problemSentence(problem: Problem): string {
  const title = `„${problem.name}“`;
  if (problem.code === "cycle") return t("start.problem.cycle", { title });
  if (problem.code === "deadlineBeforeStart") return t("start.problem.deadlineBeforeStart", { title, deadline: formatDate(problem.deadline), earliest: formatQuarter(problem.earliest) });
  if (problem.code === "windowPast") return t("start.problem.windowPast", { title, programme: problem.programme });
  if (problem.code === "zeroCapacity") return t("start.problem.zeroCapacity", { name: problem.name, count: problem.count });
  return t("start.problem.zeroFrame", { year: String(problem.fiscalYear), kind: budgetKindLabels[problem.budgetKind] });
}

function whereToMend(problem: Problem): string {
  if ("measureId" in problem) return `/massnahmen/${problem.measureId}`;
  return "teamId" in problem ? `/ressourcen/personal/kapazitaeten/${problem.teamId}` : "/ressourcen/haushalt/rahmen";
}

const SHOWN = 8;

/** The measures whose estimates nobody knows, each leading to its sheet. */
export function MissingEstimates({ missing }: { missing: PlannerData["missing"] }) {
  if (missing.length === 0) return <p>{t("start.missingNone")}</p>;
  const [shown, more] = [missing.slice(0, SHOWN), missing.slice(SHOWN)];
  return (
    <>
      <p>{t("start.missingIntro")}</p>
      <MissingTable missing={shown} />
      {more.length > 0 && (
        <details className="planner-more">
          <summary>{t("start.missingMore", { count: more.length })}</summary>
          <MissingTable missing={more} />
        </details>
      )}
    </>
  );
}

function MissingTable({ missing }: { missing: PlannerData["missing"] }) {
  return (
    <DataTable caption={t("start.missingCaption")} captionHidden stacked>
      <thead>
        <tr>
          <th scope="col">{t("start.measure")}</th>
          <th scope="col">{t("start.missing")}</th>
        </tr>
      </thead>
      <tbody>
        {missing.map(({ measureId, title, figures }) => (
          <tr key={measureId}>
            <th scope="row">
              <a href={`/massnahmen/${measureId}`}>{title}</a>
            </th>
            <td data-label={t("start.missing")}>{figures.map((figure) => t(`missingFigure.${figure}`)).join(", ")}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
