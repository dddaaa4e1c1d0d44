import { t } from "#app/i18n/de/ranking-methods.ts";
import { Section } from "#app/ui/page.tsx";
import type { MethodsData } from "./methods-data.ts";

type Named = MethodsData["costUnknown"];

/** By name: measures without known cost or effort, so that nobody takes "no place" for "last". */
export function MethodGaps({ methods: { costUnknown, sizeUnknown, unratedCount } }: { methods: MethodsData }) {
  if (costUnknown.length + sizeUnknown.length + unratedCount === 0) return null;
  return (
    <Section title={t("unknownTitle")} id="unbekannt">
      <p>{t("unknownIntro")}</p>
      <Names summary={t("costUnknown", { count: costUnknown.length })} measures={costUnknown} />
      <Names summary={t("sizeUnknown", { count: sizeUnknown.length })} measures={sizeUnknown} />
      {unratedCount > 0 && <p className="table-note">{t("unrated", { count: unratedCount })}</p>}
    </Section>
  );
}

function Names({ summary, measures }: { summary: string; measures: Named }) {
  if (measures.length === 0) return null;
  return (
    <details className="methods__gap">
      <summary>{summary}</summary>
      <ul className="link-columns">
        {measures.map(({ measureId, title }) => (
          <li key={measureId}>
            <a href={`/massnahmen/${measureId}`}>{title}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}
