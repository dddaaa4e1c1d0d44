import { ok, type Result } from "#app/domain/result.ts";
import type { CastBallot } from "./election.ts";
import { broken, type Invalid } from "./pabulib-problem.ts";
import type { PabulibRow } from "./pabulib-rows.ts";

export type PabulibVoteType = "approval" | "choose-1" | "ordinal" | "cumulative" | "scoring";

/** Points with decimals are counted in their smallest unit: `scale` is how many of these make a point, the same for all ballots. */
export type PabulibVotes = { readonly ballots: readonly CastBallot[]; readonly scale: number };

type Decimal = { readonly units: number; readonly digits: number };

/** "1234.50" is 12345 units of one digit. A comma will do for the point; null for anything else. */
export function readDecimal(text: string): Decimal | null {
  const match = /^([+-]?\d+)(?:[.,](\d*))?$/.exec(text.trim());
  if (!match) return null;
  const decimals = (match[2] ?? "").replace(/0+$/, "");
  const units = Number(`${match[1] ?? ""}${decimals}`);
  return Number.isSafeInteger(units) ? { units, digits: decimals.length } : null;
}

/** One ballot a line. A project named twice in a vote is approved once, keeps its first place, or gets both its points. */
export function readSupport({
  rows,
  voteType,
  projectIds,
  meta,
}: {
  readonly rows: readonly PabulibRow[];
  readonly voteType: PabulibVoteType;
  readonly projectIds: readonly string[];
  readonly meta: ReadonlyMap<string, string>;
}): Result<PabulibVotes, Invalid> {
  const known = new Set(projectIds);
  const voters = new Set<string>();
  const bordaTop = Number(meta.get("max_length") || projectIds.length);
  if (!Number.isSafeInteger(bordaTop)) return broken("meta", "notANumber", { value: meta.get("max_length") ?? "" });
  const unlisted = voteType === "scoring" ? readDecimal(meta.get("default_score") || "0") : ZERO;
  if (unlisted === null) return broken("meta", "notANumber", { value: meta.get("default_score") ?? "" });
  const read: { voterId: string; points: Map<string, Decimal> }[] = [];
  for (const { line, cells } of rows) {
    const voterId = cells.voter_id ?? "";
    if (voterId === "") return broken("votes", "idMissing", { line });
    if (voters.has(voterId)) return broken("votes", "twice", { line, value: voterId });
    voters.add(voterId);
    const chosen = splitList(cells.vote ?? "");
    const stranger = chosen.find((id) => !known.has(id));
    if (stranger !== undefined) return broken("votes", "unknownProject", { line, value: stranger });
    const points = new Map<string, Decimal>(unlisted.units === 0 ? [] : projectIds.map((id) => [id, unlisted]));
    if (voteType === "approval" || voteType === "choose-1") for (const id of chosen) points.set(id, ONE);
    else if (voteType === "ordinal") {
      for (const [place, id] of [...new Set(chosen)].entries()) points.set(id, { units: Math.max(0, bordaTop - place), digits: 0 });
    } else {
      const given = splitList(cells.points ?? "");
      if (given.length !== chosen.length) return broken("votes", "pointsMismatch", { line });
      const listed = new Map<string, Decimal>();
      for (const [place, id] of chosen.entries()) {
        const value = readDecimal(given[place] ?? "");
        if (value === null) return broken("votes", "notANumber", { line, value: given[place] ?? "" });
        if (value.units < 0) return broken("votes", "negative", { line, value: given[place] ?? "" });
        listed.set(id, addDecimals(listed.get(id) ?? ZERO, value));
      }
      for (const [id, value] of listed) points.set(id, value);
    }
    read.push({ voterId, points });
  }
  const digits = read.reduce((most, { points }) => [...points.values()].reduce((max, value) => Math.max(max, value.digits), most), 0);
  return ok({
    scale: 10 ** digits,
    ballots: read.map(({ voterId, points }) => ({ voterId, support: new Map([...points].map(([id, value]) => [id, value.units * 10 ** (digits - value.digits)])) })),
  });
}

const ZERO: Decimal = { units: 0, digits: 0 };
const ONE: Decimal = { units: 1, digits: 0 };

const splitList = (text: string): string[] => (text === "" ? [] : text.split(",").map((part) => part.trim()).filter((part) => part !== ""));

function addDecimals(a: Decimal, b: Decimal): Decimal {
  const digits = Math.max(a.digits, b.digits);
  return { units: a.units * 10 ** (digits - a.digits) + b.units * 10 ** (digits - b.digits), digits };
}
