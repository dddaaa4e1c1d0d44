import { describe, expect, it } from "vitest";
import { SHIFT_WIDTH, layoutPlanShift } from "#app/charts/layout/plan-shift.ts";
import { quarter } from "#app/domain/calendar/quarter.ts";

const years = { firstYear: 2027, lastYear: 2030 };

describe("the picture of a shift", () => {
  it("links the two quarters at their middles, whichever comes first", () => {
    const later = layoutPlanShift({ from: quarter("2027-Q1"), to: quarter("2028-Q1"), ...years });
    expect(later).toMatchObject({ quarterWidth: 62.5, fromX: 0, toX: 250, link: { x: 31.25, width: 250 }, yearX: [250, 500, 750] });
    expect(layoutPlanShift({ from: quarter("2028-Q1"), to: quarter("2027-Q1"), ...years }).link).toEqual(later.link);
  });

  it("has no link where a plan leaves the measure out, and keeps everything inside", () => {
    expect(layoutPlanShift({ from: quarter("2025-Q1"), to: null, ...years })).toMatchObject({ fromX: 0, toX: null, link: null });
    const { toX, quarterWidth } = layoutPlanShift({ from: null, to: quarter("2035-Q1"), ...years });
    expect((toX ?? 0) + quarterWidth).toBe(SHIFT_WIDTH);
  });
});
