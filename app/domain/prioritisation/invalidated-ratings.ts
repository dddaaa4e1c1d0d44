/** Answers of an open round that a change would take out of the count, or that were given on other wording. */
export type Invalidation = {
  readonly kind: "criterionLeaves" | "groupLeaves" | "wordingChanges" | "directionChanges";
  /** Of the criterion or the group. */
  readonly id: number;
  readonly name: string;
  readonly answerCount: number;
  readonly personCount: number;
};

/** Everything that would be lost without anybody having agreed to just that: nothing means the change may be made. */
export const unconfirmed = (invalidations: readonly Invalidation[], confirmed: readonly string[]): readonly Invalidation[] =>
  invalidations.some((each) => !confirmed.includes(invalidationKey(each))) ? invalidations : [];

/** Names what was agreed to, with its extent: answers given meanwhile ask anew. */
export const invalidationKey = ({ kind, id, answerCount, personCount }: Invalidation): string => `${kind}.${id}.${answerCount}.${personCount}`;
