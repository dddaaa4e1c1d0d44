import { delayParts, type DelayPart } from "#app/domain/prioritisation/weighted-shortest-job.ts";
import { readWhole } from "./whole-param.ts";

export const methodSorts = ["title", "weightedSum", "benefitPerCost", "shortestJob", "idealDistance", "spread"] as const;
export type MethodSort = (typeof methodSorts)[number];
export type Direction = "ascending" | "descending";

/** The words of the address. */
export const sortWords: Readonly<Record<MethodSort, string>> = { title: "massnahme", weightedSum: "summe", benefitPerCost: "kosten", shortestJob: "wsjf", idealDistance: "topsis", spread: "spannweite" };
export const partWords: Readonly<Record<DelayPart | "none", string>> = { userBusinessValue: "wert", timeCriticality: "zeit", riskAndOpportunity: "chance", none: "keiner" };
const PART_NAME = /^teil\.c([1-9]\d{0,14})$/;
export const partName = (criterionId: number): string => `teil.c${criterionId}`;

/** `?runde=3&sortierung=wsjf&richtung=ab&teil.c4=zeit&seite=2`. What cannot be read is the default. */
export function readMethods(params: URLSearchParams) {
  const sort = methodSorts.find((each) => sortWords[each] === params.get("sortierung")) ?? "weightedSum";
  const parts = new Map<number, DelayPart | "none">();
  for (const [name, word] of params) {
    const id = PART_NAME.exec(name)?.[1];
    const part = [...delayParts, "none" as const].find((each) => partWords[each] === word);
    if (id !== undefined && part !== undefined) parts.set(Number(id), part);
  }
  const direction: Direction = params.get("richtung") === "ab" ? "descending" : "ascending";
  return { sort, direction, parts, page: readWhole(params.get("seite"), 1, 10_000) ?? 1 };
}
