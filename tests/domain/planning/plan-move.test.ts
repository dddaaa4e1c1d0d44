import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addQuarters, quarter } from "#app/domain/calendar/quarter.ts";
import { displaced, historyOf, inverseOf, placesAfter, type PastMove, type PlaceChange } from "#app/domain/planning/plan-move.ts";
import type { Placement } from "#app/domain/planning/reschedule.ts";
import { placeChanges } from "#app/domain/planning/stored-move.ts";

const placeArb: fc.Arbitrary<Placement> = fc.oneof(
  fc.constant({ startQuarter: null, endQuarter: null }),
  fc.record({ at: fc.nat(20), length: fc.nat(5) }).map(({ at, length }) => ({ startQuarter: addQuarters(quarter("2027-Q1"), at), endQuarter: addQuarters(quarter("2027-Q1"), at + length) })),
);
const planArb = fc.array(placeArb, { minLength: 1, maxLength: 8 }).map((places) => new Map(places.map((place, id) => [id + 1, place])));
const moveOf = (plan: ReadonlyMap<number, Placement>) =>
  fc.uniqueArray(fc.tuple(fc.constantFrom(...plan.keys()), placeArb), { minLength: 1, selector: ([id]) => id }).map((drawn): PlaceChange[] =>
    drawn.flatMap(([measureId, after]) => {
      const before = plan.get(measureId);
      return before === undefined ? [] : [{ measureId, before, after }];
    }),
  );

describe("a move and what takes it back", () => {
  test("undo restores the exact plan, and redo the move", () => {
    fc.assert(
      fc.property(planArb.chain((plan) => fc.tuple(fc.constant(plan), moveOf(plan))), ([plan, move]) => {
        const moved = placesAfter(plan, move);
        if (moved === null) throw new Error("each stands where the move takes it from");
        const undone = placesAfter(moved, inverseOf(move));
        expect(undone).toEqual(plan);
        expect(undone && placesAfter(undone, move)).toEqual(moved);
        expect(inverseOf(inverseOf(move))).toEqual(move);
      }),
    );
  });

  test("nothing is done where one measure stands elsewhere or is gone", () => {
    const at = (start: string): Placement => ({ startQuarter: quarter(start), endQuarter: quarter(start) });
    const move: PlaceChange[] = [1, 2].map((measureId) => ({ measureId, before: at("2027-Q1"), after: at("2027-Q2") }));
    expect(placesAfter(new Map([[1, at("2027-Q1")], [2, at("2027-Q4")]]), move)).toBeNull();
    expect(displaced(new Map([[1, at("2027-Q1")]]), move).map(({ measureId }) => measureId)).toEqual([2]);
  });

  test("stored text is read back as it was written, and only such", () => {
    fc.assert(
      fc.property(planArb.chain(moveOf), (move) => {
        expect(placeChanges.parse(JSON.parse(JSON.stringify(move)))).toEqual(move);
      }),
    );
    expect(placeChanges.safeParse([]).success).toBe(false);
    expect(placeChanges.safeParse([{ measureId: 1, before: { startQuarter: "2027-Q5", endQuarter: null }, after: { startQuarter: null, endQuarter: null } }]).success).toBe(false);
  });
});

describe("the history of one person", () => {
  const past = (id: number, undone = false): PastMove => ({ id, undoneAt: undone ? "2027-05-10T08:00:00.000Z" : null });

  test.each<[string, PastMove[], number | null, number | null]>([
    ["nothing done", [], null, null],
    ["the last is undone first", [past(1), past(2)], 2, null],
    ["undone last is redone first", [past(1), past(2, true), past(3, true)], 1, 2],
    ["a new move ends redoing", [past(1), past(2, true), past(3)], 3, null],
    ["all undone", [past(1, true), past(2, true)], null, 1],
  ])("%s", (_what, moves, toUndo, toRedo) => {
    const history = historyOf(moves);
    expect([history.toUndo?.id ?? null, history.toRedo?.id ?? null]).toEqual([toUndo, toRedo]);
  });
});
