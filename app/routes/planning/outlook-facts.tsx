import type { ReactNode } from "react";
import { t } from "#app/i18n/de/planner.ts";
import { formatInteger, formatQuarterShort } from "#app/i18n/format.ts";
import { DataTable } from "#app/ui/table.tsx";
import type { PlannerData } from "./planner-data.ts";

type Outlook = PlannerData["outlook"];

/** How much there is to plan, at a glance. */
export function OutlookFigures({ outlook, missingCount }: { outlook: Outlook; missingCount: number }) {
  const { candidateCount, mandatoryCount, ideaCount, boundCount, first, last } = outlook;
  return (
    <ul className="key-figures planner-figures" aria-label={t("start.whatTitle")}>
      <Figure value={formatInteger(candidateCount)} label={t("start.candidates", { count: candidateCount })} note={t("start.candidatesNote", { mandatory: mandatoryCount, ideas: ideaCount })} />
      <Figure value={formatInteger(boundCount)} label={t("start.bound", { count: boundCount })} note={t("start.boundNote")} />
      <Figure value={formatInteger(missingCount)} label={t("start.incomplete", { count: missingCount })} note={missingCount > 0 && <a href="#schaetzungen">{t("start.incompleteLink")}</a>} />
      <Figure value={t("start.spanValue", { first: formatQuarterShort(first), last: formatQuarterShort(last) })} label={t("start.span")} note={null} />
    </ul>
  );
}

function Figure({ value, label, note }: { value: string; label: string; note: ReactNode }) {
  return (
    <li className="key-figure">
      <div className="key-figure__value">{value}</div>
      <div>{label}</div>
      <div className="key-figure__label">{note}</div>
    </li>
  );
}

/** Which limits the plan keeps, and where each is maintained. */
export function OutlookLimits({ outlook }: { outlook: Outlook }) {
  const rows = [
    { key: "teams", label: t("start.teams"), value: t("start.teamsKnown", outlook.knownTeams), to: "/ressourcen/personal" },
    { key: "frames", label: t("start.frames"), value: t("start.framesKnown", outlook.knownFrames), to: "/ressourcen/haushalt" },
    { key: "lines", label: t("start.lines"), value: t("start.linesKnown", { count: outlook.limitingLineCount }), to: "/ressourcen/haushalt/stellen" },
    { key: "windows", label: t("start.windows"), value: t("start.windowsKnown", { count: outlook.windowCount }), to: "/massnahmen" },
    { key: "pairs", label: t("start.pairs"), value: t("start.pairsKnown", { count: outlook.pairCount }), to: "/planung/vorgaben" },
    { key: "startLimits", label: t("start.startLimits"), value: t("start.startLimitsKnown", { count: outlook.startLimitCount }), to: "/planung/vorgaben" },
    { key: "dependencies", label: t("start.dependencies"), value: t("start.dependenciesKnown", { count: outlook.dependencyCount }), to: "/zeitplan" },
  ] as const;
  return (
    <>
      <DataTable caption={t("start.limitsCaption")} captionHidden stacked>
        <thead>
          <tr>
            <th scope="col">{t("start.limit")}</th>
            <th scope="col">{t("start.known")}</th>
            <th scope="col">{t("start.maintain")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              <td data-label={t("start.known")}>{row.value}</td>
              <td data-label={t("start.maintain")}>
                <a href={row.to}>{t(`start.where.${row.key}`)}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <p className="table-note">{t("start.unlimited")}</p>
    </>
  );
}
