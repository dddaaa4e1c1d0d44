import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { HORIZON } from "#app/domain/comparisons/option-costs.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { idParam, postedRowVersion, unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/comparisons.ts";
import { formatDayOf } from "#app/i18n/format.ts";
import { archiveComparison } from "#app/services/comparisons/save-comparison.server.ts";
import { showComparison } from "#app/services/comparisons/show-comparison.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { ComparisonBlockView } from "./comparison-block.tsx";
import { RatersTable } from "./raters-table.tsx";
import { yearsOf } from "./years.ts";

const LIST = "/variantenvergleich";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `${t("title")}: ${loaded?.title ?? ""}` }];

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const years = yearsOf(request);
  return { ...unwrap(showComparison({ db: context.db, clock: context.clock, user }, idParam(params["id"]), years)), years };
}

/** Puts the comparison away or brings it back. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const id = idParam(params["id"]);
  requirePermission(user, "comparison:edit");
  const form = await request.formData();
  const archive = form.get("intent") !== "restore";
  const { title } = unwrap(archiveComparison({ db: context.db, clock: context.clock, user }, { id, rowVersion: postedRowVersion(form), archive }));
  return redirectWithMessage(archive ? LIST : `${LIST}/${id}`, t(archive ? "done.archived" : "done.restored", { title }));
}

export default function ComparisonPage() {
  const { id, title, question, asOf, rowVersion, isArchived, mayEdit, mayRate, mayExport, ownDone, optionCount, sections, raters, years } = useLoaderData<typeof loader>();
  const path = `${LIST}/${id}`;
  return (
    <Page
      title={title}
      crumbs={[{ to: LIST, label: t("title") }]}
      intro={
        <>
          {question !== "" && <p>{question}</p>}
          <p>{t("page.updated", { date: formatDayOf(asOf) })}</p>
        </>
      }
      actions={
        <>
          {mayRate && (
            <LinkButton to={`${path}/bewerten`} variant="primary" icon="scale">
              {t("page.rate")}
            </LinkButton>
          )}
          {mayEdit && !isArchived && (
            <LinkButton to={`${path}/bearbeiten`} icon="edit">
              {t("page.edit")}
            </LinkButton>
          )}
          {mayExport && (
            <LinkButton to={`${path}/vergleich.pdf?jahre=${years}`} icon="download" reload>
              {t("page.pdf")}
            </LinkButton>
          )}
        </>
      }
    >
      {isArchived && <Alert kind="info" title={t("page.archivedNotice")} />}
      {mayRate && <p className="comparison-progress">{t("page.ownProgress", { done: ownDone, total: optionCount })}</p>}
      {sections.map((section) => (
        <Section key={section.id} id={section.id} title={section.title}>
          {section.id === "costAndPosts" && <YearsForm years={years} />}
          {section.blocks.map((block, index) => (
            <ComparisonBlockView key={index} block={block} />
          ))}
        </Section>
      ))}
      {raters !== null && raters.length > 0 && <RatersTable raters={raters} optionCount={optionCount} />}
      {mayEdit && (
        <Form method="post" className="comparison-archive">
          <input type="hidden" name="rowVersion" value={rowVersion} />
          {!isArchived && <p className="field__hint">{t("page.archiveHint")}</p>}
          <Button variant={isArchived ? "secondary" : "danger"} icon="archive" name="intent" value={isArchived ? "restore" : "archive"}>
            {t(isArchived ? "page.restore" : "page.archive")}
          </Button>
        </Form>
      )}
    </Page>
  );
}

const YearsForm = ({ years }: { years: number }) => (
  <Form method="get" className="toolbar comparison-years" action="#costAndPosts">
    <TextField key={years} field={{ id: "jahre", name: "jahre", defaultValue: String(years) }} label={t("page.years")} type="number" min={HORIZON.least} max={HORIZON.most} width="short" />
    <Button compact>{t("page.showYears")}</Button>
  </Form>
);
