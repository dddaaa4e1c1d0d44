import { parseWithZod } from "@conform-to/zod/v4";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { AccountForm } from "#app/forms/accounts.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { refusalResponse } from "#app/http/respond.server.ts";
import { clearedSessionCookie } from "#app/http/session-cookie.server.ts";
import { readTheme, themeCookie } from "#app/http/theme.server.ts";
import { t } from "#app/i18n/de/accounts.ts";
import { roleLabels } from "#app/i18n/de/vocabulary.ts";
import { logOutEverywhere } from "#app/services/accounts/log-out-everywhere.server.ts";
import { showAccount } from "#app/services/accounts/show-account.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ChoiceGroup } from "#app/ui/fields.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Facts } from "#app/ui/table.tsx";

export const meta: MetaFunction = () => [{ title: t("account") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  const { name, email, role, parliamentaryGroup } = user;
  return { name, email, role, parliamentaryGroup, theme: readTheme(request), ...showAccount(service) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const submission = parseWithZod(await request.formData(), { schema: AccountForm });
  if (submission.status !== "success") throw refusalResponse({ code: "invalid", fields: {} });
  if (submission.value.intent === "theme") {
    return redirectWithMessage("/konto", t("themeSaved"), "success", new Headers({ "Set-Cookie": themeCookie(submission.value.theme) }));
  }
  logOutEverywhere({ db: context.db, clock: context.clock, user });
  return redirectWithMessage("/anmelden", t("loggedOutEverywhere"), "success", new Headers({ "Set-Cookie": clearedSessionCookie() }));
}

export default function Account() {
  const { name, email, role, orgUnit, raterGroup, parliamentaryGroup, theme, sessionCount, idleMinutes } = useLoaderData<typeof loader>();
  return (
    <Page title={t("account")}>
      <Section title={t("ownData")} id="angaben" actions={<LinkButton to="/konto/passwort" icon="lock">{t("changePassword")}</LinkButton>}>
        <div className="form">
          <Facts
            facts={[
              { label: t("name"), value: name },
              { label: t("email"), value: email },
              { label: t("role"), value: roleLabels[role] },
              { label: t("orgUnit"), value: orgUnit ?? t("none") },
              { label: t("raterGroup"), value: raterGroup ?? t("none") },
              { label: t("parliamentaryGroup"), value: parliamentaryGroup ?? t("none") },
            ]}
          />
          <p className="muted">{t("ownDataNote")}</p>
        </div>
      </Section>
      <Section title={t("sessions")} id="anmeldungen">
        <Form method="post" className="form">
          <div>
            <p>{t("sessionCount", { count: sessionCount })}</p>
            <p className="muted">{t("sessionLimits", { minutes: idleMinutes })}</p>
          </div>
          <div className="form-actions">
            <Button name="intent" value="logOutEverywhere" icon="logout">
              {t("logOutEverywhere")}
            </Button>
          </div>
        </Form>
      </Section>
      <Section title={t("theme")} id="darstellung">
        {/* A full load: the colours belong to the whole document. */}
        <Form method="post" reloadDocument className="form">
          <ChoiceGroup
            type="radio"
            inline
            field={{ id: "theme", name: "theme" }}
            label={t("themeChoice")}
            hint={t("themeHint")}
            options={(["auto", "light", "dark"] as const).map((value) => ({ value, label: t(`themes.${value}`) }))}
            selected={[theme]}
          />
          <div className="form-actions">
            <Button name="intent" value="theme">
              {t("save")}
            </Button>
          </div>
        </Form>
      </Section>
    </Page>
  );
}
