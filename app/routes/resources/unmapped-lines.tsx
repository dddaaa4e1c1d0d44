import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readProposals } from "#app/forms/budget-lines.ts";
import { readWhole } from "#app/forms/whole-param.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { refusalResponse, unwrap } from "#app/http/respond.server.ts";
import { problemText, t } from "#app/i18n/de/budget-lines.ts";
import { acceptProposals } from "#app/services/resources/map-budget-lines.server.ts";
import { showUnmappedBeside } from "#app/services/resources/show-unmapped.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/table.tsx";
import { BudgetTabs } from "./budget-tabs.tsx";
import { CostsWithoutLine } from "./costs-without-line.tsx";
import { LinesWithoutMeasure } from "./lines-without-measure.tsx";

const HERE = "/ressourcen/haushalt/stellen/nicht-zugeordnet";

export const meta: MetaFunction = () => [{ title: t("lonely.title") }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const page = readWhole(new URL(request.url).searchParams.get("seite"), 1, 999_999) ?? 1;
  return unwrap(await showUnmappedBeside({ db: context.db, clock: context.clock, user }, { page }));
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  requirePermission(user, "resources:edit");
  const result = acceptProposals({ db: context.db, clock: context.clock, user }, readProposals(await request.formData()));
  if (result.ok) return redirectWithMessage(HERE, t("done.accepted", { count: result.value.lineCount }));
  if (result.refusal.code !== "invalid") throw refusalResponse(result.refusal);
  return data({ problem: Object.values(result.refusal.fields).flat().map(problemText).join(" ") }, { status: 400 });
}

export default function UnmappedLinesPage() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page title={t("lonely.title")} intro={<p>{t("lonely.intro")}</p>}>
      <BudgetTabs current="unmapped" />
      {answer && <Alert kind="warning" title={answer.problem} live />}
      <Section title={t("lonely.lines", { count: shown.lineCount })} id="haushaltsstellen">
        {shown.lines.length === 0 ? <p>{t("lonely.linesNone")}</p> : <LinesWithoutMeasure shown={shown} />}
        <Pagination page={shown.page} pageCount={shown.pageCount} toPage={(to) => `${HERE}?seite=${to}`} />
      </Section>
      <Section title={t("lonely.costs", { count: shown.costs.length })} id="kosten">
        {shown.canEdit && shown.costs.length > 0 && <p className="page-intro">{t("lonely.costsIntro")}</p>}
        {shown.costs.length === 0 ? <p>{t("lonely.costsNone")}</p> : <CostsWithoutLine shown={shown} />}
      </Section>
    </Page>
  );
}
