import { can } from "#app/domain/permissions/permissions.ts";
import { readResult } from "#app/domain/prioritisation/ballot/ballot-result.ts";
import { forbidden, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { measureSummaries } from "#db/queries/ballot-measures.server.ts";
import { findNamedPaper } from "#db/queries/ballot-papers.server.ts";
import { ballotItems, ballotMembers, ballotsOfUser, findBallot, findResultText } from "#db/queries/ballots.server.ts";

/** One ballot for the officer or for a member of it: the paper, the turnout, one's own part in it, and the result once it is closed. */
export function showBallot({ db, user }: ServiceContext, ballotId: number): Result<BallotView> {
  const mayManage = can(user, "ballot:manage");
  if (!mayManage && !can(user, "ballot:vote")) return forbidden();
  const ballot = findBallot(db, ballotId);
  if (ballot === null) return missing();
  const own = can(user, "ballot:vote") ? ballotsOfUser(db, user.id).get(ballotId) : undefined;
  if (!mayManage && own === undefined) return forbidden();
  return ok(viewOf({ db, user }, ballot, own, mayManage));
}

export type BallotView = ReturnType<typeof viewOf>;

function viewOf({ db, user }: Pick<ServiceContext, "db" | "user">, ballot: NonNullable<ReturnType<typeof findBallot>>, own: { readonly hasVoted: boolean } | undefined, mayManage: boolean) {
  const items = ballotItems(db, ballot.id);
  const summaries = measureSummaries(db, items.map((item) => item.measureId));
  const members = ballotMembers(db, ballot.id);
  const hasVoted = own?.hasVoted ?? null;
  const chosen = own === undefined || ballot.isSecret ? null : findNamedPaper(db, ballot.id, user.id);
  return {
    ballot,
    items: items.map((item) => ({ ...item, summary: summaries.get(item.measureId) ?? "" })),
    memberCount: members.length,
    votedCount: members.filter((member) => member.hasVoted).length,
    /** Names for the officer while the ballot is drawn up; who has voted is not shown to anybody. */
    memberNames: mayManage ? members.map((member) => member.name) : [],
    /** Null for whoever has no vote in it. */
    hasVoted,
    mayVote: ballot.state === "open" && hasVoted !== null && !(ballot.isSecret && hasVoted),
    /** What oneself chose in an open ballot. */
    ownChoices: chosen === null ? [] : [...chosen].map(([measureId, points]) => ({ measureId, points })),
    mayManage,
    canReadPlan: can(user, "plan:read"),
    result: ballot.state === "closed" ? shownResult(findResultText(db, ballot.id) ?? "") : null,
  };
}

/** Single papers of a secret ballot leave the database for nobody: who knows part of a paper could recognise the rest. */
function shownResult(text: string) {
  const result = readResult(text);
  return result.isSecret ? { ...result, papers: [] } : result;
}
