import { can } from "#app/domain/permissions/permissions.ts";
import type { PlanMoveKind } from "#app/domain/planning/plan-move.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { topOf } from "./step-back.server.ts";

export type ShownStep = { readonly moveId: number; readonly title: string; readonly kind: PlanMoveKind; readonly count: number };
export type ShownMoveHistory = { readonly undo: ShownStep | null; readonly redo: ShownStep | null };

/** What this person can take back and make again; null for those who move nothing. */
export function showMoveHistory({ db, user }: Pick<ServiceContext, "db" | "user">): ShownMoveHistory | null {
  if (!can(user, "plan:edit")) return null;
  const shown = (move: ReturnType<typeof topOf>): ShownStep | null => (move === null ? null : { moveId: move.id, title: move.title, kind: move.kind, count: move.changes.length });
  return { undo: shown(topOf(db, user.id, "undo")), redo: shown(topOf(db, user.id, "redo")) };
}
