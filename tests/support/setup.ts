import { afterEach, beforeEach, expect, vi } from "vitest";

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
