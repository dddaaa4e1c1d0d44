import fc from "fast-check";
import { afterEach, beforeEach, expect, vi } from "vitest";
import { freezeAnswers } from "#db/remembered.server.ts";

// The same generated examples in every run, so that a red test is a change's fault. Other examples, or those of a failure
// (fast-check prints its seed): FAST_CHECK_SEED=123 npm run test:unit.
const seed = Number(process.env["FAST_CHECK_SEED"] ?? 20_261_122);
if (!Number.isSafeInteger(seed)) throw new Error("FAST_CHECK_SEED must be a whole number");
fc.configureGlobal({ seed });

// Stray output is a defect: whoever expects an error message asserts it and restores the spy.
beforeEach(() => {
  vi.spyOn(console, "error");
  vi.spyOn(console, "warn");
});

afterEach(() => {
  if (vi.isMockFunction(console.error)) expect(vi.mocked(console.error).mock.calls).toEqual([]);
  if (vi.isMockFunction(console.warn)) expect(vi.mocked(console.warn).mock.calls).toEqual([]);
  vi.restoreAllMocks();
});

// What a query remembers is shared: a test that changes it fails.
freezeAnswers();
