import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { Form } from "@remix-run/react";
import { AnswerForm, CommentForm } from "#app/forms/committee.ts";
import { t } from "#app/i18n/de/committee.ts";
import { roleLabels } from "#app/i18n/de/vocabulary.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import type { CommentThread } from "#app/services/committee/comment-threads.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { fieldProps, TextArea } from "#app/ui/fields.tsx";
import type { KeptComment } from "./comment-action.server.ts";

type Failed = { readonly commentId: number | null; readonly lastResult: SubmissionResult<string[]> };
type Comment = CommentThread["comment"];

type Props = {
  readonly threads: readonly CommentThread[];
  readonly may: { readonly comment: boolean; readonly answer: boolean };
  readonly kept: KeptComment | null;
  readonly failed: Failed | undefined;
};

/** What was said and answered, and the form for saying more. A comment can be answered without JavaScript: the form opens in a disclosure. */
export function CommentThreads({ threads, may, kept, failed }: Props) {
  const keptText = (commentId: number | null) => (kept !== null && kept.commentId === commentId ? kept.text : undefined);
  return (
    <div className="comments">
      {threads.length === 0 && <p className="muted">{t("comments.none")}</p>}
      {threads.length > 0 && (
        <ol className="comment-list">
          {threads.map(({ comment, answers }) => (
            <li key={comment.id} id={`kommentar-${comment.id}`}>
              <CommentText comment={comment} />
              {answers.length > 0 && (
                <ol className="comment-list comment-list--answers">
                  {answers.map((answer) => (
                    <li key={answer.id}>
                      <CommentText comment={answer} />
                    </li>
                  ))}
                </ol>
              )}
              {may.answer && (
                <>
                  {answers.length === 0 && comment.authorRole === "reviewer" && (
                    <p>
                      <Badge kind="warning" icon="comment">
                        {t("comments.unanswered")}
                      </Badge>
                    </p>
                  )}
                  <AnswerDisclosure comment={comment} kept={keptText(comment.id)} lastResult={failed?.commentId === comment.id ? failed.lastResult : undefined} />
                </>
              )}
            </li>
          ))}
        </ol>
      )}
      {may.comment && <NewComment kept={keptText(null)} lastResult={failed?.commentId === null ? failed.lastResult : undefined} />}
    </div>
  );
}

function CommentText({ comment }: { comment: Comment }) {
  const { author: name, parliamentaryGroup: group } = comment;
  const role = roleLabels[comment.authorRole];
  return (
    <article className="comment">
      <p className="comment__author">
        <strong>{group === null || group === "" ? t("comments.by", { name, role }) : t("comments.byGroup", { name, role, group })}</strong>{" "}
        <time dateTime={comment.writtenAt} className="muted small">
          {formatDateTime(comment.writtenAt)}
        </time>
      </p>
      <p className="comment__text">{comment.text}</p>
    </article>
  );
}

type FormState = { readonly kept: string | undefined; readonly lastResult: SubmissionResult<string[]> | undefined };

function AnswerDisclosure({ comment, kept, lastResult }: FormState & { readonly comment: Comment }) {
  const [form, fields] = useForm({ id: `answer-${comment.id}`, lastResult, defaultValue: { text: kept }, onValidate: ({ formData }) => parseWithZod(formData, { schema: AnswerForm }) });
  return (
    <details className="disclosure" open={lastResult !== undefined || kept !== undefined}>
      <summary>{t("comments.answerTo", { name: comment.author })}</summary>
      <Form method="post" {...getFormProps(form)} className="form">
        <input type="hidden" name="intent" value="answer" />
        <input type="hidden" name="commentId" value={comment.id} />
        {kept !== undefined && <Alert kind="info" title={t("comments.kept")} />}
        <TextArea field={fieldProps(fields.text)} label={t("comments.answer")} rows={3} />
        <div className="form-actions">
          <Button>{t("comments.sendAnswer")}</Button>
        </div>
      </Form>
    </details>
  );
}

function NewComment({ kept, lastResult }: FormState) {
  const [form, fields] = useForm({ id: "comment", lastResult, defaultValue: { text: kept }, onValidate: ({ formData }) => parseWithZod(formData, { schema: CommentForm }) });
  return (
    <Form method="post" {...getFormProps(form)} className="form">
      <input type="hidden" name="intent" value="comment" />
      {kept !== undefined && <Alert kind="info" title={t("comments.kept")} />}
      <TextArea field={fieldProps(fields.text)} label={t("comments.write")} hint={t("comments.writeHint")} />
      <div className="form-actions">
        <Button variant="primary" icon="comment">
          {t("comments.send")}
        </Button>
      </div>
    </Form>
  );
}
