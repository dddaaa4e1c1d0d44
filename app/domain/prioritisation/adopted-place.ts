/** A measure's place in the order in force, as list, sheet and plan show it. `overrideReason` is empty where it was computed. */
export type AdoptedPlace = { readonly position: number; readonly overrideReason: string };

/** The same with where it comes from. */
export type PlaceInRound = AdoptedPlace & {
  /** The place it would have had without a hand. */
  readonly computedPosition: number;
  readonly placeCount: number;
  readonly roundId: number;
  readonly roundTitle: string;
  /** ISO instant in UTC. */
  readonly adoptedAt: string;
  readonly adoptedNote: string;
};
