import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, Form, useActionData, useLoaderData } from "@remix-run/react";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { idParam, postedRowVersion, refusalResponse, refusalStatus, unwrap } from "#app/http/respond.server.ts";
import { problemText, t } from "#app/i18n/de/prioritisation.ts";
import { raterGroupKindLabels } from "#app/i18n/de/vocabulary.ts";
import { deleteRaterGroup, showRaterGroupDeletion } from "#app/services/prioritisation/delete-rater-group.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";

const LIST = "/priorisierung/kriterien";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: t("group.deleteTitle", { name: loaded?.raterGroup.name ?? "" }) }];

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const { raterGroup, obstacle } = unwrap(showRaterGroupDeletion({ db: context.db, clock: context.clock, user }, idParam(params["raterGroupId"])));
  return { raterGroup, obstacle: obstacle && problemText(obstacle) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const raterGroupId = idParam(params["raterGroupId"]);
  requirePermission(user, "criteria:edit");
  const rowVersion = postedRowVersion(await request.formData());
  const result = deleteRaterGroup({ db: context.db, clock: context.clock, user }, { raterGroupId, rowVersion });
  if (result.ok) return redirectWithMessage(LIST, t("done.groupDeleted", { name: result.value.name }));
  const { refusal } = result;
  if (refusal.code !== "invalid" && refusal.code !== "conflict") throw refusalResponse(refusal);
  return data({ changedMeanwhile: refusal.code === "conflict" }, { status: refusalStatus(refusal) });
}

export default function DeleteRaterGroupPage() {
  const { raterGroup, obstacle } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const groupPage = `/priorisierung/gruppen/${raterGroup.id}`;
  return (
    <Page
      title={t("group.deleteTitle", { name: raterGroup.name })}
      crumbs={[
        { to: "/priorisierung", label: t("ranking.title") },
        { to: LIST, label: t("weighting.title") },
        { to: groupPage, label: raterGroup.name },
      ]}
    >
      {answer?.changedMeanwhile && <Alert kind="warning" title={t("group.changedMeanwhile")} live />}
      {obstacle === null ? (
        <Form method="post" className="form">
          <p>{t("group.deleteText", { kind: raterGroupKindLabels[raterGroup.kind], weight: raterGroup.weight })}</p>
          <input type="hidden" name="rowVersion" value={raterGroup.rowVersion} />
          <div className="form-actions">
            <Button variant="danger" icon="trash">
              {t("group.deleteConfirm")}
            </Button>
            <LinkButton to={groupPage} variant="tertiary">
              {t("criterion.cancel")}
            </LinkButton>
          </div>
        </Form>
      ) : (
        <>
          <Alert kind={answer ? "danger" : "info"} title={t("group.cannotDelete")} live={answer !== undefined}>
            <p>{obstacle}</p>
          </Alert>
          <div className="form-actions">
            <LinkButton to={groupPage}>{t("group.toGroup")}</LinkButton>
          </div>
        </>
      )}
    </Page>
  );
}
