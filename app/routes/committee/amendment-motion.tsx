import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { amendmentStates } from "#app/domain/committee/amendment.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { idParam, postedRowVersion, refusalResponse, unwrap } from "#app/http/respond.server.ts";
import { problemText, stateLabels, t } from "#app/i18n/de/amendments.ts";
import { formatDate } from "#app/i18n/format.ts";
import { changeMotionState, removeMotion } from "#app/services/committee/change-amendment-motion.server.ts";
import { showAmendmentMotion } from "#app/services/committee/show-amendment-motion.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { Facts } from "#app/ui/table.tsx";
import { LinesTable, MotionState, SumsTable } from "./motion-parts.tsx";

const LIST = "/ausschuss/aenderungsantraege";

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown ? t("page.title", { number: shown.motion.number }) : t("list.title") }];

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(showAmendmentMotion({ db: context.db, clock: context.clock, user }, idParam(params["motionId"])));
}

/** Moves the motion on, or deletes a draft. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  requirePermission(user, "amendment:edit");
  const service = { db: context.db, clock: context.clock, user };
  const motionId = idParam(params["motionId"]);
  const here = `${LIST}/${motionId}`;
  const form = await request.formData();
  const rowVersion = postedRowVersion(form);
  if (form.get("intent") === "delete") return redirectWithMessage(LIST, t("done.deleted", unwrap(removeMotion(service, { motionId, rowVersion }))));
  const state = amendmentStates.find((each) => each === form.get("state"));
  if (state === undefined) throw refusalResponse({ code: "invalid", fields: {} });
  const result = changeMotionState(service, { motionId, rowVersion, state });
  if (!result.ok && result.refusal.code === "invalid") return redirectWithMessage(here, Object.values(result.refusal.fields).flat().map(problemText).join(" "), "warning");
  return redirectWithMessage(here, t("done.state", { number: unwrap(result).number, state: stateLabels[state] }));
}

export default function AmendmentMotionPage() {
  const { motion, sums, mayEditContent, mayEditStatement } = useLoaderData<typeof loader>();
  const actions = (
    <>
      {(mayEditContent || mayEditStatement) && (
        <LinkButton to={`${LIST}/${motion.id}/bearbeiten`} variant="primary" icon="edit">
          {t(mayEditContent ? "page.edit" : "page.editStatement")}
        </LinkButton>
      )}
      <LinkButton to={`${LIST}/${motion.id}/antrag.pdf`} icon="download" reload>
        {t("page.pdf")}
      </LinkButton>
    </>
  );
  return (
    <Page
      title={t("page.title", { number: motion.number })}
      crumbs={[
        { to: "/ausschuss", label: t("tabs.label") },
        { to: LIST, label: t("list.title") },
      ]}
      actions={actions}
    >
      <Facts
        facts={[
          { label: t("field.number"), value: motion.number },
          { label: t("field.title"), value: motion.title },
          { label: t("field.applicant"), value: motion.applicant || t("list.none") },
          { label: t("field.movedOn"), value: motion.movedOn === null ? t("list.none") : formatDate(motion.movedOn) },
          { label: t("field.state"), value: <MotionState state={motion.state} /> },
        ]}
      />
      <Section title={t("page.lines")} id="zeilen">
        {motion.lines.length === 0 ? (
          <EmptyState title={t("page.noLines")}>
            <p>{t("page.noLinesHint")}</p>
          </EmptyState>
        ) : (
          <LinesTable lines={motion.lines} />
        )}
      </Section>
      {sums.length > 0 && (
        <Section title={t("page.sums")} id="summen">
          <SumsTable sums={sums} />
          <p className="table-note">{t("page.sumsHint")}</p>
        </Section>
      )}
      <Section title={t("page.reasoning")} id="begruendung">
        <p className={motion.reasoning === "" ? "muted" : "multiline motion-text"}>{motion.reasoning || t("page.noReasoning")}</p>
      </Section>
      <Section title={t("page.statement")} id="stellungnahme">
        <p className={motion.statement === "" ? "muted" : "multiline motion-text"}>{motion.statement || t("page.noStatement")}</p>
      </Section>
      <Steps />
    </Page>
  );
}

/** What the officer can do with the motion as a whole. */
function Steps() {
  const { motion, nextStates, mayEditContent } = useLoaderData<typeof loader>();
  if (nextStates.length === 0) return null;
  return (
    <div className="motion-steps">
      <Section title={t("page.states")} id="stand">
        <Form method="post" className="form-actions">
          <input type="hidden" name="rowVersion" value={motion.rowVersion} />
          {nextStates.map((state) => (
            <Button key={state} name="state" value={state}>
              {t(`changeTo.${state}`)}
            </Button>
          ))}
        </Form>
        {mayEditContent && (
          <details className="remove-part">
            <summary>{t("page.delete")}</summary>
            <Form method="post">
              <p>{t("page.deleteText")}</p>
              <input type="hidden" name="rowVersion" value={motion.rowVersion} />
              <Button name="intent" value="delete" variant="danger" icon="trash">
                {t("page.deleteConfirm")}
              </Button>
            </Form>
          </details>
        )}
      </Section>
    </div>
  );
}
