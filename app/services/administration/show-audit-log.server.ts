import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { forbidden, ok } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { listAuditEntities, listAuditEvents, listUserRows } from "#db/queries/administration.server.ts";

const PAGE_SIZE = 50;

export type AuditLogFilter = { readonly entity: string | null; readonly userId: number | null; readonly day: PlainDate | null; readonly page: number };

/** Midnight in Germany is 22 or 23 o'clock UTC of the day before, by the season; asked of the time zone data. */
function startOfGermanDay(day: string): string {
  const offset = new Intl.DateTimeFormat("en", { timeZone: "Europe/Berlin", timeZoneName: "longOffset" }).formatToParts(new Date(`${day}T00:00:00Z`));
  const hours = /GMT\+(\d\d)/.exec(offset.find((part) => part.type === "timeZoneName")?.value ?? "")?.[1] ?? "01";
  return new Date(`${day}T00:00:00.000+${hours}:00`).toISOString();
}
const nextDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

const parse = (json: string | null): Record<string, unknown> => (json === null ? {} : (JSON.parse(json) as Record<string, unknown>));

/** Who changed what and when, the latest first, with the values as they were logged. What happened to accounts is shown to those who manage them. */
export function showAuditLog({ db, user }: ServiceContext, { entity, userId, day, page }: AuditLogFilter) {
  if (!can(user, "organisation:edit")) return forbidden();
  const withoutUsers = !can(user, "user:manage");
  const range = { from: day === null ? null : startOfGermanDay(day), before: day === null ? null : startOfGermanDay(nextDay(day)) };
  const { total, events } = listAuditEvents(db, { entity, userId, ...range, withoutUsers }, { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE });
  return ok({
    total,
    pageCount: Math.max(1, Math.ceil(total / PAGE_SIZE)),
    events: events.map(({ before, after, ...event }) => {
      const [old, next] = [parse(before), parse(after)];
      const fields = [...new Set([...Object.keys(old), ...Object.keys(next)])];
      return { ...event, changes: fields.map((field) => ({ field, before: old[field] ?? null, after: next[field] ?? null })) };
    }),
    entities: listAuditEntities(db).filter((name) => !(withoutUsers && name === "user")),
    users: listUserRows(db).map((row) => ({ id: row.user.id, name: row.user.name })),
  });
}
