import type { Disclosure, RoundState } from "./round.ts";

/** Who looks: whoever manages rounds sees every group, everybody else first of all the own one. */
export type Onlooker = { readonly managesRounds: boolean; readonly raterGroupId: number | null };

/**
 * The groups whose views of a round somebody may see. While it is open: the own group's; after closing: all of them, unless
 * the round is anonymous. The common result is no group's view and is not meant here.
 */
export function groupsVisibleTo<Group extends { readonly id: number }>(
  onlooker: Onlooker,
  round: { readonly state: RoundState; readonly disclosure: Disclosure },
  groups: readonly Group[],
): readonly Group[] {
  if (onlooker.managesRounds || (round.state !== "open" && round.disclosure !== "anonymous")) return groups;
  return groups.filter((group) => group.id === onlooker.raterGroupId);
}
