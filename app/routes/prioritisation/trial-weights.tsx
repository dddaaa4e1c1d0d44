import { parseWithZod } from "@conform-to/zod/v4";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { replyInvalid } from "#app/forms/refused-form.ts";
import { readTrialPoints, weightName, WeightProposalForm } from "#app/forms/trial-weights.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { idParam, refusalResponse, unwrap } from "#app/http/respond.server.ts";
import { problemText, t } from "#app/i18n/de/trial-weights.ts";
import { showTrialWeights } from "#app/services/prioritisation/show-trial-weights.server.ts";
import { discardProposal, proposeWeights } from "#app/services/prioritisation/weight-proposals.server.ts";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { askedRound } from "./asked-round.ts";
import { PrioritisationTabs } from "./prioritisation-tabs.tsx";
import { RoundChoice } from "./round-choice.tsx";
import { TrialPanel } from "./trial-panel.tsx";
import { WeightProposals } from "./weight-proposals.tsx";

const PAGE = "/priorisierung/gewichte-probieren";

export const meta: MetaFunction = () => [{ title: t("title") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const params = new URL(request.url).searchParams;
  const shown = unwrap(showTrialWeights({ db: context.db, user }, askedRound(params)));
  const asked = readTrialPoints(params);
  return { ...shown, asked: shown.trial?.criteria.map((criterion) => asked.get(criterion.id) ?? criterion.points) ?? [] };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  requirePermission(user, "plan:read");
  requirePermission(user, "rating:write");
  const service = { db: context.db, clock: context.clock, user };
  const form = await request.formData();
  if (form.get("intent") === "discard") {
    const { title, roundId } = unwrap(discardProposal(service, idParam(String(form.get("proposalId")))));
    return redirectWithMessage(`${PAGE}?runde=${roundId}`, t("done.discarded", { title }));
  }
  const submission = parseWithZod(form, { schema: WeightProposalForm });
  if (submission.status !== "success") return data({ submitted: submission.reply() }, { status: 400 });
  const { title, roundId, weights } = submission.value;
  const result = proposeWeights(service, submission.value);
  if (result.ok) {
    const address = new URLSearchParams([["runde", String(roundId)], ...weights.map(({ criterionId, points }) => [weightName(criterionId), String(points)])]);
    return redirectWithMessage(`${PAGE}?${address}`, t("done.proposed", { title }));
  }
  if (result.refusal.code !== "invalid") throw refusalResponse(result.refusal);
  return data({ submitted: replyInvalid(submission, result.refusal, problemText) }, { status: 400 });
}

export default function TrialWeightsPage() {
  const { rounds, trial, asked, canPropose } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page title={t("title")} intro={<p>{t("intro")}</p>}>
      <PrioritisationTabs current="trialWeights" />
      {trial === null ? (
        <EmptyState title={t("noRoundTitle")}>
          <p>{t("noRoundAdvice")}</p>
        </EmptyState>
      ) : (
        <>
          <RoundChoice rounds={rounds} roundId={trial.round.id} />
          {trial.criteria.length === 0 ? (
            <EmptyState title={t("noCriteriaTitle")}>
              <p>{t("noCriteriaAdvice")}</p>
            </EmptyState>
          ) : (
            // Another address asks for other weights, which take the place of those tried so far.
            <TrialPanel key={`${trial.round.id}:${asked.join()}`} trial={trial} asked={asked} canPropose={canPropose} submitted={answer?.submitted} />
          )}
          <WeightProposals trial={trial} />
        </>
      )}
    </Page>
  );
}
