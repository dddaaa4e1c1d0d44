import { plainDate } from "#app/domain/calendar/plain-date.ts";
import type { Clock } from "#app/services/service-context.server.ts";

const germanDay = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin", year: "numeric", month: "2-digit", day: "2-digit" });

/** The calendar day in Germany of an instant; the server's own time zone does not matter. */
export const germanDayOf = (instant: Date) => plainDate(germanDay.format(instant));

export const systemClock: Clock = { now: () => new Date().toISOString(), today: () => germanDayOf(new Date()) };
