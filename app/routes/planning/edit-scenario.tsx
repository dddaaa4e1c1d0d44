import { parseWithZod } from "@conform-to/zod/v4";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { ScenarioForm } from "#app/forms/scenarios.ts";
import { submittedVersion } from "#app/forms/submitted-field.ts";
import { answerRefusedForm, answerUnreadableForm } from "#app/http/answer-refused-form.server.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { endWithoutRight, idParam, unwrap } from "#app/http/respond.server.ts";
import { problemSentence, t } from "#app/i18n/de/scenarios.ts";
import { formatDifference } from "#app/i18n/plan-sentences.ts";
import { changeScenarioBeside } from "#app/services/planning/save-scenario.server.ts";
import { showScenarioBeside, showScenarioFormBeside } from "#app/services/planning/show-scenarios.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ConflictNotice } from "#app/ui/conflict-notice.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextArea, TextField } from "#app/ui/fields.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { CapacityFields, FrameFields, LineFields, MeasureFields, PostFields } from "./scenario-fields.tsx";
import { capacityRows, fieldsAfter, frameRows, lineRows, measureRows, postRows, quarterOptions, rowEntries } from "./scenario-rows.ts";
import { SettingsFields, settingsProblems } from "./settings-fields.tsx";

const LIST = "/szenarien";

export { revalidateAfterConflict as shouldRevalidate } from "#app/http/revalidate-after-conflict.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: t("edit.title", { name: loaded?.scenario.name ?? "" }) }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(await showScenarioFormBeside({ db: context.db, clock: context.clock, user }, idParam(params["scenarioId"])));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  const id = idParam(params["scenarioId"]);
  requirePermission(user, "planner:run");
  endWithoutRight(await showScenarioFormBeside(service, id));
  const submission = parseWithZod(await request.formData(), { schema: ScenarioForm });
  if (submission.status !== "success") return answerUnreadableForm(submission);
  const result = await changeScenarioBeside(service, { id, ...submission.value });
  if (result.ok) return redirectWithMessage(`${LIST}/${id}`, t("done.saved"));
  const stored = result.refusal.code === "conflict" ? await readStored(service, id) : null;
  return answerRefusedForm({ submission, refusal: result.refusal, textOf: problemSentence, findStored: () => stored });
}

async function readStored(service: ServiceContext, id: number) {
  const { scenario, differences } = unwrap(await showScenarioBeside(service, id));
  return { name: scenario.name, description: scenario.description, changes: differences.map(formatDifference), rowVersion: scenario.rowVersion };
}

export default function EditScenarioPage() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { scenario, teams, measures } = shown;
  const submitted = answer?.submitted;
  const stored = answer?.stored ?? null;
  const field = fieldsAfter(submitted);
  const name = field("name", scenario.name);
  const description = field("description", scenario.description);
  const rows = { posts: postRows(shown, field), capacities: capacityRows(shown, field), frames: frameRows(shown, field), lines: lineRows(shown, field), measures: measureRows(shown, field) };
  const quarters = quarterOptions(shown);
  return (
    <Page
      title={t("edit.title", { name: scenario.name })}
      crumbs={[
        { to: LIST, label: t("title") },
        { to: `${LIST}/${scenario.id}`, label: scenario.name },
      ]}
    >
      {stored && (
        <ConflictNotice
          title={t("conflict.title")}
          advice={t("conflict.advice")}
          stored={[
            { field: t("create.name"), value: stored.name },
            { field: t("conflict.description"), value: stored.description || t("conflict.empty") },
            { field: t("conflict.changes"), value: stored.changes.join(" ") || t("conflict.empty") },
          ]}
        />
      )}
      <Form method="post" className="form scenario-form" noValidate>
        <ErrorSummary
          formErrors={submitted?.error?.[""] ?? []}
          entries={[{ fieldId: name.id, label: t("create.name"), errors: name.errors }, { fieldId: description.id, label: t("create.description"), errors: description.errors }, ...rowEntries(rows), ...settingsProblems(scenario.settings, submitted)]}
        />
        <input type="hidden" name="rowVersion" value={submittedVersion(submitted, scenario.rowVersion, stored !== null)} />
        <TextField field={name} label={t("create.name")} maxLength={120} required />
        <TextArea field={description} label={t("create.description")} rows={2} maxLength={4000} optional />
        <Section title={t("edit.posts")} id="stellen">
          <PostFields rows={rows.posts} />
        </Section>
        <Section title={t("edit.capacities")} id="kapazitaeten">
          <p className="field__hint">{t("edit.capacitiesHint")}</p>
          {rows.capacities.map((row) => (
            <CapacityFields key={row.key} row={row} teams={teams} quarters={quarters} />
          ))}
        </Section>
        <Section title={t("edit.frames")} id="rahmen">
          <p className="field__hint">{t("edit.framesHint")}</p>
          <FrameFields rows={rows.frames} />
        </Section>
        {rows.lines.length > 0 && (
          <Section title={t("edit.lines")} id="haushaltsstellen">
            <p className="field__hint">{t("edit.linesHint")}</p>
            <LineFields rows={rows.lines} />
          </Section>
        )}
        <Section title={t("edit.measures")} id="massnahmen">
          <p className="field__hint">{t("edit.measuresHint")}</p>
          <MeasureFields rows={rows.measures} measures={measures} />
        </Section>
        <Section title={t("edit.settings")} id="einstellungen">
          <SettingsFields settings={scenario.settings} submitted={submitted} />
        </Section>
        <div className="form-actions">
          <Button variant="primary">{t("edit.save")}</Button>
          <LinkButton to={`${LIST}/${scenario.id}`} variant="tertiary">
            {t("edit.cancel")}
          </LinkButton>
        </div>
      </Form>
    </Page>
  );
}
