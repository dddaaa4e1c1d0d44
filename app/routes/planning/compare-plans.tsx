import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { readRunIds } from "#app/forms/scenarios.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/plan-comparison.ts";
import { t as scenarios } from "#app/i18n/de/scenarios.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { showPlanComparisonBeside, type ShownComparison } from "#app/services/planning/compare-plans.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ChoiceGroup } from "#app/ui/fields.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { ComparisonBlocks } from "./comparison-blocks.tsx";
import { adoptPath, runPath } from "./plan-run-paths.ts";
import { ShiftPictures } from "./shift-pictures.tsx";

const LIST = "/szenarien";

export const meta: MetaFunction = () => [{ title: t("page.title") }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const { searchParams } = new URL(request.url);
  return unwrap(await showPlanComparisonBeside({ db: context.db, clock: context.clock, user }, { runIds: readRunIds(searchParams), allMeasures: searchParams.get("alle") === "1" }));
}

export default function ComparePlansPage() {
  const { sections, pictures, runIds, runningIds, runs, offered, mayExport, mayAdopt, allMeasures } = useLoaderData<typeof loader>();
  const query = runIds.map((id) => `lauf=${id}`).join("&");
  const crumbs = [{ to: LIST, label: scenarios("title") }];
  if (sections === null) {
    return (
      <Page title={t("page.title")} crumbs={crumbs}>
        {runIds.length === 1 && <Alert kind="info" title={t("page.tooFew")} />}
        {runningIds.length > 0 && <Alert kind="info" title={t("page.stillRunning", { count: runningIds.length, ids: runningIds.join(", ") })} live />}
        {runIds.length > 1 && runningIds.length === 0 && <Alert kind="warning" title={t("page.tooMany")} live />}
        <Choose offered={offered} runIds={runIds} />
      </Page>
    );
  }
  return (
    <Page
      title={t("page.title")}
      crumbs={crumbs}
      intro={<p>{t("page.intro")}</p>}
      actions={
        mayExport && (
          <>
            {(["pdf", "xlsx", "csv"] as const).map((format) => (
              <LinkButton key={format} to={`${LIST}/vergleich.${format}?${query}`} icon="download" reload>
                {t(`page.${format}`)}
              </LinkButton>
            ))}
          </>
        )
      }
    >
      {sections.map(({ id, title, blocks }) => (
        <Section
          key={id}
          id={id}
          title={title}
          actions={
            id === "measures" && (
              <a href={`${LIST}/vergleich?${query}${allMeasures ? "" : "&alle=1"}#measures`} data-keep-scroll className="plan-next">
                {t(allMeasures ? "page.onlyChanged" : "page.allMeasures")}
              </a>
            )
          }
        >
          {id === "measures" && <ShiftPictures pictures={pictures} />}
          <ComparisonBlocks blocks={blocks} />
        </Section>
      ))}
      <div className="plan-next">
        <Section title={t("page.adoptTitle")} id="weiter">
          <ul className="plain-list">
            {runs.map(({ runId, name }) => (
              <li key={runId} className="button-row">
                <a href={runPath(runId)}>{t("page.open", { name })}</a>
                {mayAdopt && <a href={adoptPath(runId)}>{t("page.adopt", { name })}</a>}
              </li>
            ))}
            <li>
              <a href={`${LIST}/vergleich`}>{t("page.other")}</a>
            </li>
          </ul>
        </Section>
      </div>
    </Page>
  );
}

function Choose({ offered, runIds }: Pick<ShownComparison, "offered" | "runIds">) {
  if (offered.length < 2) {
    return (
      <EmptyState title={t("page.noRuns")} action={<LinkButton to="/planung">{t("page.toPlanning")}</LinkButton>}>
        <p>{t("page.noRunsHint")}</p>
      </EmptyState>
    );
  }
  return (
    <Form method="get" className="form">
      <ChoiceGroup
        type="checkbox"
        field={{ id: "lauf", name: "lauf" }}
        label={t("page.choose")}
        hint={t("page.chooseHint")}
        selected={runIds.map(String)}
        options={[...offered].reverse().map(({ id, scenarioName, startedAt }) => ({ value: String(id), label: t("page.option", { id: String(id), name: scenarioName === null ? t("page.live") : `„${scenarioName}“`, at: formatDateTime(startedAt) }) }))}
      />
      <div className="form-actions">
        <Button variant="primary">{t("page.submit")}</Button>
      </div>
    </Form>
  );
}
