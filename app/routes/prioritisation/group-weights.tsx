import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { weightingMethods, type WeightingMethod } from "#app/domain/prioritisation/round.ts";
import { WeighForm } from "#app/forms/weights.ts";
import { answerRefusedForm, answerUnreadableForm } from "#app/http/answer-refused-form.server.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { idParam, refusalResponse, unwrap } from "#app/http/respond.server.ts";
import { t, weighProblemText } from "#app/i18n/de/weights.ts";
import { showGroupWeights } from "#app/services/prioritisation/show-weights.server.ts";
import { weighCriteria } from "#app/services/prioritisation/weigh-criteria.server.ts";
import { GroupWeightsView } from "./group-weights-view.tsx";

export { revalidateAfterConflict as shouldRevalidate } from "#app/http/revalidate-after-conflict.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: t("groupTitle", { group: loaded?.group.name ?? "" }) }];

/** The address names a way to weigh in German. */
const ways: Readonly<Record<WeightingMethod, string>> = { points: "punkte", pairwise: "paarvergleich", equal: "gleich", standard: "runde" };
const pathOf = (raterGroupId: number, method: WeightingMethod) => `/priorisierung/gewichte/${raterGroupId}?weg=${ways[method]}`;

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const weights = unwrap(showGroupWeights({ db: context.db, clock: context.clock, user }, idParam(params["raterGroupId"])));
  const asked = new URL(request.url).searchParams.get("weg");
  const way = weightingMethods.find((method) => ways[method] === asked) ?? weights.group.method;
  return { ...weights, way, tabs: weightingMethods.map((method) => ({ method, to: pathOf(weights.group.id, method) })) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  const raterGroupId = idParam(params["raterGroupId"]);
  const { isOwn } = unwrap(showGroupWeights(service, raterGroupId));
  if (!isOwn) throw refusalResponse({ code: "forbidden" });
  const submission = parseWithZod(await request.formData(), { schema: WeighForm });
  if (submission.status !== "success") return answerUnreadableForm(submission);
  const result = weighCriteria(service, { ...submission.value, raterGroupId });
  if (!result.ok) {
    const findStored = () => {
      const { group, shares, criteria } = unwrap(showGroupWeights(service, raterGroupId));
      return { rowVersion: group.rowVersion, method: group.method, shares: criteria.map(({ name }, index) => ({ name, share: shares[index] ?? 0 })) };
    };
    return answerRefusedForm({ submission, refusal: result.refusal, textOf: weighProblemText, findStored });
  }
  const { method } = submission.value;
  const { missingCount } = result.value;
  return redirectWithMessage(pathOf(raterGroupId, method), missingCount > 0 ? t("done.partly", { count: missingCount }) : t(`done.${method}`), missingCount > 0 ? "info" : "success");
}

export default function GroupWeightsPage() {
  const weights = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <GroupWeightsView weights={weights} submitted={answer?.submitted} stored={answer?.stored ?? null} />;
}
