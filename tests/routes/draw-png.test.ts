import { describe, expect, test } from "vitest";
import { pngScale } from "#app/routes/planning/draw-png.ts";

describe("pngScale", () => {
  test("an A3 page of the picture has more than 200 dots per inch", () => {
    const inches = 420 / 25.4;
    expect(((pngScale(1400, 2400) ?? 0) * 1400) / inches).toBeGreaterThan(200);
  });

  test("500 rows still fit, at fewer dots and within what browsers can draw on", () => {
    const scale = pngScale(1400, 16_000) ?? 0;
    expect(scale).toBeGreaterThanOrEqual(1.5);
    expect(16_000 * scale).toBeLessThanOrEqual(32_000);
  });

  test("what would be unreadable is refused", () => {
    expect(pngScale(1400, 150_000)).toBeNull();
    expect(pngScale(11_500, 12_000)).toBeNull();
  });
});
