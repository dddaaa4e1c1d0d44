import { LEGEND_LINE_HEIGHT, SWATCH_WIDTH } from "#app/charts/layout/timeline-legend.ts";
import { pagePalette } from "#app/charts/svg/timeline-palette.ts";
import { swatchKinds, TimelineSwatch } from "#app/charts/svg/timeline-swatch.tsx";
import { heatWords, words } from "#app/i18n/de/timeline-picture.ts";

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
      {(["low", "middle", "high", "over", "open"] as const).map((level) => (
        <li key={level}>
          <svg width={SWATCH_WIDTH} height={LEGEND_LINE_HEIGHT} viewBox={`0 0 ${SWATCH_WIDTH} ${LEGEND_LINE_HEIGHT}`} aria-hidden="true">
            <path className={`heat-${level}`} d="M2 3h30v14h-30Z" />
            {level === "over" && <path className="heat-hatch" d="M4 17l12 -14M14 17l12 -14M24 17l8 -9M2 9l5 -6" strokeWidth={1.6} />}
          </svg>
          {heatWords.level[level]}
        </li>
      ))}
    </ul>
  );
}
