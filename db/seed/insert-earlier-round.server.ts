import { createHash } from "node:crypto";
import { freezeRound } from "#app/domain/prioritisation/round-content.ts";
import { isRankable } from "#app/domain/prioritisation/rank-portfolio.ts";
import { loadPortfolio } from "#db/queries/portfolio.server.ts";
import { insertOverride } from "#db/queries/overrides.server.ts";
import { findRound, insertRound, loadRoundData, raterNames, roundContent, storePriorities, updateRound } from "#db/queries/rounds.server.ts";
import { storeEveryAnswer, takeEverybodyIn } from "./insert-ratings.server.ts";
import { earlierAnswer, earlierOverride, earlierRound } from "./musterstadt/earlier-round.ts";
import { changes } from "./musterstadt/history.ts";
import { portfolioAsOf } from "./portfolio-as-of.ts";
import type { SeedContext } from "./seed-context.server.ts";

/** A round as it went: opened, rated, one place given by hand, closed, adopted. Its measures are those that competed when it closed. */
export function insertEarlierRound(context: SeedContext): void {
  const { tx, daysAgo, audit } = context;
  const { title, question, openedDaysAgo, closedDaysAgo, adoptedDaysAgo } = earlierRound;
  const officer = context.users.get("lindner");
  const [openedAt, closedAt, adoptedAt] = [daysAgo(openedDaysAgo), daysAgo(closedDaysAgo), daysAgo(adoptedDaysAgo)];
  const measures = competingAt(context, openedAt, closedAt);
  const roundId = insertRound(tx, { title, question, disclosure: "byGroup", openedAt });
  takeEverybodyIn(tx, roundId);
  const event = { userId: officer, entity: "prioritisationRound", entityId: roundId };
  audit({ ...event, at: openedAt, action: "create", before: null, after: { title, question } });

  const competing = new Set(measures.map((measure) => measure.id));
  storeEveryAnswer(context, {
    roundId,
    ratedAt: (group) => daysAgo(group === "officer" ? earlierRound.ratedDaysAgo.officer : earlierRound.ratedDaysAgo.others),
    answerOf: (today, asked) => (competing.has(context.measures.get(asked.measure)) ? earlierAnswer(today, asked) : undefined),
  });

  const { measure, position, reason } = earlierOverride;
  const measureId = context.measures.get(measure);
  const decidedAt = daysAgo(earlierOverride.daysAgo);
  insertOverride(tx, { roundId, measureId }, { position, reason, userId: context.users.get(earlierOverride.by), decidedAt });
  audit({ at: decidedAt, userId: officer, action: "override", entity: "priorityOverride", entityId: measureId, before: null, after: { roundId, position, reason } });

  const meta = { title, question, disclosure: "byGroup" as const, openedAt, closedAt };
  const data = { ...loadRoundData(tx, roundId), measures };
  const content = freezeRound({ meta, data, names: raterNames(tx, roundId) });
  const contentHash = createHash("sha256").update(content, "utf8").digest("hex");
  updateRound(tx, roundId, findRound(tx, roundId)?.rowVersion ?? 1, { state: "closed", closedAt, content, contentHash });
  audit({ ...event, at: closedAt, action: "closeRound", before: { state: "open" }, after: { state: "closed", contentHash } });

  const adoptedNote = noteOf(adoptedAt);
  updateRound(tx, roundId, findRound(tx, roundId)?.rowVersion ?? 2, { state: "adopted", adoptedAt, adoptedNote });
  const entries = roundContent(tx, roundId)?.result.entries ?? [];
  storePriorities(tx, entries.map((entry) => ({ measureId: entry.measureId, roundId, position: entry.position, scoreTenths: entry.scoreTenths, overrideReason: entry.overrideReason ?? "" })));
  audit({ ...event, at: adoptedAt, action: "adoptRound", before: { state: "closed" }, after: { state: "adopted", adoptedNote } });
}

/** Collected when it opened, and not settled when it closed; with the deadlines of then. */
function competingAt(context: SeedContext, openedAt: string, closedAt: string) {
  const laterChanges = changes.filter((change) => context.daysAgo(change.daysAgo) > closedAt).sort((a, b) => a.daysAgo - b.daysAgo);
  const then = portfolioAsOf({ portfolio: loadPortfolio(context.tx), instant: closedAt, laterChanges, measureId: (key) => context.measures.get(key) });
  return then.measures.filter((measure) => measure.createdAt <= openedAt && measure.archivedAt === null && isRankable(measure)).map(({ id, title, deadline }) => ({ id, title, deadline }));
}

/** "Rat, 07.07.2026, Vorlage 2026/071" */
function noteOf(adoptedAt: string): string {
  const [year, month, day] = adoptedAt.slice(0, 10).split("-");
  return `${earlierRound.adoptedBy}, ${day}.${month}.${year}, Vorlage ${year}/${earlierRound.paperNumber}`;
}
