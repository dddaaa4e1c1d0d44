import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/move-history.ts";
import { showStep } from "#app/services/planning/step-back.server.ts";
import { answerStep } from "./answer-step.server.ts";
import { StepPage } from "./step-page.tsx";

export const meta: MetaFunction = () => [{ title: t("undoTitle") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(showStep({ db: context.db, user }, "undo"));
}

export const action = (args: ActionFunctionArgs) => answerStep(args, "undo");

export default function UndoMove() {
  return <StepPage direction="undo" shown={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
