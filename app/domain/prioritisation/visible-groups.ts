import { can, type Actor } from "#app/domain/permissions/permissions.ts";
import type { Disclosure, RoundState } from "./round.ts";

type Viewer = Actor & { readonly raterGroupId: number | null };
type Disclosed = { readonly state: RoundState; readonly disclosure: Disclosure };

/**
 * The groups whose own figures – scores, means, ranks, reasons – a user may see one by one, in the order given.
 *
 *   round                       whoever manages rounds   everybody else
 *   open                        all                      their own group
 *   closed, named or byGroup    all                      all
 *   closed, anonymous           all                      none: the common result alone
 *
 * In an anonymous round not even one's own: beside the common result it would give the other of two groups away.
 * The common result, and how much each group and criterion weighs, are no group's own figures and not decided here.
 */
export function visibleGroups<G extends { readonly id: number }>(round: Disclosed, groups: readonly G[], user: Viewer): readonly G[] {
  if (can(user, "round:manage")) return groups;
  if (round.state === "open") return groups.filter((group) => group.id === user.raterGroupId);
  return areGroupsDisclosed(round) ? groups : [];
}

/** May whoever reads a document about the round see what each group said? */
export const areGroupsDisclosed = ({ state, disclosure }: Disclosed): boolean => state !== "open" && disclosure !== "anonymous";
