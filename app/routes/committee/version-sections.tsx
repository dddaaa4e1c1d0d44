import type { ReactNode } from "react";
import { t } from "#app/i18n/de/committee.ts";
import type { VersionPage } from "#app/services/committee/show-version.server.ts";
import { Section } from "#app/ui/page.tsx";
import { VersionTable } from "./version-table.tsx";

type PageSection = NonNullable<VersionPage["body"]>["sections"][number];
type Block = PageSection["blocks"][number];
type Picture = NonNullable<VersionPage["body"]>["timeline"];
type Surroundings = { readonly versionId: number; readonly commentCounts: VersionPage["commentCounts"]; readonly picture: Picture };

export function VersionSection({ section, ...surroundings }: { section: PageSection } & Surroundings) {
  return (
    <Section title={section.title} id={section.id}>
      <div className="prose version-section">
        {section.blocks.map((block, index) => (
          <VersionBlock key={`${section.id}-${index}`} block={block} {...surroundings} />
        ))}
      </div>
    </Section>
  );
}

function VersionBlock({ block, versionId, commentCounts, picture }: { block: Block } & Surroundings) {
  switch (block.kind) {
    case "paragraph":
      return <p className="muted">{block.text}</p>;
    case "figures":
      return (
        <ul className="key-figures version-figures">
          {block.figures.map((figure) => (
            <li key={figure.label} className="key-figure">
              <div className="key-figure__label">{figure.label}</div>
              <div className="key-figure__value">{figure.value}</div>
              {figure.note !== "" && <div className="key-figure__label">{figure.note}</div>}
            </li>
          ))}
        </ul>
      );
    case "list":
      return (
        <>
          <p className="muted">{block.intro}</p>
          {block.items.length > 0 && (
            <ul className="statements">
              {block.items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          )}
        </>
      );
    case "groups":
      return block.groups.map((group) => (
        <Group key={group.code} title={group.title} count={group.items.length} folded={group.items.length > ITEMS_SHOWN}>
          <ul className="statements">
            {group.items.map((item, index) => (
              <li key={`${group.code}-${index}`}>
                {item.text}
                {item.measureId !== null && (
                  <>
                    {" "}
                    <MeasureLink versionId={versionId} measureId={item.measureId} label={t("version.openMeasure")} context={item.text} />
                  </>
                )}
              </li>
            ))}
          </ul>
        </Group>
      ));
    case "timeline":
      return (
        <div className="timeline-picture" role="region" aria-label={t("version.timelineRegion")} tabIndex={0}>
          <img src={`/ausschuss/fassungen/${versionId}/zeitplan.svg`} width={picture.width} height={picture.height} alt={picture.alternative} loading="lazy" />
        </div>
      );
    case "table":
      return <VersionTable table={block} versionId={versionId} />;
    case "measures":
      return block.groups.map((group) => (
        <Group key={group.name} title={group.name} count={group.measures.length} folded={countOf(block.groups) > MEASURES_SHOWN}>
          <ul className="version-measures">
            {group.measures.map((measure) => (
              <li key={measure.measureId}>
                <a href={`/ausschuss/fassungen/${versionId}/massnahmen/${measure.measureId}`}>{measure.title}</a>
                {(commentCounts[measure.measureId] ?? 0) > 0 && <span className="small muted"> {t("version.commentCount", { count: commentCounts[measure.measureId] ?? 0 })}</span>}
                {measure.summary !== "" && <p>{measure.summary}</p>}
                <p className="small muted">{measure.facts.join(" · ")}</p>
              </li>
            ))}
          </ul>
        </Group>
      ));
  }
}

/** More than this stands behind a disclosure, so that the version of a big plan can be read in one go. */
const ITEMS_SHOWN = 25;
const MEASURES_SHOWN = 100;
const countOf = (groups: ReadonlyArray<{ readonly measures: readonly unknown[] }>): number => groups.reduce((sum, group) => sum + group.measures.length, 0);

function Group({ title, count, folded, children }: { title: string; count: number; folded: boolean; children: ReactNode }) {
  if (!folded) {
    return (
      <div>
        <h3>{title}</h3>
        {children}
      </div>
    );
  }
  return (
    <details className="disclosure">
      <summary>{t("version.group", { title, count })}</summary>
      {children}
    </details>
  );
}

/** "Öffnen" alone would say nothing to a screen reader that reads only the links. */
function MeasureLink({ versionId, measureId, label, context }: { versionId: number; measureId: number; label: string; context: string }) {
  return (
    <a href={`/ausschuss/fassungen/${versionId}/massnahmen/${measureId}`} className="small">
      {label}
      <span className="visually-hidden">: {context}</span>
    </a>
  );
}
