import type { Cents } from "#app/domain/money/cents.ts";
import { ok, refuse, type FieldProblem, type Refusal, type Result } from "#app/domain/result.ts";
import type { BallotProject, CastBallot, Election, VoteType } from "./election.ts";

type Invalid = Extract<Refusal, { code: "invalid" }>;
export type ProposedProject = { readonly id: string; readonly costCents: Cents | null };

/** What a ballot is checked against; `pointsPerVoter` counts for points only. */
export type BallotPaper = {
  readonly voteType: VoteType;
  readonly projects: readonly { readonly id: string }[];
  readonly pointsPerVoter: number;
};

/**
 * One member's ballot. Fields are project ids, "" is the whole ballot.
 * Codes: `unknownProject`; `negative`; `notWhole` (points are whole numbers); `onlyOnce` (an approval is 1 or nothing);
 * `tooManyPoints` with `spent` and `limit` for the whole ballot.
 */
export function checkBallot(paper: BallotPaper, ballot: CastBallot): Result<CastBallot, Invalid> {
  const known = new Set(paper.projects.map((project) => project.id));
  const problems = new Map<string, FieldProblem[]>();
  const add = (field: string, problem: FieldProblem) => problems.set(field, [...(problems.get(field) ?? []), problem]);
  let spent = 0;
  for (const [projectId, strength] of ballot.support) {
    if (!known.has(projectId)) add(projectId, { code: "unknownProject" });
    if (strength < 0) add(projectId, { code: "negative" });
    else if (!Number.isSafeInteger(strength)) add(projectId, { code: "notWhole" });
    else if (paper.voteType === "approval" && strength > 1) add(projectId, { code: "onlyOnce" });
    else spent += strength;
  }
  if (paper.voteType === "points" && spent > paper.pointsPerVoter) add("", { code: "tooManyPoints", values: { spent, limit: paper.pointsPerVoter } });
  return problems.size === 0 ? ok(ballot) : refuse({ code: "invalid", fields: Object.fromEntries(problems) });
}

/**
 * What may stand on a ballot. Fields are project ids, and `budget`, "" for the whole.
 * Codes: `costUnknown` (unknown is not zero), `costNegative`, `twice`, `noProjects`; `negative` for the budget.
 */
export function checkProjects(projects: readonly ProposedProject[], budgetCents: Cents): Result<readonly BallotProject[], Invalid> {
  const problems = new Map<string, FieldProblem[]>();
  const add = (field: string, code: string) => problems.set(field, [...(problems.get(field) ?? []), { code }]);
  const checked: BallotProject[] = [];
  const seen = new Set<string>();
  for (const { id, costCents } of projects) {
    if (seen.has(id)) add(id, "twice");
    seen.add(id);
    if (costCents === null) add(id, "costUnknown");
    else if (costCents < 0) add(id, "costNegative");
    else checked.push({ id, costCents });
  }
  if (projects.length === 0) add("", "noProjects");
  if (budgetCents < 0) add("budget", "negative");
  return problems.size === 0 ? ok(checked) : refuse({ code: "invalid", fields: Object.fromEntries(problems) });
}

/** The whole election at once; ballots report as `ballots.<position>` so that a message names no voter. Adds `votedTwice`. */
export function checkElection({
  projects,
  pointsPerVoter,
  ...election
}: Omit<Election, "projects"> & { readonly projects: readonly ProposedProject[]; readonly pointsPerVoter: number }): Result<Election, Invalid> {
  const checked = checkProjects(projects, election.budgetCents);
  if (!checked.ok) return checked;
  const fields: Record<string, readonly FieldProblem[]> = {};
  const voters = new Set<string>();
  for (const [index, ballot] of election.ballots.entries()) {
    const found: FieldProblem[] = voters.has(ballot.voterId) ? [{ code: "votedTwice" }] : [];
    voters.add(ballot.voterId);
    const result = checkBallot({ voteType: election.voteType, projects, pointsPerVoter }, ballot);
    if (!result.ok) found.push(...Object.values(result.refusal.fields).flat());
    if (found.length > 0) fields[`ballots.${index}`] = found;
  }
  return Object.keys(fields).length === 0 ? ok({ ...election, projects: checked.value }) : refuse({ code: "invalid", fields });
}
