import { data, type ActionFunctionArgs } from "@remix-run/node";
import { can } from "#app/domain/permissions/permissions.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { safeReturnPath } from "#app/http/return-path.server.ts";
import { idParam, refusalResponse, refusalStatus } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/move-history.ts";
import { redoMove, undoMove, type StepConflict, type StepDirection } from "#app/services/planning/step-back.server.ts";

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
    return asData ? data({ done: { text, moved }, conflict: null, problem: null }) : redirectWithMessage(viewPath(form.get("zurueck")), text, passedOver ? "info" : "success");
  }
  const { refusal } = result;
  if (refusal.code === "forbidden" || refusal.code === "missing") throw refusalResponse(refusal);
  const status = refusalStatus(refusal);
  if (refusal.code === "conflict") return data({ done: null, conflict: refusal.current as StepConflict, problem: null }, { status });
  const isNothing = Object.values(refusal.fields).flat().some(({ code }) => code === "nothingToUndo" || code === "nothingToRedo");
  return data({ done: null, conflict: null, problem: t(isNothing ? "nothing" : "archived") }, { status });
}

/** The view of the timeline the button stood in. */
function viewPath(candidate: FormDataEntryValue | null): string {
  const path = safeReturnPath(typeof candidate === "string" ? candidate : null);
  return path.startsWith("/zeitplan?") ? path : "/zeitplan";
}
