import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { gapHundredths } from "#app/domain/planning/plan.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { idParam, postedRowVersion, unwrap } from "#app/http/respond.server.ts";
import { gapText } from "#app/i18n/de/planner.ts";
import { t } from "#app/i18n/de/scenarios.ts";
import { formatDayOf } from "#app/i18n/format.ts";
import { archiveScenario } from "#app/services/planning/save-scenario.server.ts";
import { showScenarioList, type ListedRun } from "#app/services/planning/show-scenarios.server.ts";
import { ArchivedList } from "#app/ui/archived-list.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { PLANNER, runPath } from "./plan-run-paths.ts";

export const meta: MetaFunction = () => [{ title: t("title") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(showScenarioList({ db: context.db, clock: context.clock, user }));
}

/** Brings an archived scenario back. */
export async function action({ request, context }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  requirePermission(user, "planner:run");
  const form = await request.formData();
  const id = idParam(String(form.get("scenarioId")));
  const { name } = unwrap(archiveScenario({ db: context.db, clock: context.clock, user }, { id, rowVersion: postedRowVersion(form), archive: false }));
  return redirectWithMessage("/szenarien", t("done.restored", { name }));
}

export default function ScenariosPage() {
  const { live, scenarios, archived, mayRun } = useLoaderData<typeof loader>();
  const create = mayRun && (
    <LinkButton to="/szenarien/neu" variant="primary" icon="plus">
      {t("new")}
    </LinkButton>
  );
  const planned = [live, ...scenarios.map((each) => each.run)].filter((run) => run !== null).length;
  return (
    <Page title={t("title")} intro={<p>{t("intro")}</p>} actions={scenarios.length > 0 && create}>
      {scenarios.length === 0 ? (
        <EmptyState title={t("list.empty")} action={create}>
          <p>{t(mayRun ? "list.emptyEditor" : "list.emptyReader")}</p>
        </EmptyState>
      ) : (
        <Form method="get" action="/szenarien/vergleich" className="scenario-list">
          {planned > 1 && <p className="scenario-hint">{t("list.chooseHint")}</p>}
          <DataTable caption={t("list.caption")} captionHidden stacked>
            <thead>
              <tr>
                {planned > 1 && <th scope="col">{t("list.compare")}</th>}
                <th scope="col">{t("list.name")}</th>
                <th scope="col">{t("list.changes")}</th>
                <th scope="col">{t("list.result")}</th>
                <th scope="col">{t("list.planned")}</th>
                <th scope="col">{t("list.quality")}</th>
              </tr>
            </thead>
            <tbody>
              <Row isBase name={t("live")} to={PLANNER} description="" changes={t("list.changeCount", { count: 0 })} run={live} canChoose={planned > 1} />
              {scenarios.map(({ id, name, description, changeCount, run }) => (
                <Row key={id} name={name} to={`/szenarien/${id}`} description={description} changes={t("list.changeCount", { count: changeCount })} run={run} canChoose={planned > 1} />
              ))}
            </tbody>
          </DataTable>
          {planned > 1 && (
            <div className="form-actions">
              <Button icon="scale">{t("list.submit")}</Button>
            </div>
          )}
        </Form>
      )}
      {archived.length > 0 && (
        <Section title={t("list.archived")}>
          <ArchivedList items={archived} idName="scenarioId" restore={t("list.restore")} restoreOf={(name) => t("list.restoreOf", { name })} />
        </Section>
      )}
    </Page>
  );
}

type RowProps = { isBase?: boolean; name: string; to: string; description: string; changes: string; run: ListedRun | null; canChoose: boolean };

function Row({ isBase = false, name, to, description, changes, run, canChoose }: RowProps) {
  return (
    <tr>
      {canChoose && <td data-label={t("list.compare")}>{run !== null && <input type="checkbox" className="scenario-tick" name="lauf" value={run.id} defaultChecked={isBase} aria-label={t("list.choose", { name })} />}</td>}
      <th scope="row" data-label={t("list.name")}>
        <a href={to}>{name}</a>
        {description !== "" && <p className="scenario-description">{description}</p>}
      </th>
      <td data-label={t("list.changes")}>{changes}</td>
      <td data-label={t("list.result")}>{run === null ? t("list.noPlan") : <a href={runPath(run.id)}>{t("list.planOf", { id: String(run.id), date: formatDayOf(run.startedAt) })}</a>}</td>
      <td data-label={t("list.planned")}>{run === null || run.placed === null || run.leftOut === null ? "–" : t("list.counts", { placed: run.placed, leftOut: run.leftOut })}</td>
      <td data-label={t("list.quality")}>{run === null || run.objective === null || run.bound === null ? "–" : gapText(gapHundredths({ objective: run.objective, bound: run.bound }))}</td>
    </tr>
  );
}
