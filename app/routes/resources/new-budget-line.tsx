import { parseWithZod } from "@conform-to/zod/v4";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { budgetKinds, cashDirections } from "#app/domain/measures/vocabulary.ts";
import { cents } from "#app/domain/money/cents.ts";
import { BudgetLineForm } from "#app/forms/budget-lines.ts";
import { readWhole } from "#app/forms/whole-param.ts";
import { answerRefusedForm, answerUnreadableForm } from "#app/http/answer-refused-form.server.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { problemText, t } from "#app/i18n/de/budget-lines.ts";
import { createBudgetLine } from "#app/services/resources/save-budget-line.server.ts";
import { showNewBudgetLine } from "#app/services/resources/show-budget-line.server.ts";
import { Page } from "#app/ui/page.tsx";
import { LineForm } from "./line-form.tsx";

const LIST = "/ressourcen/haushalt/stellen";

export const meta: MetaFunction = () => [{ title: t("line.newTitle") }];

/** A planned cost without a line brings its year, codes and amount along in the address. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const { municipality, firstFiscalYear } = unwrap(showNewBudgetLine({ db: context.db, clock: context.clock, user }));
  const params = new URL(request.url).searchParams;
  const amount = readWhole(params.get("cent"), 1, 999_999_999);
  const beginning = {
    fiscalYear: readWhole(params.get("jahr"), 2000, 2200) ?? firstFiscalYear,
    budgetProduct: params.get("produkt")?.slice(0, 40) ?? "",
    budgetAccount: params.get("konto")?.slice(0, 40) ?? "",
    budgetKind: budgetKinds.find((kind) => kind === params.get("art")),
    direction: cashDirections.find((direction) => direction === params.get("richtung")),
    appropriationCents: amount === null ? null : cents(amount),
  };
  return { municipality, beginning };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  unwrap(showNewBudgetLine(service));
  const submission = parseWithZod(await request.formData(), { schema: BudgetLineForm });
  if (submission.status !== "success") return answerUnreadableForm(submission);
  const { rowVersion: _rowVersion, ...fields } = submission.value;
  const result = createBudgetLine(service, fields);
  if (result.ok) return redirectWithMessage(`${LIST}/${result.value.lineId}`, t("done.created"));
  return answerRefusedForm({ submission, refusal: result.refusal, textOf: problemText, findStored: () => null });
}

export default function NewBudgetLinePage() {
  const { municipality, beginning } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page title={t("line.newTitle")} crumbs={[{ to: LIST, label: t("title") }]}>
      <LineForm stored={beginning} municipality={municipality} submitted={answer?.submitted} cancelTo={LIST} />
    </Page>
  );
}
