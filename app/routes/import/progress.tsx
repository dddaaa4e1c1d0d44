import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData, useRevalidator } from "@remix-run/react";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { idParam, unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/import.ts";
import { showImportProgress } from "#app/services/import/import-runs.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import { TaskProgressLine } from "./task-progress.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: t(data?.running.kind === "undo" ? "progress.undoLabel" : "progress.label") }];

/** For work that takes longer than a request waits, and for whoever opens a list that is being worked on. */
export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const { running, lost, state, batchId, fileName } = unwrap(showImportProgress({ db: context.db, user }, idParam(params["id"])));
  if (running !== null) return { running, batchId, fileName };
  const next = state === "uploaded" ? `/massnahmen/import/${batchId}` : `/massnahmen/import/${batchId}/bericht`;
  throw lost ? redirectWithMessage(next, t(state === "uploaded" ? "progress.lost" : "progress.undoLost"), "warning") : redirect(next);
}

export default function Progress() {
  const { running, batchId, fileName } = useLoaderData<typeof loader>();
  const { revalidate } = useRevalidator();
  const isRun = running.kind === "run";
  return (
    <Page
      title={t(isRun ? "progress.label" : "progress.undoLabel")}
      crumbs={[
        { to: "/massnahmen", label: t("measures") },
        { to: "/massnahmen/import", label: t("title") },
      ]}
      intro={<p>{t("progress.intro", { file: fileName })}</p>}
    >
      <TaskProgressLine batchId={batchId} kind={running.kind} isRunning initial={running.progress} onEnd={revalidate} />
      <div className="form-actions">
        <LinkButton to={`/massnahmen/import/${batchId}/fortschritt`}>
          {t("progress.reload")}
        </LinkButton>
      </div>
    </Page>
  );
}
