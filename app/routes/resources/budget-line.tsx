import { parseWithZod } from "@conform-to/zod/v4";
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { BudgetLineForm, readMapping } from "#app/forms/budget-lines.ts";
import { answerRefusedForm, answerUnreadableForm } from "#app/http/answer-refused-form.server.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { idParam, postedRowVersion, refusalResponse, refusalStatus, unwrap } from "#app/http/respond.server.ts";
import { codeText, problemText, t } from "#app/i18n/de/budget-lines.ts";
import { budgetKindLabels, cashDirectionLabels } from "#app/i18n/de/vocabulary.ts";
import { formatMoney } from "#app/i18n/format.ts";
import { mapBudgetLine } from "#app/services/resources/map-budget-lines.server.ts";
import { removeBudgetLine, saveBudgetLine } from "#app/services/resources/save-budget-line.server.ts";
import { showBudgetLine, showBudgetLineBeside } from "#app/services/resources/show-budget-line.server.ts";
import type { Refusal } from "#app/domain/result.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";
import { ConflictNotice } from "#app/ui/conflict-notice.tsx";
import { NewMotionLink } from "#app/ui/new-motion-link.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { LineFacts } from "./line-facts.tsx";
import { amountLabels, LineForm } from "./line-form.tsx";
import { LineMapping } from "./line-mapping.tsx";
import { LineMeasures } from "./line-measures.tsx";

export { revalidateAfterConflict as shouldRevalidate } from "#app/http/revalidate-after-conflict.ts";

const LIST = "/ressourcen/haushalt/stellen";

const titleOf = (line: { budgetProduct: string; budgetAccount: string; fiscalYear: number }) => t("line.title", { code: codeText(line), year: String(line.fiscalYear) });

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded ? titleOf(loaded.line) : t("title") }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const search = new URL(request.url).searchParams.get("suche")?.slice(0, 100) ?? "";
  return { search, ...unwrap(await showBudgetLineBeside({ db: context.db, clock: context.clock, user }, idParam(params["lineId"]), search)) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  requirePermission(user, "resources:edit");
  const lineId = idParam(params["lineId"]);
  unwrap(await showBudgetLineBeside(service, lineId, ""));
  const form = await request.formData();
  const intent = form.get("intent");
  if (intent === "remove") {
    const result = removeBudgetLine(service, { lineId, rowVersion: postedRowVersion(form) });
    return result.ok ? redirectWithMessage(LIST, t("done.removed")) : refusedButton(result.refusal);
  }
  if (intent === "map") {
    const result = mapBudgetLine(service, { lineId, rowVersion: postedRowVersion(form), ...readMapping(form) });
    return result.ok ? redirectWithMessage(`${LIST}/${lineId}`, t("done.mapped", { count: result.value.measureCount })) : refusedButton(result.refusal);
  }
  const submission = parseWithZod(form, { schema: BudgetLineForm });
  if (submission.status !== "success") return answerUnreadableForm(submission);
  const { rowVersion = 0, ...fields } = submission.value;
  const result = saveBudgetLine(service, { ...fields, lineId, rowVersion });
  if (result.ok) return redirectWithMessage(`${LIST}/${lineId}`, t("done.saved"));
  return answerRefusedForm({ submission, refusal: result.refusal, textOf: problemText, findStored: () => unwrap(showBudgetLine(service, lineId, "")).line });
}

/** A button that sends no fields: the sentence stands at the top of the page, which shows what is stored now. */
function refusedButton(refusal: Refusal) {
  if (refusal.code !== "conflict" && refusal.code !== "invalid") throw refusalResponse(refusal);
  const problems = refusal.code === "invalid" ? Object.values(refusal.fields).flat().map(problemText) : [t("conflict.reload")];
  return data({ submitted: undefined, stored: null, problem: problems.join(" ") }, { status: refusalStatus(refusal) });
}

export default function BudgetLinePage() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { line, municipality, canEdit } = shown;
  const stored = answer?.stored;
  return (
    <Page title={titleOf(line)} crumbs={[{ to: "/ressourcen/haushalt", label: t("overview") }, { to: LIST, label: t("title") }]} intro={line.label !== "" && <p>{line.label}</p>} actions={canEdit && <NewMotionLink origin={`haushaltsstelle=${line.id}`} />}>
      {answer && "problem" in answer && <Alert kind="warning" title={answer.problem} live />}
      <LineFacts shown={shown} />
      <LineMeasures shown={shown} />
      {canEdit && <LineMapping shown={shown} search={shown.search} />}
      {canEdit && (
        <Section title={t("line.editTitle")} id="bearbeiten">
          {stored && (
            <ConflictNotice
              title={t("conflict.title")}
              advice={t("conflict.advice")}
              stored={[
                { field: t("label"), value: stored.label },
                { field: t("kind"), value: t("kindAndDirection", { kind: budgetKindLabels[stored.budgetKind], direction: cashDirectionLabels[stored.direction] }) },
                ...(Object.keys(amountLabels) as Array<keyof typeof amountLabels>).map((name) => ({ field: t(amountLabels[name]), value: formatMoney(stored[name]) })),
              ]}
            />
          )}
          <LineForm stored={line} municipality={municipality} submitted={answer?.submitted} cancelTo={LIST} />
        </Section>
      )}
      {canEdit && (
        <Section title={t("line.removeTitle")} id="loeschen">
          <Form method="post">
            <p>{t("line.removeText")}</p>
            <input type="hidden" name="rowVersion" value={line.rowVersion} />
            <Button variant="danger" icon="trash" name="intent" value="remove">
              {t("line.remove")}
            </Button>
          </Form>
        </Section>
      )}
    </Page>
  );
}
