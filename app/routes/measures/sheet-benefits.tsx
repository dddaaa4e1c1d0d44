import type { Benefit, Milestone } from "#app/domain/measures/measure.ts";
import { t } from "#app/i18n/de/measures.ts";
import { benefitKindLabels } from "#app/i18n/de/vocabulary.ts";
import { formatDate, formatMoney, UNKNOWN } from "#app/i18n/format.ts";
import type { MeasureSheet } from "#app/services/measures/show-measure.server.ts";
import { Badge } from "#app/ui/badge.tsx";
import { EmptyState, Section } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { AddPart, PartLink } from "./part-actions.tsx";

function benefitValue(benefit: Benefit): string {
  if (benefit.kind === "savingPerYear") return benefit.amountCents === null ? UNKNOWN : formatMoney(benefit.amountCents);
  if (benefit.kind === "hoursPerYear") return benefit.hoursPerYear === null ? UNKNOWN : t("sheet.hours", { count: benefit.hoursPerYear });
  return "–";
}

export function SheetBenefits({ sheet: { measure, mayEdit } }: { sheet: MeasureSheet }) {
  return (
    <Section title={t("sheet.benefits")} id="nutzen" actions={mayEdit && <AddPart measureId={measure.id} path="nutzen" label={t("sheet.addBenefit")} />}>
      {measure.benefits.length === 0 ? (
        <EmptyState title={t("sheet.benefitsEmpty")} />
      ) : (
        <DataTable caption={t("sheet.benefitsCaption")} captionHidden stacked>
          <thead>
            <tr>
              <th scope="col">{t("column.kind")}</th>
              <th scope="col" className="numeric">
                {t("column.value")}
              </th>
              <th scope="col">{t("column.estimateBasis")}</th>
              {mayEdit && <th scope="col">{t("column.actions")}</th>}
            </tr>
          </thead>
          <tbody>
            {measure.benefits.map((benefit) => (
              <tr key={benefit.id}>
                <th scope="row">
                  {benefitKindLabels[benefit.kind]}
                  {benefit.description !== "" && <span className="cell-note multiline">{benefit.description}</span>}
                </th>
                <td data-label={t("column.value")} className="numeric">
                  {benefitValue(benefit)}
                </td>
                <td data-label={t("column.estimateBasis")}>{benefit.estimateBasis || UNKNOWN}</td>
                {mayEdit && <PartLink measureId={measure.id} path="nutzen" id={benefit.id} name={benefitKindLabels[benefit.kind]} />}
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </Section>
  );
}

function MilestoneState({ milestone, today }: { milestone: Milestone; today: string }) {
  if (milestone.reachedOn !== null) {
    return (
      <Badge kind="success" icon="check">
        {t("sheet.reachedOn", { date: formatDate(milestone.reachedOn) })}
      </Badge>
    );
  }
  if (milestone.dueDate < today) {
    return (
      <Badge kind="warning" icon="warning">
        {t("sheet.overdue")}
      </Badge>
    );
  }
  return t("sheet.notReached");
}

export function SheetMilestones({ sheet: { measure, mayEdit, today } }: { sheet: MeasureSheet }) {
  return (
    <Section title={t("sheet.milestones")} id="meilensteine" actions={mayEdit && <AddPart measureId={measure.id} path="meilensteine" label={t("sheet.addMilestone")} />}>
      {measure.milestones.length === 0 ? (
        <EmptyState title={t("sheet.milestonesEmpty")} />
      ) : (
        <DataTable caption={t("sheet.milestonesCaption")} captionHidden stacked>
          <thead>
            <tr>
              <th scope="col">{t("column.title")}</th>
              <th scope="col">{t("column.dueDate")}</th>
              <th scope="col">{t("column.state")}</th>
              {mayEdit && <th scope="col">{t("column.actions")}</th>}
            </tr>
          </thead>
          <tbody>
            {measure.milestones.map((milestone) => (
              <tr key={milestone.id}>
                <th scope="row">{milestone.title}</th>
                <td data-label={t("column.dueDate")}>{formatDate(milestone.dueDate)}</td>
                <td data-label={t("column.state")}>
                  <MilestoneState milestone={milestone} today={today} />
                </td>
                {mayEdit && <PartLink measureId={measure.id} path="meilensteine" id={milestone.id} name={milestone.title} />}
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </Section>
  );
}
