import type { PlainDate } from "#app/domain/calendar/plain-date.ts";

/** Open: people rate. Closed: frozen. Adopted: frozen, and its order was made the municipality's. */
export const roundStates = ["open", "closed", "adopted"] as const;
export type RoundState = (typeof roundStates)[number];

/** What others see of ratings after closing: who rated what, what each group said, or the common result alone. */
export const disclosures = ["named", "byGroup", "anonymous"] as const;
export type Disclosure = (typeof disclosures)[number];

/** How a group weighs the criteria: by the round's weights, by points to 100, by comparing them in pairs, or all alike. */
export const weightingMethods = ["standard", "points", "pairwise", "equal"] as const;
export type WeightingMethod = (typeof weightingMethods)[number];

/** A group's own weight of a criterion in a round, 0 to 100. */
export type GroupWeight = { readonly raterGroupId: number; readonly criterionId: number; readonly weight: number };

/** A place given by hand. */
export type PriorityOverride = { readonly measureId: number; readonly position: number; readonly reason: string };

/** A place as it was frozen with closing. */
export type RoundPlace = { readonly measureId: number; readonly position: number; readonly computedPosition: number; readonly overrideReason: string | null };

/** The round whose order counts. */
export type RoundInForce = {
  readonly title: string;
  readonly state: RoundState;
  readonly disclosure: Disclosure;
  /** ISO instant in UTC; null before the adoption. */
  readonly adoptedAt: string | null;
  /** What the adoption rests on, such as a resolution with its number. */
  readonly adoptedNote: string;
  /** Null while the round is open and places are computed anew. */
  readonly places: readonly RoundPlace[] | null;
};

/** May this group still rate? The last day counts; without a date it may as long as the round is open. */
export const mayStillRate = (round: { readonly state: RoundState }, group: { readonly ratesUntil: PlainDate | null }, today: PlainDate): boolean =>
  round.state === "open" && (group.ratesUntil === null || today <= group.ratesUntil);
