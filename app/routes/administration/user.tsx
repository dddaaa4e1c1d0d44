import { parseWithZod } from "@conform-to/zod/v4";
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { UserForm, UserIntentForm } from "#app/forms/administration.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { idParam, refusalResponse, unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/administration.ts";
import { createUser } from "#app/services/administration/create-user.server.ts";
import { deactivateUser } from "#app/services/administration/deactivate-user.server.ts";
import { editUser } from "#app/services/administration/edit-user.server.ts";
import { listUserChoices, showUser } from "#app/services/administration/list-users.server.ts";
import { resetPassword } from "#app/services/administration/reset-password.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import { InitialPassword } from "./initial-password.tsx";
import { refusedInput, refusedSave } from "./refused-save.server.ts";
import { UserAccess, UserFormView } from "./user-form.tsx";

const LIST = "/verwaltung/personen";

export { revalidateAfterConflict as shouldRevalidate } from "#app/http/revalidate-after-conflict.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.account ? t("users.edit") : t("users.add") }];

/** One page for "neu" and for an existing account. */
export function loader({ request, params, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  const choices = unwrap(listUserChoices(service));
  return { account: params["id"] === undefined ? null : unwrap(showUser(service, idParam(params["id"]))), choices, isSelf: Number(params["id"]) === user.id };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  unwrap(listUserChoices(service));
  const account = params["id"] === undefined ? null : unwrap(showUser(service, idParam(params["id"])));
  const formData = await request.formData();
  if (account !== null && formData.has("intent")) {
    const submission = parseWithZod(formData, { schema: UserIntentForm });
    if (submission.status !== "success") return refusedInput(submission);
    const { intent, rowVersion } = submission.value;
    if (intent !== "resetPassword") {
      const result = deactivateUser(service, { id: account.id, rowVersion, intent });
      return result.ok ? redirectWithMessage(LIST, t("users.saved")) : refusedSave(result.refusal, submission);
    }
    const result = await resetPassword(service, { id: account.id, rowVersion });
    return result.ok ? data({ issued: { name: account.name, email: account.email, password: result.value.password, isNew: false } }) : refusedSave(result.refusal, submission);
  }
  const submission = parseWithZod(formData, { schema: UserForm });
  if (submission.status !== "success") return refusedInput(submission);
  const { rowVersion, ...fields } = submission.value;
  if (account !== null) {
    if (rowVersion === undefined) throw refusalResponse({ code: "invalid", fields: {} });
    const result = editUser(service, { id: account.id, rowVersion, ...fields });
    return result.ok ? redirectWithMessage(LIST, t("users.saved")) : refusedSave(result.refusal, submission);
  }
  const result = await createUser(service, fields);
  return result.ok ? data({ issued: { name: fields.name, email: fields.email, password: result.value.password, isNew: true } }) : refusedSave(result.refusal, submission);
}

export default function User() {
  const { account, choices, isSelf } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const crumbs = [{ to: LIST, label: t("users.title") }];
  if (answer && "issued" in answer) {
    return (
      <Page title={t(answer.issued.isNew ? "users.created" : "users.passwordReset")} crumbs={crumbs}>
        <InitialPassword {...answer.issued} />
        <LinkButton to={LIST}>{t("users.toList")}</LinkButton>
      </Page>
    );
  }
  return (
    <Page title={account ? account.name : t("users.add")} crumbs={crumbs}>
      <UserFormView account={account} choices={choices} refused={answer} cancelTo={LIST} />
      {account && !isSelf && <UserAccess account={account} />}
    </Page>
  );
}
