import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/amendments.ts";
import { formatDate } from "#app/i18n/format.ts";
import { listAmendmentMotions } from "#app/services/committee/list-amendment-motions.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { CommitteeTabs } from "./committee-tabs.tsx";
import { deltaSumText, MotionState } from "./motion-parts.tsx";

const HERE = "/ausschuss/aenderungsantraege";

export const meta: MetaFunction = () => [{ title: t("list.title") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(listAmendmentMotions({ db: context.db, clock: context.clock, user }));
}

export default function AmendmentMotionsPage() {
  const { motions, mayEdit } = useLoaderData<typeof loader>();
  const add = mayEdit && (
    <LinkButton to={`${HERE}/neu`} variant="primary" icon="plus">
      {t("list.add")}
    </LinkButton>
  );
  return (
    <Page title={t("list.title")} intro={<p>{t("list.intro")}</p>} actions={motions.length > 0 && add}>
      <CommitteeTabs current="motions" />
      {motions.length === 0 ? (
        <EmptyState title={t("list.emptyTitle")} action={add}>
          <p>{t(mayEdit ? "list.emptyOfficer" : "list.emptyReader")}</p>
        </EmptyState>
      ) : (
        <DataTable caption={t("list.caption")} captionHidden stacked>
          <thead>
            <tr>
              <th scope="col">{t("list.number")}</th>
              <th scope="col">{t("list.applicant")}</th>
              <th scope="col">{t("list.movedOn")}</th>
              <th scope="col">{t("list.state")}</th>
              <th scope="col">{t("list.years")}</th>
              <th scope="col" className="numeric">
                {t("list.delta")}
              </th>
            </tr>
          </thead>
          <tbody>
            {motions.map((motion) => (
              <tr key={motion.id}>
                <th scope="row">
                  <a href={`${HERE}/${motion.id}`}>{motion.number}</a>
                  <span className="cell-note">{motion.title}</span>
                </th>
                <td data-label={t("list.applicant")}>{motion.applicant || t("list.none")}</td>
                <td data-label={t("list.movedOn")}>{motion.movedOn === null ? t("list.none") : formatDate(motion.movedOn)}</td>
                <td data-label={t("list.state")}>
                  <MotionState state={motion.state} />
                </td>
                <td data-label={t("list.years")}>{motion.years.join(", ") || t("list.none")}</td>
                <td data-label={t("list.delta")} className="numeric">
                  {motion.lineCount === 0 ? t("list.none") : deltaSumText(motion.delta, motion.lineCount)}
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </Page>
  );
}
