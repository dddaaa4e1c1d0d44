import { parseWithZod } from "@conform-to/zod/v4";
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { PostForm } from "#app/forms/staff-plan.ts";
import { submittedVersion } from "#app/forms/submitted-field.ts";
import { answerRefusedForm, answerUnreadableForm } from "#app/http/answer-refused-form.server.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { idParamOrNew, postedRowVersion, refusalResponse, unwrap } from "#app/http/respond.server.ts";
import { revalidateAfterConflict } from "#app/http/revalidate-after-conflict.ts";
import { problemText, t } from "#app/i18n/de/staff-plan.ts";
import { formatDate, formatHundredths, formatMoney, formatQuarter } from "#app/i18n/format.ts";
import { createPost, removePost, savePost } from "#app/services/resources/save-post.server.ts";
import { showPost } from "#app/services/resources/show-staff-plan.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ConflictNotice } from "#app/ui/conflict-notice.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { NewMotionLink } from "#app/ui/new-motion-link.tsx";
import { Page } from "#app/ui/page.tsx";
import { DeleteSection } from "./delete-section.tsx";
import { PostFields, postFieldsOf } from "./post-fields.tsx";

const LIST = "/ressourcen/stellenplan";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.post ? t("post.editTitle", { title: loaded.post.title }) : t("post.newTitle") }];
export const shouldRevalidate = revalidateAfterConflict;

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(showPost({ db: context.db, clock: context.clock, user }, idParamOrNew(params["postId"])));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  const postId = idParamOrNew(params["postId"]);
  unwrap(showPost(service, postId));
  const formData = await request.formData();
  if (postId !== null && formData.get("intent") === "delete") {
    const result = removePost(service, { postId, rowVersion: postedRowVersion(formData) });
    if (result.ok) return redirectWithMessage(LIST, t("done.postDeleted", { title: result.value.title }));
    if (result.refusal.code !== "conflict") throw refusalResponse(result.refusal);
    return data({ submitted: undefined, stored: unwrap(showPost(service, postId)).post, notDeleted: true }, { status: 409 });
  }
  const submission = parseWithZod(formData, { schema: PostForm });
  if (submission.status !== "success") return answerUnreadableForm(submission);
  const { rowVersion = 0, ...fields } = submission.value;
  const result = postId === null ? createPost(service, fields) : savePost(service, { ...fields, postId, rowVersion });
  if (result.ok) return redirectWithMessage(LIST, t(postId === null ? "done.postCreated" : "leftCapacity" in result.value && result.value.leftCapacity ? "done.postFilled" : "done.postSaved"));
  return answerRefusedForm({ submission, refusal: result.refusal, textOf: problemText, findStored: () => unwrap(showPost(service, postId)).post });
}

export default function PostPage() {
  const { post, units, teams, purposes, payGrades } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const stored = answer?.stored ?? null;
  const notDeleted = answer !== undefined && "notDeleted" in answer;
  const fields = postFieldsOf({ submitted: answer?.submitted, post });
  const title = post === null ? t("post.newTitle") : t("post.editTitle", { title: post.title });
  return (
    <Page title={title} crumbs={[{ to: LIST, label: t("plan.title") }]} actions={post !== null && <NewMotionLink origin={`stelle=${post.id}`} />}>
      {stored && (
        <ConflictNotice
          title={t(notDeleted ? "conflict.deleteTitle" : "conflict.title")}
          advice={t(notDeleted ? "conflict.deleteAdvice" : "conflict.advice")}
          stored={[
            { field: t("post.title"), value: stored.title },
            { field: t("plan.unit"), value: units.find((unit) => unit.id === stored.orgUnitId)?.name ?? "" },
            { field: t("plan.team"), value: teams.find((team) => team.id === stored.teamId)?.name ?? t("post.noTeam") },
            { field: t("plan.fte"), value: formatHundredths(stored.fte) },
            { field: t("plan.payGrade"), value: stored.payGrade },
            { field: t("plan.cost"), value: formatMoney(stored.cost.yearlyCents) },
            { field: t("plan.state"), value: t(`state.${stored.state}`) },
            { field: t("plan.term"), value: stored.limitedUntil === null ? t("plan.permanent") : t("plan.until", { date: formatDate(stored.limitedUntil) }) },
            { field: t("plan.fromQuarter"), value: formatQuarter(stored.fromQuarter) },
            { field: t("plan.delay"), value: String(stored.hiringDelayQuarters) },
            { field: t("plan.counted"), value: t(stored.counted ? "plan.yes" : "plan.no") },
            { field: t("plan.purpose"), value: stored.purpose },
            { field: t("plan.note"), value: stored.note },
          ]}
        />
      )}
      <Form method="post" className="form" noValidate>
        <ErrorSummary formErrors={answer?.submitted?.error?.[""] ?? []} entries={fields.entries} />
        <input type="hidden" name="rowVersion" value={submittedVersion(answer?.submitted, post?.rowVersion ?? 0, stored !== null)} />
        <PostFields fields={fields} units={units} teams={teams} purposes={purposes} payGrades={payGrades} ratedCost={post?.ratedCost.yearlyCents ?? null} />
        <div className="form-actions">
          <Button variant="primary">{t("post.save")}</Button>
          <LinkButton to={LIST} variant="tertiary">
            {t("post.cancel")}
          </LinkButton>
        </div>
      </Form>
      {post !== null && <DeleteSection title={t("post.deleteTitle")} advice={t("post.deleteAdvice")} rowVersion={post.rowVersion} />}
    </Page>
  );
}
