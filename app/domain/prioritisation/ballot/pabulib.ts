import { cents } from "#app/domain/money/cents.ts";
import { ok, type Result } from "#app/domain/result.ts";
import type { BallotProject, BallotRule, Election } from "./election.ts";
import { broken, type Invalid } from "./pabulib-problem.ts";
import { readPabulibRows, type PabulibRow } from "./pabulib-rows.ts";
import { readPabulibRule } from "./pabulib-rule.ts";
import { readDecimal, readSupport, type PabulibVoteType } from "./pabulib-votes.ts";

/**
 * An election file of the Participatory Budgeting Library (pabulib.org; Faliszewski et al. 2023), read to be counted anew:
 * the columns `votes`, `score` and `selected` are not used. Text in, election and rule out; the first fault found is the answer.
 *
 * Amounts are in cents of the file's currency. `choose-1` is approval; `ordinal` counts by Borda (`max_length` points for the
 * first, one less for each further), `cumulative` and `scoring` by points. A project whose cost is 999999999 was withdrawn.
 * The numbers of projects and votes must be those of META, so that a file cut short is not counted. Limits of a vote
 * (`max_length`, `max_sum_points`) are not checked: what a city has counted, counts.
 */
export type PabulibElection = { readonly election: Election; readonly rule: BallotRule };

const WITHDRAWN_COST_CENTS = 99_999_999_900;
const VOTE_TYPES: readonly PabulibVoteType[] = ["approval", "choose-1", "ordinal", "cumulative", "scoring"];

/** Codes besides those of the rows and of the rule: `notANumber`, `negative`, `idMissing`, `twice`, `unknownProject`, `pointsMismatch`, `unknownVoteType`, `countWrong`. */
export function readPabulib(text: string): Result<PabulibElection, Invalid> {
  const rows = readPabulibRows(text);
  if (!rows.ok) return rows;
  const meta = new Map(rows.value.meta.map(({ cells }) => [(cells.key ?? "").toLowerCase(), cells.value ?? ""]));
  const rule = readPabulibRule(meta);
  if (!rule.ok) return rule;
  const typeName = (meta.get("vote_type") ?? "").toLowerCase();
  const voteType = VOTE_TYPES.find((name) => name === typeName);
  if (voteType === undefined) return broken("meta", "unknownVoteType", { value: typeName });
  const wrong = countProblem("num_projects", meta, rows.value.projects) ?? countProblem("num_votes", meta, rows.value.votes);
  if (wrong) return wrong;
  if (!meta.get("budget")) return broken("meta", "metaMissing", { value: "budget" });
  const budgetCents = readCents(meta.get("budget") ?? "");
  if (budgetCents === null) return broken("meta", "notANumber", { value: meta.get("budget") ?? "" });
  if (budgetCents < 0) return broken("meta", "negative", { value: meta.get("budget") ?? "" });
  const projects = readProjects(rows.value.projects);
  if (!projects.ok) return projects;
  const ids = projects.value.map(({ id }) => id);
  const votes = readSupport({ rows: rows.value.votes, voteType, projectIds: ids, meta });
  if (!votes.ok) return votes;
  const { ballots, scale } = votes.value;
  return ok({
    rule: { ...rule.value, minimumScore: rule.value.minimumScore * scale },
    election: {
      voteType: voteType === "approval" || voteType === "choose-1" ? "approval" : "points",
      budgetCents: cents(budgetCents),
      projects: projects.value.filter(({ costCents }) => costCents !== WITHDRAWN_COST_CENTS),
      ballots,
    },
  });
}

function countProblem(key: string, meta: ReadonlyMap<string, string>, rows: readonly PabulibRow[]) {
  const stated = meta.get(key) ?? "";
  return stated === "" || Number(stated) === rows.length ? null : broken("meta", "countWrong", { value: `${key} ${stated} ≠ ${rows.length}` });
}

function readProjects(rows: readonly PabulibRow[]): Result<BallotProject[], Invalid> {
  const projects: BallotProject[] = [];
  const seen = new Set<string>();
  for (const { line, cells } of rows) {
    const id = cells.project_id ?? "";
    if (id === "") return broken("projects", "idMissing", { line });
    if (seen.has(id)) return broken("projects", "twice", { line, value: id });
    seen.add(id);
    const costCents = readCents(cells.cost ?? "");
    if (costCents === null) return broken("projects", "notANumber", { line, value: cells.cost ?? "" });
    if (costCents < 0) return broken("projects", "negative", { line, value: cells.cost ?? "" });
    projects.push({ id, costCents: cents(costCents) });
  }
  return ok(projects);
}

/** Whole cents; null for what is no number, has more than two decimals or is too large to be exact. */
function readCents(text: string): number | null {
  const decimal = readDecimal(text);
  if (decimal === null || decimal.digits > 2) return null;
  const value = decimal.units * 10 ** (2 - decimal.digits);
  return Number.isSafeInteger(value) ? value : null;
}
