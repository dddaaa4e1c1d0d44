import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { DEFAULT_SECONDS, planSeconds } from "#app/domain/planning/search-time.ts";
import { ScenarioRunForm } from "#app/forms/scenarios.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { idParam, postedRowVersion, refusalResponse, unwrap } from "#app/http/respond.server.ts";
import { problemText, t as planner } from "#app/i18n/de/planner.ts";
import { t as words } from "#app/i18n/de/plan-comparison.ts";
import { t } from "#app/i18n/de/scenarios.ts";
import { formatDayOf } from "#app/i18n/format.ts";
import { formatDifference } from "#app/i18n/plan-sentences.ts";
import { archiveScenario } from "#app/services/planning/save-scenario.server.ts";
import { showScenarioBeside } from "#app/services/planning/show-scenarios.server.ts";
import { startPlanRunBeside } from "#app/services/planning/start-plan-run.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/fields.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { runPath } from "./plan-run-paths.ts";
import { RunsTable } from "./scenario-runs.tsx";

const LIST = "/szenarien";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `${t("title")}: ${loaded?.scenario.name ?? ""}` }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(await showScenarioBeside({ db: context.db, clock: context.clock, user }, idParam(params["scenarioId"])));
}

/** Starts a plan, puts the scenario away, or brings it back. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  const id = idParam(params["scenarioId"]);
  requirePermission(user, "planner:run");
  const form = await request.formData();
  const intent = form.get("intent");
  if (intent === "archive" || intent === "restore") {
    const { name } = unwrap(archiveScenario(service, { id, rowVersion: postedRowVersion(form), archive: intent === "archive" }));
    return redirectWithMessage(intent === "archive" ? LIST : `${LIST}/${id}`, t(intent === "archive" ? "done.archived" : "done.restored", { name }));
  }
  const { scenario } = unwrap(await showScenarioBeside(service, id));
  const submission = parseWithZod(form, { schema: ScenarioRunForm });
  if (submission.status !== "success") return data({ problem: Object.values(submission.error ?? {}).flatMap((each) => each ?? []).join(" ") }, { status: 400 });
  if (scenario.archivedAt !== null) return data({ problem: t("problem.archived") }, { status: 400 });
  const started = await startPlanRunBeside(service, { scenarioId: id, changes: scenario.changes, settings: scenario.settings, seconds: submission.value.seconds });
  if (started.ok) return redirect(runPath(started.value.runId));
  const { refusal } = started;
  if (refusal.code !== "invalid") throw refusalResponse(refusal);
  return data({ problem: Object.values(refusal.fields).flatMap((problems) => problems.map(problemText)).join(" ") }, { status: 400 });
}

export default function ScenarioPage() {
  const { scenario, differences, comparison, hasPlan, goneCount, unknownTeams, runs, mayRun } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const { id, name, description, createdAt, createdBy, archivedAt, rowVersion } = scenario;
  const isArchived = archivedAt !== null;
  const mayEdit = mayRun && !isArchived;
  return (
    <Page
      title={name}
      crumbs={[{ to: LIST, label: t("title") }]}
      intro={
        <>
          {description !== "" && <p>{description}</p>}
          <p className="scenario-hint">{t("page.made", { date: formatDayOf(createdAt), name: createdBy })}</p>
        </>
      }
      actions={
        <>
          {comparison !== null && (
            <LinkButton to={`${LIST}/vergleich?lauf=${comparison.liveId}&lauf=${comparison.runId}`} variant="primary" icon="scale">
              {t("page.compareLive")}
            </LinkButton>
          )}
          {mayEdit && (
            <LinkButton to={`${LIST}/${id}/bearbeiten`} icon="edit">
              {t("page.edit")}
            </LinkButton>
          )}
          {mayRun && (
            <LinkButton to={`${LIST}/neu?vorlage=${id}`} icon="copy">
              {t("page.copy")}
            </LinkButton>
          )}
        </>
      }
    >
      {isArchived && <Alert kind="info" title={t("page.archivedNotice")} />}
      {problem !== undefined && <Alert kind="danger" title={problem} live />}
      {comparison !== null && comparison.paragraph !== null && (
        <Section title={words("page.inShort")} id="kurz">
          <p className="plan-shift">{comparison.paragraph}</p>
        </Section>
      )}
      <Section title={t("page.changes")} id="aenderungen">
        {differences.length === 0 ? (
          <p>{t("page.noChanges")}</p>
        ) : (
          <ul className="scenario-changes">
            {differences.map((difference) => {
              const text = formatDifference(difference);
              return <li key={text}>{text}</li>;
            })}
          </ul>
        )}
        {unknownTeams.length > 0 && <Alert kind="warning" title={t("page.unknownCapacity", { teams: unknownTeams.join(", ") })} />}
        {goneCount > 0 && <Alert kind="warning" title={t("page.gone", { count: goneCount })} />}
      </Section>
      {mayEdit && (
        <Section title={t("page.startTitle")} id="planen">
          <p className="scenario-hint">{t("page.startHint")}</p>
          <Form method="post" className="toolbar scenario-start">
            <SelectField
              field={{ id: "seconds", name: "seconds", defaultValue: String(DEFAULT_SECONDS) }}
              label={planner("form.seconds")}
              options={planSeconds.map((seconds) => ({ value: String(seconds), label: planner("form.secondsOption", { seconds, purpose: planner(`form.secondsHint.s${seconds}`) }) }))}
            />
            <Button variant={runs.length === 0 ? "primary" : "secondary"} name="intent" value="start">
              {t("page.start")}
            </Button>
          </Form>
        </Section>
      )}
      <Section title={t("page.runs")} id="plaene">
        {hasPlan && comparison === null && (
          <p>
            {t("page.noLiveRun")} {mayRun && <a href="/planung">{t("page.toPlanning")}</a>}
          </p>
        )}
        {runs.length === 0 ? <p>{t("page.noRuns")}</p> : <RunsTable runs={runs} mayRun={mayRun} />}
      </Section>
      {mayRun && (
        <Form method="post" className="scenario-archive">
          <input type="hidden" name="rowVersion" value={rowVersion} />
          {!isArchived && <p className="field__hint">{t("page.archiveHint")}</p>}
          <Button variant={isArchived ? "secondary" : "danger"} icon="archive" name="intent" value={isArchived ? "restore" : "archive"}>
            {t(isArchived ? "page.restore" : "page.archive")}
          </Button>
        </Form>
      )}
    </Page>
  );
}
