import type { ReactNode } from "react";
import { fieldLabels } from "#app/i18n/de/measure-labels.ts";
import { t } from "#app/i18n/de/measures.ts";
import { t as planning } from "#app/i18n/de/planning-terms.ts";
import { t as rounds } from "#app/i18n/de/rounds.ts";
import { effectDirectionLabels, planningHorizonLabels, statusLabels, targetGroupLabels, trafficLightLabels } from "#app/i18n/de/vocabulary.ts";
import { formatDate, formatPercent, formatQuarter, UNKNOWN } from "#app/i18n/format.ts";
import { placeSentence } from "#app/i18n/priority.ts";
import type { MeasureSheet } from "#app/services/measures/show-measure.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/page.tsx";
import { Facts } from "#app/ui/table.tsx";
import { LightBadge } from "./light-badge.tsx";

const list = (names: readonly string[]): string => (names.length === 0 ? UNKNOWN : names.join(", "));
const text = (value: string): ReactNode => (value === "" ? UNKNOWN : <span className="multiline">{value}</span>);

/** The fields of the form, in the form's four groups and their order. */
export function SheetFacts({ sheet: { measure, names, priority, terms } }: { sheet: MeasureSheet }) {
  return (
    <>
      <Section title={t("sheet.about")} id="inhalt-der-massnahme">
        {measure.description !== "" && <p className="multiline">{measure.description}</p>}
        <Facts
          facts={[
            { label: fieldLabels.actionFieldId, value: names.actionField ?? UNKNOWN },
            { label: fieldLabels.goalIds, value: names.goals.length === 0 ? UNKNOWN : <List items={names.goals} /> },
            { label: fieldLabels.effectDirection, value: measure.effectDirection === null ? UNKNOWN : effectDirectionLabels[measure.effectDirection] },
            { label: fieldLabels.targetGroups, value: list(measure.targetGroups.map((group) => targetGroupLabels[group])) },
          ]}
        />
      </Section>
      <Section title={t("sheet.responsibility")} id="zustaendigkeit">
        <Facts
          facts={[
            { label: fieldLabels.leadUnitId, value: measure.leadUnitId === null ? UNKNOWN : (names.units[measure.leadUnitId] ?? UNKNOWN) },
            { label: fieldLabels.responsiblePerson, value: measure.responsiblePerson || UNKNOWN },
            { label: fieldLabels.participatingUnitIds, value: list(measure.participatingUnitIds.map((id) => names.units[id] ?? `#${id}`)) },
          ]}
        />
      </Section>
      <Section
        title={t("sheet.time")}
        id="zeit"
        actions={
          <LinkButton to={`/massnahmen/${measure.id}/planung`} icon="calendar" compact>
            {planning("measure.link")}
          </LinkButton>
        }
      >
        <Facts
          facts={[
            { label: fieldLabels.startQuarter, value: formatQuarter(measure.startQuarter) },
            { label: fieldLabels.endQuarter, value: measure.endQuarter === null && measure.permanentTask ? t("list.permanent") : formatQuarter(measure.endQuarter) },
            { label: fieldLabels.planningHorizon, value: measure.planningHorizon === null ? UNKNOWN : planningHorizonLabels[measure.planningHorizon] },
            { label: fieldLabels.permanentTask, value: measure.permanentTask ? t("sheet.yes") : t("sheet.no") },
            ...(measure.timeframeText === "" ? [] : [{ label: fieldLabels.timeframeText, value: `„${measure.timeframeText}“` }]),
            { label: fieldLabels.earliestStart, value: formatDate(measure.earliestStart) },
            ...(measure.startQuarter === null && terms.durationQuarters !== null ? [{ label: planning("measure.duration"), value: planning("known.terms", { quarters: terms.durationQuarters }) }] : []),
            ...(terms.mandatory ? [{ label: planning("measure.mandatory"), value: t("sheet.yes") }] : []),
            ...(terms.fixed ? [{ label: planning("measure.fixed"), value: t("sheet.yes") }] : []),
            { label: fieldLabels.deadline, value: measure.deadline === null ? t("sheet.none") : `${formatDate(measure.deadline)} – ${measure.deadlineReason}` },
          ]}
        />
      </Section>
      <Section title={t("sheet.state")} id="stand">
        <Facts
          facts={[
            { label: fieldLabels.status, value: statusLabels[measure.status] },
            { label: rounds("adopted.label"), value: <Priority place={priority} /> },
            { label: fieldLabels.progressPercent, value: formatPercent(measure.progressPercent) },
            {
              label: fieldLabels.trafficLight,
              value: <LightBadge light={measure.trafficLight} label={measure.trafficLight === null ? undefined : trafficLightLabels[measure.trafficLight]} />,
            },
            ...(measure.trafficLightReason === "" ? [] : [{ label: fieldLabels.trafficLightReason, value: text(measure.trafficLightReason) }]),
            { label: fieldLabels.source, value: text(measure.source) },
            { label: fieldLabels.externalReference, value: text(measure.externalReference) },
          ]}
        />
      </Section>
    </>
  );
}

/** The place in the order in force leads to why it has it. */
function Priority({ place }: { place: MeasureSheet["priority"] }) {
  if (place === null) return <>{rounds("adopted.none")}</>;
  const { position, computedPosition, overrideReason } = place;
  return (
    <>
      <a href={`/priorisierung?runde=${place.roundId}`}>{placeSentence(place)}</a>
      {overrideReason !== "" && <span className="override-mark">{rounds("override.shown", { position, computed: computedPosition, reason: overrideReason })}</span>}
    </>
  );
}

const List = ({ items }: { items: readonly string[] }) => (
  <ul className="plain-list">
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
);
