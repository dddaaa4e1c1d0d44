import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { roles } from "#app/domain/permissions/permissions.ts";
import { glossary, keyboardHelp, roleHelp, t } from "#app/i18n/de/help.ts";
import { roleLabels } from "#app/i18n/de/vocabulary.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Card, Page, Section } from "#app/ui/page.tsx";
import { Facts } from "#app/ui/table.tsx";

export const meta: MetaFunction = () => [{ title: t("title") }];

/** For everybody, logged in or not; the own role comes first. */
export function loader({ context }: LoaderFunctionArgs) {
  return { role: context.user?.role ?? null };
}

export default function Help() {
  const { role } = useLoaderData<typeof loader>();
  const ordered = role === null ? roles : [role, ...roles.filter((other) => other !== role)];
  return (
    <Page title={t("title")} intro={t("intro")}>
      <Section title={t("roles")} id="rollen">
        <div className="card-grid">
          {ordered.map((each) => (
            <Card key={each}>
              <h3>
                {roleLabels[each]} {each === role && <Badge kind="info">{t("yourRole")}</Badge>}
              </h3>
              <ul>
                {roleHelp[each].map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </Card>
          ))}
        </div>
      </Section>
      <Section title={t("keyboard")} id="tastatur">
        <Facts facts={keyboardHelp.map(({ keys, effect }) => ({ label: keys, value: effect }))} />
      </Section>
      <Section title={t("glossary")} id="begriffe">
        <Facts facts={glossary.map(({ term, meaning }) => ({ label: term, value: meaning }))} />
      </Section>
      <Section title={t("contact")} id="fragen">
        <p>{t("contactText")}</p>
      </Section>
    </Page>
  );
}
