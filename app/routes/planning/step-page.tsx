import { data, type ActionFunctionArgs } from "@remix-run/node";
import { Form } from "@remix-run/react";
import { timeLabel } from "#app/charts/svg/timeline-texts.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { idParam, refusalResponse, refusalStatus } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/move-history.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { redoMove, undoMove, type DisplacedMeasure, type StepConflict, type StepDirection } from "#app/services/planning/step-back.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";

/** The one way both steps are taken; over the picture ("via") the answer is data instead of the next page. */
export async function answerStep({ request, context }: ActionFunctionArgs, direction: StepDirection) {
  const user = requireUser(request, context);
  if (!can(user, "plan:edit")) throw refusalResponse({ code: "forbidden" });
  const form = await request.formData();
  const command = { moveId: idParam(String(form.get("moveId") ?? "")), passOver: form.get("passOver") === "on" };
  const service = { db: context.db, clock: context.clock, user };
  const result = direction === "undo" ? undoMove(service, command) : redoMove(service, command);
  const asData = form.get("via") === "picture";
  if (result.ok) {
    const { title, passedOver, moved } = result.value;
    const text = t(passedOver ? "passedOver" : direction === "undo" ? "undone" : "redone", { title, count: moved.length });
    return asData ? data({ done: { text, moved }, conflict: null, problem: null }) : redirectWithMessage("/zeitplan", text, passedOver ? "info" : "success");
  }
  const { refusal } = result;
  if (refusal.code === "forbidden" || refusal.code === "missing") throw refusalResponse(refusal);
  const status = refusalStatus(refusal);
  if (refusal.code === "conflict") return data({ done: null, conflict: refusal.current as StepConflict, problem: null }, { status });
  const isNothing = Object.values(refusal.fields).flat().some(({ code }) => code === "nothingToUndo" || code === "nothingToRedo");
  return data({ done: null, conflict: null, problem: t(isNothing ? "nothing" : "archived") }, { status });
}

export type StepAnswer = { readonly conflict: StepConflict | null; readonly problem: string | null };

/** What stands in the way of a step, and going on without it. */
export function StepPage({ direction, answer }: { readonly direction: StepDirection; readonly answer: StepAnswer | undefined }) {
  const conflict = answer?.conflict ?? null;
  return (
    <Page title={t(direction === "undo" ? "undoTitle" : "redoTitle")} crumbs={[{ to: "/zeitplan", label: t("timeline") }]}>
      {conflict === null ? (
        <Alert kind="info" title={answer?.problem ?? t("nothing")} live />
      ) : (
        <Alert kind="warning" title={t(direction === "undo" ? "cannotUndo" : "cannotRedo", { title: conflict.title })} live>
          <ul>
            {conflict.displaced.map((measure) => (
              <li key={measure.measureId}>
                <a href={`/massnahmen/${measure.measureId}`}>{measure.title}</a>: {displacedText(measure)}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <div className="form-actions">
        {conflict && (
          <Form method="post">
            <input type="hidden" name="moveId" value={conflict.moveId} />
            <input type="hidden" name="passOver" value="on" />
            <Button variant="secondary">{t("passOver")}</Button>
          </Form>
        )}
        <LinkButton to="/zeitplan" variant="tertiary">
          {t("back")}
        </LinkButton>
      </div>
    </Page>
  );
}

function displacedText({ isGone, changedBy, changedAt, ...place }: DisplacedMeasure): string {
  const name = changedBy ?? t("someone");
  if (isGone || changedAt === null) return t("gone", { name });
  return t("displaced", { name, at: formatDateTime(changedAt), time: timeLabel({ ...place, permanentTask: false }) });
}
