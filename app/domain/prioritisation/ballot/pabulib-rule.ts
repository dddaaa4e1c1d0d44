import { ok, type Result } from "#app/domain/result.ts";
import { EQUAL_SHARES, GREEDY, type BallotRule } from "./election.ts";
import { broken, type Invalid } from "./pabulib-problem.ts";

/**
 * What META's `rule` means (pabulib.org/format, and the names of the completions on equalshares.net):
 * - `greedy`; `greedy-threshold` (a project needs `min_project_score_threshold`); `greedy-no-skip` (ends at the first that does not fit)
 * - `equalshares`, alone; `/add1` with add-one; `/add1e` with add-one until exhaustive; `/utilitarian`, `/add1u` and `/add1eu`
 *   with left-over money spent greedily
 * - each of these with `-comparison`: the greedy outcome where more voters prefer it
 * A threshold in META counts for every rule. Codes: `metaMissing`, `notANumber`, `unknownRule`;
 * `ruleNotInFile` for `greedy-exclusive`, `greedy-custom` and `unknown`, whose conflicts or extra clauses the format does not hold.
 */
export function readPabulibRule(meta: ReadonlyMap<string, string>): Result<BallotRule, Invalid> {
  const name = meta.get("rule")?.toLowerCase() ?? "";
  if (name === "") return broken("meta", "metaMissing", { value: "rule" });
  const threshold = meta.get("min_project_score_threshold") ?? "";
  if (name === "greedy-threshold" && threshold === "") return broken("meta", "metaMissing", { value: "min_project_score_threshold" });
  if (!/^(\d{1,9}([.,]0*)?)?$/.test(threshold)) return broken("meta", "notANumber", { value: threshold });
  const minimumScore = Number.parseInt(threshold || "0", 10);
  if (name === "greedy" || name === "greedy-threshold") return ok({ ...GREEDY, minimumScore });
  if (name === "greedy-no-skip") return ok({ ...GREEDY, whenTooExpensive: "stop", minimumScore });
  if (["greedy-exclusive", "greedy-custom", "unknown"].includes(name)) return broken("meta", "ruleNotInFile", { value: name });
  const shares = /^equalshares(?:\/(add1e?u?|utilitarian))?(-comparison)?$/.exec(name);
  if (!shares) return broken("meta", "unknownRule", { value: name });
  const completion = shares[1] ?? "";
  return ok({
    ...EQUAL_SHARES,
    completion: completion.startsWith("add1e") ? "addOneExhaustive" : completion.startsWith("add1") ? "addOne" : "none",
    leftover: completion.endsWith("u") || completion === "utilitarian" ? "greedy" : "keep",
    compareWithGreedy: shares[2] !== undefined,
    minimumScore,
  });
}
