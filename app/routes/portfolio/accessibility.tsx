import type { MetaFunction } from "@remix-run/node";
import { accessibilityStatement, t } from "#app/i18n/de/help.ts";
import { Page, Section } from "#app/ui/page.tsx";

export const meta: MetaFunction = () => [{ title: t("accessibilityTitle") }];

/** For everybody, logged in or not. */
export default function Accessibility() {
  return (
    <Page title={t("accessibilityTitle")} intro={t("accessibilityIntro")}>
      {accessibilityStatement.map(({ id, title, paragraphs }) => (
        <Section key={id} title={title} id={id}>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </Section>
      ))}
    </Page>
  );
}
