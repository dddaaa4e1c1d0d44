import { t } from "#app/i18n/de/prioritisation.ts";
import { Section } from "#app/ui/page.tsx";

/** Measures without a place, so that nobody takes "not rated" for "last". */
export function UnratedMeasures({ measures }: { measures: ReadonlyArray<{ measureId: number; title: string }> }) {
  if (measures.length === 0) return null;
  return (
    <Section title={t("ranking.unratedTitle")} id="ohne-platz">
      <p>{t("ranking.unratedIntro", { count: measures.length })}</p>
      <ul className="link-columns">
        {measures.map((measure) => (
          <li key={measure.measureId}>
            <a href={`/massnahmen/${measure.measureId}`}>{measure.title}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
