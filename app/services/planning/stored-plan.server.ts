import type { Db } from "#db/client.server.ts";
import { planRunContent, type PlanRunContent, type PlanRunRow } from "#db/queries/plan-runs.server.ts";
import { planView, type PlanView } from "./plan-view.server.ts";

export type StoredPlan = PlanRunContent & { readonly view: PlanView | null };

/** What a run that ended has found never changes; the few looked at last are kept. */
const KEPT = 4;
const keptPerConnection = new WeakMap<Db, Map<number, StoredPlan>>();

/** The frozen input and plan of a run, and the plan as pages show it. */
export function storedPlan(db: Db, { id, state }: Pick<PlanRunRow, "id" | "state">): StoredPlan {
  const kept = keptPerConnection.get(db) ?? new Map<number, StoredPlan>();
  keptPerConnection.set(db, kept);
  const known = kept.get(id);
  if (known !== undefined) return known;
  const content = planRunContent(db, id);
  if (content === null) throw new Error(`run ${id} was there a moment ago`);
  const stored = { ...content, view: content.plan === null ? null : planView(content, content.plan) };
  if (state !== "running") {
    const [oldest] = kept.keys();
    if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(id, stored);
  }
  return stored;
}
