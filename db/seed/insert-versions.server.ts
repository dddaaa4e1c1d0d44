import { createHash } from "node:crypto";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { freezeSnapshot } from "#app/domain/committee/snapshot.ts";
import type { Portfolio } from "#app/domain/portfolio/portfolio.ts";
import { loadPortfolio, loadStaffPlanSources } from "#db/queries/portfolio.server.ts";
import * as schema from "#db/schema/index.ts";
import { comments, committee, versions, type SeedVersion } from "./musterstadt/committee.ts";
import { changes, earlierAmounts } from "./musterstadt/history.ts";
import { portfolioAsOf } from "./portfolio-as-of.ts";
import type { SeedContext } from "./seed-context.server.ts";

/** Two frozen versions as they would have been made back then, handed to the committee, and what was said about them. */
export function insertVersions(context: SeedContext): void {
  const { tx, daysAgo } = context;
  const living = loadPortfolio(tx);
  const frozenBy = context.users.get("lindner");
  const snapshotIds: number[] = [];
  versions.forEach((version, index) => {
    const frozenAt = daysAgo(version.frozenDaysAgo);
    const portfolio = index === 0 ? firstDraft(context, asOf(context, living, version)) : asOf(context, living, version);
    const content = freezeSnapshot({
      meta: {
        number: index + 1,
        title: version.title,
        note: version.note,
        municipality: living.municipality.name,
        frozenAt,
        frozenBy: "Jana Lindner",
        today: plainDate(frozenAt.slice(0, 10)),
        programVersion: "0.1.0",
      },
      portfolio,
      // The staff plan was entered between the two.
      staffPlan: index === 0 ? null : loadStaffPlanSources(tx),
    });
    const sha256 = createHash("sha256").update(content, "utf8").digest("hex");
    const row = { number: index + 1, title: version.title, note: version.note, frozenAt, frozenBy, previousSnapshotId: snapshotIds.at(-1) ?? null, content, sha256 };
    const { id } = tx.insert(schema.snapshot).values(row).returning({ id: schema.snapshot.id }).get();
    snapshotIds.push(id);
    context.audit({ at: frozenAt, userId: frozenBy, action: "freeze", entity: "snapshot", entityId: id, before: null, after: { number: row.number, title: row.title, sha256 } });
    submit(context, version, id);
  });
  insertComments(context, snapshotIds);
}

function asOf(context: SeedContext, portfolio: Portfolio, version: SeedVersion): Portfolio {
  const laterChanges = changes.filter((change) => change.daysAgo < version.frozenDaysAgo).sort((a, b) => a.daysAgo - b.daysAgo);
  return portfolioAsOf({ portfolio, instant: context.daysAgo(version.frozenDaysAgo), laterChanges, measureId: (key) => context.measures.get(key) });
}

/** Other amounts; the first round was open, and nobody but the digital officers had rated in it. */
function firstDraft(context: SeedContext, portfolio: Portfolio): Portfolio {
  const officer = context.groups.get("officer");
  const amounts = earlierAmounts.map((each) => ({ ...each, measureId: context.measures.get(each.measure) }));
  return {
    ...portfolio,
    ratings: portfolio.ratings.filter((rating) => rating.raterGroupId === officer),
    overrides: [],
    round: portfolio.round && { ...portfolio.round, state: "open", adoptedAt: null, adoptedNote: "", places: null },
    measures: portfolio.measures.map((measure) => ({
      ...measure,
      costItems: measure.costItems.map((item) => {
        const earlier = amounts.find((each) => each.measureId === measure.id && each.title === item.title);
        return earlier === undefined ? item : { ...item, amountCents: earlier.amount };
      }),
    })),
  };
}

function submit(context: SeedContext, version: SeedVersion, snapshotId: number): void {
  const submittedBy = context.users.get("lindner");
  const row = { snapshotId, committee, meetingDate: plainDate(version.meetingDate), submittedAt: context.daysAgo(version.submittedDaysAgo), submittedBy };
  const { id } = context.tx.insert(schema.submission).values(row).returning().get();
  context.audit({ at: row.submittedAt, userId: submittedBy, action: "submit", entity: "submission", entityId: id, before: null, after: { snapshotId, committee } });
}

function insertComments(context: SeedContext, snapshotIds: readonly number[]): void {
  const commentIds = new Map<string, number>();
  for (const { version, key, measure, by, daysAgo, text, answers } of comments) {
    const snapshotId = snapshotIds[version - 1];
    if (snapshotId === undefined) throw new Error(`comment ${key} names a version that does not exist`);
    const parentId = answers === undefined ? null : (commentIds.get(answers) ?? null);
    const authorId = context.users.get(by);
    const row = { snapshotId, measureId: measure === null ? null : context.measures.get(measure), parentId, authorId, text, writtenAt: context.daysAgo(daysAgo) };
    const { id } = context.tx.insert(schema.comment).values(row).returning().get();
    commentIds.set(key, id);
    context.audit({ at: row.writtenAt, userId: authorId, action: parentId === null ? "comment" : "answer", entity: "comment", entityId: id, before: null, after: { snapshotId } });
  }
}
