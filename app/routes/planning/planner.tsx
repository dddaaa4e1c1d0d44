import { parseWithZod } from "@conform-to/zod/v4";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { StartRunForm } from "#app/forms/planner.ts";
import { answerRefusedForm, answerUnreadableForm } from "#app/http/answer-refused-form.server.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { problemText, t } from "#app/i18n/de/planner.ts";
import { t as terms } from "#app/i18n/de/planning-terms.ts";
import { showPlanner } from "#app/services/planning/show-planner.server.ts";
import { startPlanRunBeside } from "#app/services/planning/start-plan-run.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { MissingEstimates, OutlookProblems } from "./outlook-gaps.tsx";
import { OutlookFigures, OutlookLimits } from "./outlook-facts.tsx";
import { PlanRunTable } from "./plan-run-table.tsx";
import { runPath } from "./plan-run-paths.ts";
import { StartRun } from "./start-run.tsx";

export const meta: MetaFunction = () => [{ title: t("title") }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(await showPlanner({ db: context.db, clock: context.clock, user }));
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  requirePermission(user, "planner:run");
  const submission = parseWithZod(await request.formData(), { schema: StartRunForm });
  if (submission.status !== "success") return answerUnreadableForm(submission);
  const result = await startPlanRunBeside({ db: context.db, clock: context.clock, user }, submission.value);
  if (!result.ok) return answerRefusedForm({ submission, refusal: result.refusal, textOf: problemText, findStored: () => null });
  return redirectWithMessage(runPath(result.value.runId), t("done.started"), "info");
}

export default function PlannerPage() {
  const { outlook, missing, problems, settings, runs, canRun } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const hasWork = outlook.candidateCount > 0;
  return (
    <Page title={t("title")} intro={<p>{t("intro")}</p>} actions={<LinkButton to="/planung/vorgaben">{terms("rules.title")}</LinkButton>}>
      <OutlookFigures outlook={outlook} missingCount={missing.length} />
      <OutlookProblems problems={problems} />
      {!hasWork && (
        <EmptyState title={t("start.nothingTitle")} action={<LinkButton to="/massnahmen">{t("start.toMeasures")}</LinkButton>}>
          <p>{t("start.nothingAdvice")}</p>
        </EmptyState>
      )}
      {canRun && hasWork && (
        <Section title={t("form.title")} id="berechnen">
          <StartRun settings={settings} submitted={answer?.submitted} isRunning={runs.some((run) => run.state === "running")} />
        </Section>
      )}
      <Section title={t("runs.title")} id="plaene">
        <PlanRunTable runs={runs} />
      </Section>
      <Section title={t("start.limitsTitle")} id="grenzen">
        <OutlookLimits outlook={outlook} />
      </Section>
      <Section title={t("start.missingTitle")} id="schaetzungen">
        <MissingEstimates missing={missing} />
      </Section>
    </Page>
  );
}
