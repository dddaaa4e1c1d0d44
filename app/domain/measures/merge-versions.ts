type Value = string | number | boolean | null | ReadonlyArray<string | number>;
type Version<F extends string> = { readonly [K in F]: Value };

export type Merge<F extends string, V extends Version<F>> = {
  /** Both sides put together; in a contested field it holds mine until somebody decides. */
  readonly merged: V;
  /** Changed by both sides, to different values: a person has to choose. */
  readonly contested: readonly F[];
  /** Changed only by the others since the base. */
  readonly takenFromTheirs: readonly F[];
  /** Changed only by me. */
  readonly takenFromMine: readonly F[];
};

/** Values are equal by content; lists count as sets, since their order carries no meaning here. */
export function sameValue(a: Value, b: Value): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  const left = new Set<string | number>(a);
  const right = new Set<string | number>(b);
  return left.size === right.size && [...left].every((value) => right.has(value));
}

export const differingFields = <F extends string>(fields: readonly F[], a: Version<F>, b: Version<F>): F[] =>
  fields.filter((field) => !sameValue(a[field], b[field]));

/**
 * Three-way merge of flat versions, field by field. Without a base (it was lost or damaged) every difference is contested,
 * so nothing is ever overwritten unseen.
 */
export function mergeVersions<F extends string, V extends Version<F>>(versions: {
  fields: readonly F[];
  base: V | null;
  mine: V;
  theirs: V;
}): Merge<F, V> {
  const { fields, base, mine, theirs } = versions;
  const differing = differingFields<F>(fields, mine, theirs);
  const takenFromTheirs = differing.filter((field) => base !== null && sameValue(base[field], mine[field]));
  const takenFromMine = differing.filter((field) => base !== null && sameValue(base[field], theirs[field]));
  const contested = differing.filter((field) => !takenFromTheirs.includes(field) && !takenFromMine.includes(field));
  const merged = { ...mine };
  for (const field of takenFromTheirs) merged[field] = theirs[field];
  return { merged, contested, takenFromTheirs, takenFromMine };
}
