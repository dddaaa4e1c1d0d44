import { asc, eq } from "drizzle-orm";
import { defaultSettings, noChanges } from "#app/domain/planning/scenario.ts";
import { insertScenario, type ScenarioContent } from "#db/queries/scenarios.server.ts";
import { post } from "#db/schema/index.ts";
import { grantedPosts, lessMoney } from "./musterstadt/scenarios.ts";
import type { SeedContext } from "./seed-context.server.ts";

/** Two questions councils ask: fewer posts than asked for, and less money. Posts come first, since the scenario names them. */
export function insertScenarios({ tx, daysAgo, audit, users }: SeedContext): void {
  const at = daysAgo(4);
  const by = users.get("lindner");
  const requested = tx.select({ id: post.id }).from(post).where(eq(post.state, "requested")).orderBy(asc(post.id)).all();
  const { name, description, granted } = grantedPosts;
  const refused = requested.slice(granted).map(({ id }) => ({ postId: id, counted: false }));
  const contents: ScenarioContent[] = [
    { name, description, changes: { ...noChanges, posts: refused }, settings: defaultSettings },
    { ...lessMoney, settings: defaultSettings },
  ];
  for (const content of contents) {
    const id = insertScenario(tx, content, { at, by });
    audit({ at, userId: null, action: "seed", entity: "scenario", entityId: id, before: null, after: { name: content.name } });
  }
}
