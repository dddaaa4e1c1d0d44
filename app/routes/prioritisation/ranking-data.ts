import type { showRanking } from "#app/services/prioritisation/show-ranking.server.ts";

/** What the ranking page and its parts show. */
export type RankingData = Extract<ReturnType<typeof showRanking>, { ok: true }>["value"];
export type Entry = RankingData["entries"][number];
export type Explained = NonNullable<RankingData["explained"]>;
