import { Form } from "@remix-run/react";
import { t } from "#app/i18n/de/measures.ts";
import { statusLabels } from "#app/i18n/de/vocabulary.ts";
import { formatQuarterShort } from "#app/i18n/format.ts";
import type { MeasureSheet } from "#app/services/measures/show-measure.server.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Section } from "#app/ui/page.tsx";
import { AddPart } from "./part-actions.tsx";

export function SheetDependencies({ sheet }: { sheet: MeasureSheet }) {
  const { measure, predecessors, successors, mayEdit } = sheet;
  return (
    <Section
      title={t("sheet.dependencies")}
      id="abhaengigkeiten"
      actions={mayEdit && <AddPart measureId={measure.id} path="abhaengigkeiten" label={t("sheet.addDependency")} />}
    >
      <div className="versions">
        <div>
          <h3>{t("sheet.waitsFor")}</h3>
          <DependencyList sheet={sheet} dependencies={predecessors} empty={t("sheet.noPredecessor")} removable={mayEdit} />
        </div>
        <div>
          <h3>{t("sheet.waitedForBy")}</h3>
          <DependencyList sheet={sheet} dependencies={successors} empty={t("sheet.noSuccessor")} removable={false} />
        </div>
      </div>
    </Section>
  );
}

function DependencyList({
  sheet,
  dependencies,
  empty,
  removable,
}: {
  sheet: MeasureSheet;
  dependencies: MeasureSheet["predecessors"];
  empty: string;
  removable: boolean;
}) {
  if (dependencies.length === 0) return <p className="muted">{empty}</p>;
  return (
    <ul className="plain-list">
      {dependencies.map(({ id, other, lagQuarters }) => {
        const violation = sheet.violations.find((one) => one.id === id);
        const period = [other.startQuarter, other.endQuarter].map((quarter) => formatQuarterShort(quarter)).join(" – ");
        return (
          <li key={id}>
            <a href={`/massnahmen/${other.id}`}>{other.title}</a>
            <div className="board__facts">
              <span>{other.archived ? t("list.archivedShort") : statusLabels[other.status]}</span>
              <span>{period}</span>
              <span>{t("sheet.lag", { count: lagQuarters })}</span>
              {removable && (
                <Form method="post" className="inline-form">
                  <input type="hidden" name="dependencyId" value={id} />
                  <button className="link-button" name="intent" value="removeDependency" aria-label={t("sheet.removeNamed", { name: other.title })}>
                    {t("sheet.remove")}
                  </button>
                </Form>
              )}
            </div>
            {violation && (
              <Badge kind="danger" icon="warning">
                {t("sheet.violated", { earliest: formatQuarterShort(violation.earliestStart), planned: formatQuarterShort(violation.plannedStart) })}
              </Badge>
            )}
          </li>
        );
      })}
    </ul>
  );
}
