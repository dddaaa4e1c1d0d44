import { describe, expect, it } from "vitest";
import { exportSlots } from "#app/reports/render/export-slots.server.ts";
import { renderPdf } from "#app/reports/render/pdf.server.ts";
import { aReport } from "#tests/support/report.ts";
import { aSnapshot } from "#tests/support/snapshot.ts";

describe("exports at the same time", () => {
  it("are at most as many as there are slots; a few wait, the rest is sent away at once", async () => {
    const slots = exportSlots({ running: 2, waiting: 1 });
    const finish: Array<() => void> = [];
    let running = 0;
    let most = 0;
    const work = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => finish.push(resolve));
      running -= 1;
      return "done";
    };
    const all = [slots.run(work), slots.run(work), slots.run(work), slots.run(work)];
    expect(await all[3]).toBeNull();
    expect(running).toBe(2);
    finish.shift()?.();
    expect(await all[0]).toBe("done");
    await Promise.resolve();
    finish.splice(0).forEach((end) => end());
    expect(await all[1]).toBe("done");
    finish.splice(0).forEach((end) => end());
    expect(await all[2]).toBe("done");
    expect(most).toBe(2);
  });

  it("give their slot back when they fail", async () => {
    const slots = exportSlots({ running: 1, waiting: 0 });
    await expect(slots.run(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await slots.run(() => Promise.resolve(1))).toBe(1);
  });

  it("fail with the reason when the document cannot be set", async () => {
    const report = aReport(aSnapshot());
    await expect(renderPdf({ ...report, cover: { ...report.cover, brandColour: "kein Farbwert" } }, process.cwd())).rejects.toThrow(/could not be set/);
  });
});
