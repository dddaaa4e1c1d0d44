import type { TrafficLight } from "#app/domain/measures/vocabulary.ts";
import { trafficLightShortLabels } from "#app/i18n/de/vocabulary.ts";
import { UNKNOWN } from "#app/i18n/format.ts";

/** Colour, sign and word; never colour alone. The sign comes from the style sheet, which keeps long lists small. */
export function LightBadge({ light, label }: { light: TrafficLight | null; label?: string }) {
  if (light === null) return UNKNOWN;
  return <span className={`badge light light--${light}`}>{label ?? trafficLightShortLabels[light]}</span>;
}
