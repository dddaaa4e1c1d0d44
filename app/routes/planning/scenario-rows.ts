import { quarterRange, type Quarter } from "#app/domain/calendar/quarter.ts";
import { budgetKinds } from "#app/domain/measures/vocabulary.ts";
import { submittedField, type Submitted } from "#app/forms/submitted-field.ts";
import { t } from "#app/i18n/de/scenarios.ts";
import { budgetKindLabels } from "#app/i18n/de/vocabulary.ts";
import { formatAmount, formatMoney, formatQuarter } from "#app/i18n/format.ts";
import type { showScenarioForm } from "#app/services/planning/show-scenarios.server.ts";
import type { SummaryEntry } from "#app/ui/error-summary.tsx";

export type ScenarioFormData = Extract<ReturnType<typeof showScenarioForm>, { ok: true }>["value"];
export type Field = ReturnType<typeof submittedField>;
type FieldOf = (name: string, stored: string) => Field;

/** After a failed save a box that is not sent was not ticked; a row that was not sent at all is one somebody else has added since. */
export const fieldsAfter = (submitted: Submitted): FieldOf => (name, stored) => submittedField(isSent(submitted?.initialValue, name) ? submitted : undefined, name, stored);

function isSent(values: Readonly<Record<string, unknown>> | null | undefined, name: string): boolean {
  const [part = "", row] = name.split(".");
  if (row === undefined || part !== "posts") return true;
  const rows = values?.[part];
  return typeof rows === "object" && rows !== null && Object.hasOwn(rows, row);
}

/** Ticked: the scenario counts on the post, whether it says so itself or takes it from the live plan. */
export const postRows = ({ posts, scenario }: ScenarioFormData, field: FieldOf) =>
  posts.map((post) => {
    const own = scenario.changes.posts.find((each) => each.postId === post.id);
    return { post, shown: `posts.p${post.id}.shown`, counted: field(`posts.p${post.id}.counted`, (own?.counted ?? post.counted) ? "on" : "") };
  });

/** Two empty rows follow, so that rows can be added without JavaScript. */
const NEW_ROWS = ["n1", "n2"] as const;

export const capacityRows = ({ scenario }: ScenarioFormData, field: FieldOf) =>
  [...scenario.changes.capacities.map((change, index) => ({ key: `s${index + 1}`, change })), ...NEW_ROWS.map((key) => ({ key, change: null }))].map(({ key, change }, index) => ({
    key,
    isNew: change === null,
    legend: t(change === null ? "edit.newCapacity" : "edit.capacity", { number: index + 1 }),
    team: field(`capacities.${key}.teamId`, change === null ? "" : String(change.teamId)),
    from: field(`capacities.${key}.fromQuarter`, change?.fromQuarter ?? ""),
    to: field(`capacities.${key}.toQuarter`, change?.toQuarter ?? ""),
    days: field(`capacities.${key}.days`, change === null ? "" : String(change.deltaPersonDays).replace("-", "−")),
    remove: field(`capacities.${key}.remove`, ""),
  }));

export const frameRows = ({ years, frames, scenario }: ScenarioFormData, field: FieldOf) =>
  years.flatMap((year) =>
    budgetKinds.map((kind) => {
      const own = scenario.changes.frames.find((frame) => frame.fiscalYear === year && frame.budgetKind === kind);
      const live = frames.find((frame) => frame.fiscalYear === year && frame.budgetKind === kind);
      const names = { year: String(year), kind: budgetKindLabels[kind] };
      return {
        key: `f${year}${kind}`,
        label: t("edit.frame", names),
        noneLabel: t("edit.none", names),
        live: t("edit.frameLive", { amount: live === undefined ? t("edit.noFrame") : formatMoney(live.amountCents) }),
        amount: field(`frames.f${year}${kind}.amount`, own === undefined || own.amountCents === null ? "" : formatAmount(own.amountCents)),
        none: field(`frames.f${year}${kind}.none`, own?.amountCents === null ? "on" : ""),
      };
    }),
  );

export const lineRows = ({ lines, scenario }: ScenarioFormData, field: FieldOf) =>
  lines.map(({ id, fiscalYear, budgetProduct, budgetAccount, label, appropriationCents }) => {
    const own = scenario.changes.lines.find((line) => line.lineId === id);
    const code = [budgetProduct, budgetAccount].filter((part) => part !== "").join("/");
    return {
      key: `l${id}`,
      label: t("edit.line", { year: String(fiscalYear), name: [code, label].filter((part) => part !== "").join(" ") }),
      live: t("edit.frameLive", { amount: formatMoney(appropriationCents) }),
      amount: field(`lines.l${id}.amount`, own === undefined ? "" : formatAmount(own.appropriationCents)),
    };
  });

const NEW_MEASURES = ["n1", "n2", "n3"] as const;

export function measureRows({ measures, scenario }: ScenarioFormData, field: FieldOf) {
  const titles = new Map(measures.map(({ id, title }) => [id, title]));
  return {
    stored: scenario.changes.measures.map(({ measureId, choice }) => {
      const title = titles.get(measureId);
      return { key: `m${measureId}`, label: title === undefined ? t("edit.goneMeasure", { id: String(measureId) }) : t("edit.switched", { title }), choice: field(`measures.m${measureId}.choice`, title === undefined ? "" : choice) };
    }),
    added: NEW_MEASURES.map((key, index) => ({
      key,
      legend: t("edit.newMeasure", { number: index + 1 }),
      measure: field(`measures.${key}.measureId`, ""),
      choice: field(`measures.${key}.choice`, ""),
    })),
  };
}

/** The planned quarters, and any that the scenario names outside of them. */
export function quarterOptions({ quarters, scenario }: ScenarioFormData): Array<{ readonly value: Quarter; readonly label: string }> {
  const named = scenario.changes.capacities.flatMap(({ fromQuarter, toQuarter }) => [fromQuarter, toQuarter]);
  const first = [quarters.first, ...named].reduce((a, b) => (a < b ? a : b));
  const last = [quarters.last, ...named].reduce((a, b) => (a > b ? a : b));
  return quarterRange(first, last).map((value) => ({ value, label: formatQuarter(value) }));
}

type Rows = {
  readonly capacities: ReturnType<typeof capacityRows>;
  readonly frames: ReturnType<typeof frameRows>;
  readonly lines: ReturnType<typeof lineRows>;
  readonly measures: ReturnType<typeof measureRows>;
};

/** The problems of all rows, each with the row it stands in. */
export function rowEntries({ capacities, frames, lines, measures }: Rows): SummaryEntry[] {
  const entry = (row: string, name: string, { id, errors }: Field): SummaryEntry => ({ fieldId: id, label: t("edit.rowField", { row, field: name }), errors });
  return [
    ...capacities.flatMap(({ legend, team, from, to, days }) => [entry(legend, t("edit.team"), team), entry(legend, t("edit.from"), from), entry(legend, t("edit.to"), to), entry(legend, t("edit.days"), days)]),
    ...frames.map(({ label, amount }) => ({ fieldId: amount.id, label, errors: amount.errors })),
    ...lines.map(({ label, amount }) => ({ fieldId: amount.id, label, errors: amount.errors })),
    ...measures.stored.map(({ label, choice }) => ({ fieldId: choice.id, label, errors: choice.errors })),
    ...measures.added.flatMap(({ legend, measure, choice }) => [entry(legend, t("edit.measure"), measure), entry(legend, t("edit.choice"), choice)]),
  ];
}
