import { can } from "#app/domain/permissions/permissions.ts";
import { forbidden, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import type { Db } from "#db/client.server.ts";
import { findTitles, listMeasureHistory, loadChoices, type Choices, type HistoryEvent } from "#db/queries/measure-lookups.server.ts";

const MOST = 500;

export type MeasureHistory = { readonly title: string; readonly events: readonly HistoryEvent[]; readonly names: HistoryNames };
/** Names of what a change may refer to, by id as text. */
export type HistoryNames = Readonly<Record<keyof Choices, Readonly<Record<string, string>>>>;

/** Who changed what about a measure, newest first. */
export function showHistory({ db, user }: ServiceContext, measureId: number): Result<MeasureHistory> {
  if (!can(user, "plan:read") || !can(user, "history:read")) return forbidden();
  const title = findTitles(db, [measureId]).get(measureId);
  if (title === undefined) return missing();
  return ok({ title, events: listMeasureHistory(db, measureId, MOST), names: historyNames(db) });
}

export function historyNames(db: Db): HistoryNames {
  const choices = loadChoices(db);
  const byId = (rows: ReadonlyArray<{ id: number; name: string }>) => Object.fromEntries(rows.map((row) => [String(row.id), row.name]));
  return { units: byId(choices.units), actionFields: byId(choices.actionFields), goals: byId(choices.goals), teams: byId(choices.teams) };
}
