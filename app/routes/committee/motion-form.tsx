import { parseWithZod } from "@conform-to/zod/v4";
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AmendmentMotionForm, editLines, StatementForm } from "#app/forms/amendments.ts";
import { answerRefusedForm, answerUnreadableForm } from "#app/http/answer-refused-form.server.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { idParam, unwrap } from "#app/http/respond.server.ts";
import { problemText, t } from "#app/i18n/de/amendments.ts";
import { createMotion, saveMotion, saveStatement } from "#app/services/committee/save-amendment-motion.server.ts";
import { showMotionForm } from "#app/services/committee/show-amendment-motion.server.ts";
import { Page } from "#app/ui/page.tsx";
import { MotionFields, StatementFields } from "./motion-fields.tsx";

const LIST = "/ausschuss/aenderungsantraege";

export { revalidateAfterConflict as shouldRevalidate } from "#app/http/revalidate-after-conflict.ts";

type Shown = Pick<ReturnType<typeof useLoaderData<typeof loader>>, "motion" | "isContentOpen">;

function titleOf({ motion, isContentOpen }: Shown): string {
  if (motion === null) return t("edit.newTitle");
  return t(isContentOpen ? "edit.editTitle" : "edit.statementTitle", { number: motion.number });
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown ? titleOf(shown) : t("list.title") }];

const motionIdOf = (params: LoaderFunctionArgs["params"]): number | null => (params["motionId"] === undefined ? null : idParam(params["motionId"]));

/** "?haushaltsstelle=7" and "?stelle=3" say what a new motion starts from; anything else is nothing. */
function originOf(request: Request) {
  const params = new URL(request.url).searchParams;
  const read = (name: string) => (/^[1-9]\d{0,14}$/.test(params.get(name) ?? "") ? Number(params.get(name)) : null);
  return { budgetLineId: read("haushaltsstelle"), postId: read("stelle") };
}

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(showMotionForm({ db: context.db, clock: context.clock, user }, motionIdOf(params), originOf(request)));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  const motionId = motionIdOf(params);
  const shown = unwrap(showMotionForm(service, motionId));
  const form = await request.formData();
  if (motionId !== null && !shown.isContentOpen) return storeStatement(motionId, form);
  const edit = editLines(form, shown);
  const submission = parseWithZod(form, { schema: AmendmentMotionForm });
  // Lines were added or filled, nothing is stored and nothing is judged yet.
  if (edit !== null) {
    const { initialValue } = submission.reply();
    const error = edit.problem === null || edit.key === null ? undefined : { [`lines.${edit.key}.budgetAccount`]: [edit.problem] };
    return data({ submitted: { initialValue, error }, stored: null, edit }, { status: edit.problem === null ? 200 : 400 });
  }
  if (submission.status !== "success") return answerUnreadableForm(submission);
  const { rowVersion = 0, ...command } = submission.value;
  const result = motionId === null ? createMotion(service, command) : saveMotion(service, { ...command, motionId, rowVersion });
  if (result.ok) return redirectWithMessage(`${LIST}/${result.value.motionId}`, t(motionId === null ? "done.created" : "done.saved"));
  return answerRefusedForm({ submission, refusal: result.refusal, textOf: problemText, findStored: () => unwrap(showMotionForm(service, motionId)).motion });

  function storeStatement(submittedId: number, posted: FormData) {
    const statement = parseWithZod(posted, { schema: StatementForm });
    if (statement.status !== "success") return answerUnreadableForm(statement);
    const saved = saveStatement(service, { motionId: submittedId, ...statement.value });
    if (saved.ok) return redirectWithMessage(`${LIST}/${submittedId}`, t("done.statement"));
    return answerRefusedForm({ submission: statement, refusal: saved.refusal, textOf: problemText, findStored: () => unwrap(showMotionForm(service, submittedId)).motion });
  }
}

export default function MotionFormPage() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { motion } = shown;
  const given = { submitted: answer?.submitted, stored: answer?.stored ?? null };
  return (
    <Page
      title={titleOf(shown)}
      crumbs={[{ to: LIST, label: t("list.title") }, ...(motion === null ? [] : [{ to: `${LIST}/${motion.id}`, label: t("page.title", { number: motion.number }) }])]}
    >
      {motion === null || shown.isContentOpen ? (
        <MotionFields shown={shown} answer={{ ...given, edit: answer !== undefined && "edit" in answer ? answer.edit : null }} />
      ) : (
        <StatementFields motion={motion} answer={given} />
      )}
    </Page>
  );
}
