import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { can } from "#app/domain/permissions/permissions.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { refusalResponse } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/move-history.ts";
import { answerStep } from "./answer-step.server.ts";
import { StepPage } from "./step-page.tsx";

export const meta: MetaFunction = () => [{ title: t("redoTitle") }];

/** Nothing to see here by itself: the page is the answer to the button. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  if (!can(user, "plan:edit")) throw refusalResponse({ code: "forbidden" });
  return null;
}

export const action = (args: ActionFunctionArgs) => answerStep(args, "redo");

export default function RedoMove() {
  return <StepPage direction="redo" answer={useActionData<typeof action>()} />;
}
