import { LEGEND_LINE_HEIGHT, SWATCH_WIDTH } from "#app/charts/layout/timeline-legend.ts";
import { pagePalette } from "#app/charts/svg/timeline-palette.ts";
import { swatchKinds, TimelineSwatch } from "#app/charts/svg/timeline-swatch.tsx";
import { words } from "#app/i18n/de/timeline-picture.ts";

export function TimelineLegend() {
  return (
    <ul className="timeline-legend">
      {swatchKinds.map((kind) => (
        <li key={kind}>
          <svg width={SWATCH_WIDTH} height={LEGEND_LINE_HEIGHT} viewBox={`0 0 ${SWATCH_WIDTH} ${LEGEND_LINE_HEIGHT}`} aria-hidden="true">
            <TimelineSwatch kind={kind} palette={pagePalette} />
          </svg>
          {words.legend[kind]}
        </li>
      ))}
    </ul>
  );
}
