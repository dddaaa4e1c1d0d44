import fc from "fast-check";
import { expect, test } from "vitest";
import { createTriedLists } from "#app/planner/placing/tried-lists.ts";

test("a list is new once in each direction", () => {
  const tried = createTriedLists();
  const list = Int32Array.of(0, 2, 1, 3);
  expect([tried.add(true, list), tried.add(true, list), tried.add(false, list), tried.add(false, list)]).toEqual([true, false, true, false]);
});

test("lists that differ are told apart, one changed in place too", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.array(fc.nat(120), { minLength: 2, maxLength: 30 }), { selector: (list) => list.join(), maxLength: 40 }), (lists) => {
      const tried = createTriedLists();
      const isNew = lists.map((list) => tried.add(true, Int32Array.from(list)));
      expect(isNew).toEqual(lists.map(() => true));
      expect(lists.map((list) => tried.add(true, Int32Array.from(list)))).toEqual(lists.map(() => false));
    }),
  );
  const tried = createTriedLists();
  const list = Int32Array.of(0, 1, 2);
  tried.add(true, list);
  list.set([0, 2, 1]);
  expect(tried.add(true, list)).toBe(true);
});
