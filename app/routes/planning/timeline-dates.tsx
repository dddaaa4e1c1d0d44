import { markText } from "#app/charts/svg/timeline-texts.ts";
import type { TimelineMark } from "#app/domain/planning/timeline-entry.ts";
import { words } from "#app/i18n/de/timeline-picture.ts";
import { Section } from "#app/ui/page.tsx";

/** Measures that a line is about are named up to here; beyond, the line's words must do. */
const MOST_NAMED = 5;

type DatesProps = { readonly marks: readonly TimelineMark[]; readonly titleOf?: (id: number) => string | undefined };

/** What the lines across the picture stand for, since their words do not all fit into the axis. */
export function TimelineDates({ marks, titleOf = () => undefined }: DatesProps) {
  if (marks.length === 0) return null;
  return (
    <Section title={words.dates} id="termine">
      <ul className="timeline-dates">
        {marks.map((mark, index) => (
          <li key={index}>
            {markText(mark)}
            <MarkMeasures ids={mark.measureIds.length > MOST_NAMED ? [] : mark.measureIds} titleOf={titleOf} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function MarkMeasures({ ids, titleOf }: { readonly ids: readonly number[]; readonly titleOf: (id: number) => string | undefined }) {
  const named = ids.flatMap((id) => {
    const title = titleOf(id);
    return title === undefined ? [] : [{ id, title }];
  });
  return named.map(({ id, title }, index) => (
    <span key={id}>
      {index === 0 ? " – " : ", "}
      <a href={`/massnahmen/${id}`}>{title}</a>
    </span>
  ));
}
