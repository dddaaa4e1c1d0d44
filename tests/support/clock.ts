import { germanDayOf } from "#app/http/clock.server.ts";
import type { Clock } from "#app/services/service-context.server.ts";

/** A clock that stands still until it is moved. */
export function movableClock(start = "2026-11-23T09:00:00.000Z"): Clock & { advance: (minutes: number) => void } {
  let instant = Date.parse(start);
  return {
    now: () => new Date(instant).toISOString(),
    today: () => germanDayOf(new Date(instant)),
    advance: (minutes) => {
      instant += Math.round(minutes * 60_000);
    },
  };
}
