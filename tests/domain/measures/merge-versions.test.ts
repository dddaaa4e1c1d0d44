import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeVersions, sameValue } from "#app/domain/measures/merge-versions.ts";

type Sample = { a: string; b: number | null; c: readonly number[] };
const fields = ["a", "b", "c"] as const;
const version: fc.Arbitrary<Sample> = fc.record({
  a: fc.constantFrom("x", "y", "z"),
  b: fc.constantFrom(null, 0, 1),
  c: fc.subarray([1, 2, 3]),
});
const merge = (base: Sample | null, mine: Sample, theirs: Sample) => mergeVersions<(typeof fields)[number], Sample>({ fields, base, mine, theirs });

describe("mergeVersions", () => {
  it("takes over what only one side changed and contests what both changed", () => {
    const base = { a: "x", b: 1, c: [1] };
    const result = merge(base, { a: "mine", b: 2, c: [1] }, { a: "theirs", b: 1, c: [1, 2] });
    expect(result).toEqual({ merged: { a: "mine", b: 2, c: [1, 2] }, contested: ["a"], takenFromTheirs: ["c"], takenFromMine: ["b"] });
  });

  it("contests every difference when the base is lost", () => {
    expect(merge(null, { a: "x", b: 1, c: [] }, { a: "x", b: 2, c: [1] }).contested).toEqual(["b", "c"]);
  });

  it("does not contest what both changed to the same", () => {
    expect(merge({ a: "x", b: 1, c: [1] }, { a: "y", b: 1, c: [1] }, { a: "y", b: 1, c: [1] }).contested).toEqual([]);
  });

  it("compares lists by content", () => {
    expect(sameValue([1, 2], [2, 1])).toBe(true);
    expect(sameValue([1], [1, 2])).toBe(false);
    expect(sameValue(null, 0)).toBe(false);
  });

  it("law: every merged field is mine or theirs, and every difference is accounted for exactly once", () => {
    fc.assert(
      fc.property(fc.option(version), version, version, (base, mine, theirs) => {
        const result = merge(base, mine, theirs);
        for (const field of fields) {
          const lists = [result.contested, result.takenFromMine, result.takenFromTheirs].filter((list) => list.includes(field));
          expect(lists).toHaveLength(sameValue(mine[field], theirs[field]) ? 0 : 1);
          expect(result.merged[field]).toEqual(result.takenFromTheirs.includes(field) ? theirs[field] : mine[field]);
        }
      }),
    );
  });

  it("law: the sides may be swapped, and who changed nothing loses nothing of the others' work", () => {
    fc.assert(
      fc.property(version, version, version, (base, mine, theirs) => {
        const there = merge(base, mine, theirs);
        const back = merge(base, theirs, mine);
        expect(back.contested).toEqual(there.contested);
        expect(back.takenFromMine).toEqual(there.takenFromTheirs);
        expect(merge(base, base, theirs)).toMatchObject({ contested: [], merged: theirs });
      }),
    );
  });
});
