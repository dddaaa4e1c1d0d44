import { describe, expect, test } from "vitest";
import { cents, euros, subtractCents } from "#app/domain/money/cents.ts";
import { checkDocumentedSum } from "#app/domain/resources/documented-sums.ts";

const WHOLE_EUROS = cents(100);

describe("golden figure 2: a printed total is checked, never corrected", () => {
  test("the plan's parts sum to the printed total exactly", () => {
    const parts = [0, 8_539_200, 4_841_000, 20_754_000, 440_000].map(euros);
    expect(checkDocumentedSum({ parts, printed: euros(34_574_200), unit: WHOLE_EUROS })).toMatchObject({ kind: "exact", computed: euros(34_574_200), delta: 0 });
  });

  test("the actual parts miss the printed total by one euro: a rounding difference, and both figures stay", () => {
    // The paper's actual parts, of which only the sum is documented.
    const parts = [0, 8_617_411, 4_870_295, 20_770_500, 440_000].map(euros);
    expect(checkDocumentedSum({ parts, printed: euros(34_698_207), unit: WHOLE_EUROS })).toEqual({
      kind: "roundingDifference",
      computed: euros(34_698_206),
      printed: euros(34_698_207),
      delta: euros(1),
    });
  });

  test("a difference that rounding cannot explain is a deviation", () => {
    const parts = [euros(877_049), subtractCents(cents(0), euros(570_456))];
    expect(checkDocumentedSum({ parts, printed: euros(306_513), unit: WHOLE_EUROS })).toMatchObject({ kind: "deviation", computed: euros(306_593), delta: euros(-80) });
  });

  test("where cents are printed, one cent over two parts is the most that rounding explains", () => {
    const parts = [cents(10), cents(20)];
    expect(checkDocumentedSum({ parts, printed: cents(31), unit: cents(1) }).kind).toBe("roundingDifference");
    expect(checkDocumentedSum({ parts, printed: cents(32), unit: cents(1) }).kind).toBe("deviation");
  });
});
