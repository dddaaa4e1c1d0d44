import type { TrafficLight } from "#app/domain/measures/vocabulary.ts";
import { trafficLightShortLabels } from "#app/i18n/de/vocabulary.ts";
import { UNKNOWN } from "#app/i18n/format.ts";
import { Badge } from "#app/ui/badge.tsx";

const look = {
  green: { kind: "success", icon: "check" },
  yellow: { kind: "warning", icon: "warning" },
  red: { kind: "danger", icon: "danger" },
} as const;

/** Colour, sign and word; never colour alone. */
export function LightBadge({ light, label }: { light: TrafficLight | null; label?: string }) {
  if (light === null) return UNKNOWN;
  return <Badge {...look[light]}>{label ?? trafficLightShortLabels[light]}</Badge>;
}
