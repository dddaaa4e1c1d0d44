import { parseWithZod } from "@conform-to/zod/v4";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { SubmitForm } from "#app/forms/committee.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { idParam, refusalResponse, unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/committee.ts";
import { showVersion } from "#app/services/committee/show-version.server.ts";
import { submitVersion } from "#app/services/committee/submit-version.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { handleComment, keptComment } from "./comment-action.server.ts";
import { CommentThreads } from "./comment-threads.tsx";
import { SubmitVersion } from "./submit-version.tsx";
import { IntegrityNotice, VersionFacts } from "./version-facts.tsx";
import { VersionSection } from "./version-sections.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? t("version.heading", { number: page.head.number, title: page.head.title }) : t("list.title") },
];

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  return { ...unwrap(showVersion(service, idParam(params["id"]))), kept: keptComment(service, request) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  const versionId = idParam(params["id"]);
  const formData = await request.formData();
  if (formData.get("intent") !== "submit") return handleComment(service, request, { versionId, measureId: null }, formData, `/ausschuss/fassungen/${versionId}#kommentare`);
  const submission = parseWithZod(formData, { schema: SubmitForm });
  if (submission.status !== "success") return data({ form: "submit" as const, lastResult: submission.reply() }, { status: 400 });
  const { committee, meetingDate } = submission.value;
  const result = submitVersion(service, { versionId, committee, meetingDate });
  if (result.ok) return redirectWithMessage(`/ausschuss/fassungen/${versionId}`, t("submit.done", { number: result.value.number }));
  if (result.refusal.code !== "invalid") throw refusalResponse(result.refusal);
  const [problem] = result.refusal.fields[""] ?? [];
  const text = problem?.code === "alreadySubmitted" ? t("submit.alreadySubmitted", { committee: String(problem.values?.["committee"] ?? "") }) : t("submit.damaged");
  return data({ form: "submit" as const, lastResult: submission.reply({ formErrors: [text] }) }, { status: 400 });
}

export default function Version() {
  const { head, body, threads, commentCounts, may, kept } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const downloads = `/ausschuss/fassungen/${head.id}`;
  return (
    <Page
      title={t("version.heading", { number: head.number, title: head.title })}
      crumbs={[{ to: "/ausschuss", label: t("list.title") }]}
      actions={
        may.export &&
        head.integrity === "intact" && (
          <>
            <LinkButton to={`${downloads}/bericht.pdf`} icon="download" reload>
              {t("version.pdf")}
            </LinkButton>
            <LinkButton to={`${downloads}/bericht.xlsx`} icon="download" reload>
              {t("version.xlsx")}
            </LinkButton>
          </>
        )
      }
    >
      <IntegrityNotice head={head} />
      <VersionFacts head={head} />
      {may.submit && head.integrity === "intact" && <SubmitVersion lastResult={answer?.form === "submit" ? answer.lastResult : undefined} />}
      {body !== null && (
        <>
          <nav className="version-contents" aria-labelledby="version-contents-title">
            <h2 id="version-contents-title">{t("version.contents")}</h2>
            <ol>
              {body.sections.map((section) => (
                <li key={section.id}>
                  <a href={`#${section.id}`}>{section.title}</a>
                </li>
              ))}
              <li>
                <a href="#kommentare">{t("comments.titleVersion")}</a>
              </li>
            </ol>
            {body.firstMeasureId !== null && (
              <p>
                <a href={`/ausschuss/fassungen/${head.id}/massnahmen/${body.firstMeasureId}`}>{t("version.startReading")}</a>
              </p>
            )}
          </nav>
          {body.sections.map((section) => (
            <VersionSection key={section.id} section={section} versionId={head.id} commentCounts={commentCounts} picture={body.timeline} />
          ))}
        </>
      )}
      <Section title={t("comments.titleVersion")} id="kommentare">
        <CommentThreads threads={threads} may={may} kept={kept} failed={answer?.form === "comment" || answer?.form === "answer" ? answer : undefined} />
      </Section>
    </Page>
  );
}
