import { can } from "#app/domain/permissions/permissions.ts";
import { checkBallot } from "#app/domain/prioritisation/ballot/check-election.ts";
import { forbidden, invalid, missing, ok, refuse, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { markVoted, mixInPaper, storeNamedPaper, writeWithoutTrace } from "#db/queries/ballot-papers.server.ts";
import { ballotItems, ballotsOfUser, findBallot, type BallotRow } from "#db/queries/ballots.server.ts";

/** Points by measure; an approval is one point. What is not named has none, and an empty paper is an abstention. */
export type VoteCommand = { readonly ballotId: number; readonly choices: ReadonlyMap<number, number> };

/** Whether the vote could be cast, without casting it: for the page that asks once more. */
export const checkVote = ({ db, user }: ServiceContext, command: VoteCommand): Result<BallotRow> => judge(db, user, command);

/**
 * Casts the acting user's vote. In a secret ballot once and for good; in an open one the latest vote before closing counts.
 * The audit entry says that somebody voted, never what, and names no paper.
 */
export function castVote({ db, clock, user }: ServiceContext, command: VoteCommand): Result<{ isSecret: boolean }> {
  return writeWithoutTrace(db, (tx) => {
    const judged = judge(tx, user, command);
    if (!judged.ok) return judged;
    const { id: ballotId, isSecret } = judged.value;
    const choices = new Map([...command.choices].filter(([, points]) => points > 0));
    const isFirst = markVoted(tx, ballotId, user.id);
    if (isSecret) {
      if (!isFirst) return invalid("", "alreadyVoted");
      mixInPaper(tx, ballotId, choices);
    } else {
      storeNamedPaper(tx, ballotId, user.id, choices);
    }
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "vote", entity: "ballot", entityId: ballotId, before: null, after: null });
    return ok({ isSecret });
  });
}

function judge(db: DbOrTx, user: ServiceContext["user"], { ballotId, choices }: VoteCommand): Result<BallotRow> {
  if (!can(user, "ballot:vote")) return forbidden();
  const ballot = findBallot(db, ballotId);
  if (ballot === null) return missing();
  const own = ballotsOfUser(db, user.id).get(ballotId);
  if (own === undefined) return forbidden();
  if (ballot.state !== "open") return invalid("", "closed");
  if (ballot.isSecret && own.hasVoted) return invalid("", "alreadyVoted");
  const projects = ballotItems(db, ballotId).map(({ measureId }) => ({ id: String(measureId) }));
  const support = new Map([...choices].map(([measureId, points]) => [String(measureId), points]));
  const checked = checkBallot({ voteType: ballot.kind, projects, pointsPerVoter: ballot.pointsPerMember ?? 0 }, { voterId: "", support });
  if (checked.ok) return ok(ballot);
  return refuse({ ...checked.refusal, fields: Object.fromEntries(Object.entries(checked.refusal.fields).map(([id, problems]) => [id === "" ? "points" : `points.m${id}`, problems])) });
}
