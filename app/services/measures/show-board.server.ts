import { can } from "#app/domain/permissions/permissions.ts";
import { measureStatuses, type MeasureStatus } from "#app/domain/measures/vocabulary.ts";
import { forbidden, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { unitWithDescendants } from "#db/queries/accounts.server.ts";
import { listBoardCards, loadActionFieldChoices, loadUnitChoices, type BoardCard } from "#db/queries/measure-lookups.server.ts";

/** A column shows so many cards; the rest is in the list. */
export const CARDS_PER_COLUMN = 25;

export type Board = {
  readonly columns: ReadonlyArray<{ readonly status: MeasureStatus; readonly count: number; readonly cards: ReadonlyArray<BoardCard & { readonly mayMove: boolean }> }>;
  readonly actionFields: ReadonlyArray<{ readonly id: number; readonly name: string }>;
  readonly units: ReadonlyArray<{ readonly id: number; readonly name: string }>;
};

/** The living measures by status. */
export function showBoard({ db, user }: ServiceContext, filter: { readonly actionFieldId: number | null; readonly leadUnitId: number | null }): Result<Board> {
  if (!can(user, "plan:read")) return forbidden();
  const leadUnitIds = filter.leadUnitId === null ? null : unitWithDescendants(db, filter.leadUnitId);
  const cards = listBoardCards(db, { actionFieldId: filter.actionFieldId, leadUnitIds });
  return ok({
    columns: measureStatuses.map((status) => {
      const all = cards.filter((card) => card.status === status);
      return { status, count: all.length, cards: all.slice(0, CARDS_PER_COLUMN).map((card) => ({ ...card, mayMove: can(user, "measure:edit", card) })) };
    }),
    actionFields: loadActionFieldChoices(db).flatMap(({ id, name, archived }) => (archived ? [] : [{ id, name }])),
    units: loadUnitChoices(db).flatMap(({ id, shortName, archived }) => (archived ? [] : [{ id, name: shortName }])),
  });
}
