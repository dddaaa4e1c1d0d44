import type { DelayMapping, DelayPart } from "./weighted-shortest-job.ts";
import { delayParts } from "./weighted-shortest-job.ts";

type Named = { readonly id: number; readonly name: string };

/** Word stems of criteria by the part they speak of; "none" is what a measure takes instead of what waiting costs. Everything else is value. */
const STEMS: ReadonlyArray<readonly [RegExp, DelayPart | "none"]> = [
  [/pflicht|dringlich|frist|termin/i, "timeCriticality"],
  [/synerg|nachnutz|chance|sicherheit/i, "riskAndOpportunity"],
  [/umsetz|machbar|aufwand|kosten|risik/i, "none"],
];

export const suggestedPart = ({ name }: Named): DelayPart | "none" => STEMS.find(([stem]) => stem.test(name))?.[1] ?? "userBusinessValue";

/** @param chosen by criterion id; where nothing is chosen the suggestion stands */
export function delayMapping(criteria: readonly Named[], chosen: ReadonlyMap<number, DelayPart | "none">): DelayMapping {
  const partOf = (criterion: Named) => chosen.get(criterion.id) ?? suggestedPart(criterion);
  return Object.fromEntries(delayParts.map((part) => [part, criteria.filter((criterion) => partOf(criterion) === part).map((criterion) => criterion.id)])) as Record<DelayPart, number[]>;
}
