import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { parseWithZod } from "@conform-to/zod/v4";
import { RatingForm } from "#app/forms/prioritisation.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { idParam, refusalResponse, unwrap } from "#app/http/respond.server.ts";
import { ratingProblemText, t } from "#app/i18n/de/prioritisation.ts";
import { rateMeasure } from "#app/services/prioritisation/rate-measure.server.ts";
import { showRatingSheet } from "#app/services/prioritisation/show-rating-sheet.server.ts";
import type { AnswerReply } from "./answer-saving.ts";

/** Whoever comes here by address wants to rate. */
export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const { measure } = unwrap(showRatingSheet({ db: context.db, clock: context.clock, user }, idParam(params["measureId"])));
  return redirect(`/priorisierung/bewerten/${measure.id}`);
}

/** Single answers, sent while the page stays: the same form as the page's, answered with how far the user is. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  requirePermission(user, "rating:write");
  const measureId = idParam(params["measureId"]);
  const submission = parseWithZod(await request.formData(), { schema: RatingForm });
  if (submission.status !== "success" || submission.value.answers.length === 0) return reply({ problem: t("problem.unknownCriterion") }, 400);
  const result = rateMeasure({ db: context.db, clock: context.clock, user }, { measureId, answers: submission.value.answers });
  if (result.ok) return reply({ doneCount: result.value.doneCount }, 200);
  if (result.refusal.code !== "invalid") throw refusalResponse(result.refusal);
  return reply({ problem: Object.values(result.refusal.fields).flat().map(ratingProblemText).join(" ") }, 400);
}

const reply = (body: AnswerReply, status: number): Response => Response.json(body, { status });
