import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { noFilter } from "#app/domain/measures/list-filter.ts";
import { listAddress } from "#app/forms/measure-list.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/strategy.ts";
import { showStrategy, type StrategyField, type StrategyGoal } from "#app/services/strategy/show-strategy.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card, EmptyState, Page, Section } from "#app/ui/page.tsx";

export const meta: MetaFunction = () => [{ title: t("title") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(showStrategy({ db: context.db, clock: context.clock, user }));
}

const FIELDS = "/strategie/handlungsfelder";
const GOALS = "/strategie/ziele";

export default function Strategy() {
  const { fields, overarchingGoals, archivedFields, archivedGoals, mayEdit } = useLoaderData<typeof loader>();
  const add = mayEdit && (
    <>
      <LinkButton to={`${GOALS}/neu`} icon="plus">
        {t("addGoal")}
      </LinkButton>
      <LinkButton to={`${FIELDS}/neu`} variant="primary" icon="plus">
        {t("addField")}
      </LinkButton>
    </>
  );
  return (
    <Page title={t("title")} intro={<p>{t("intro")}</p>} actions={add}>
      {fields.length === 0 && (
        <EmptyState title={t("emptyTitle")} action={mayEdit && <LinkButton to={`${FIELDS}/neu`}>{t("addField")}</LinkButton>}>
          <p>{t("emptyText")}</p>
        </EmptyState>
      )}
      <div className="card-grid strategy-grid">
        {fields.map((field) => (
          <Field key={field.id} field={field} mayEdit={mayEdit} />
        ))}
        {overarchingGoals.length > 0 && (
          <Card>
            <h2>{t("overarching")}</h2>
            <p className="muted">{t("overarchingHint")}</p>
            <Goals goals={overarchingGoals} mayEdit={mayEdit} />
          </Card>
        )}
      </div>
      {archivedFields.length + archivedGoals.length > 0 && (
        <Section title={t("archivedTitle")} id="archiv">
          <ul className="plain-list">
            {archivedFields.map((field) => (
              <li key={field.id}>
                <a href={`${FIELDS}/${field.id}`}>{field.name}</a> <span className="muted">{t("field")}</span>
              </li>
            ))}
            {archivedGoals.map((goal) => (
              <li key={goal.id}>
                <a href={`${GOALS}/${goal.id}`}>{goal.title}</a> <span className="muted">{t("goalTitle")}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}

function Field({ field, mayEdit }: { field: StrategyField; mayEdit: boolean }) {
  return (
    <Card>
      <h2>{field.name}</h2>
      {field.description !== "" && <p className="multiline">{field.description}</p>}
      <p className="row-actions">
        <a href={listAddress({ filter: { ...noFilter, actionFieldId: field.id } })}>{t("measures", { count: field.measureCount })}</a>
        {mayEdit && (
          <a href={`${FIELDS}/${field.id}`} aria-label={t("editNamed", { name: field.name })}>
            {t("change")}
          </a>
        )}
      </p>
      <h3>{t("goals")}</h3>
      <Goals goals={field.goals} mayEdit={mayEdit} />
    </Card>
  );
}

function Goals({ goals, mayEdit }: { goals: readonly StrategyGoal[]; mayEdit: boolean }) {
  if (goals.length === 0) return <p className="muted">{t("noGoals")}</p>;
  return (
    <ul>
      {goals.map((goal) => (
        <li key={goal.id}>
          {goal.title}
          {goal.description !== "" && <span className="cell-note multiline">{goal.description}</span>}
          <span className="row-actions small">
            <span className="muted">{t("measures", { count: goal.measureCount })}</span>
            {mayEdit && (
              <a href={`${GOALS}/${goal.id}`} aria-label={t("editNamed", { name: goal.title })}>
                {t("change")}
              </a>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
