import { describe, expect, it } from "vitest";
import { addressGroup, waitMs, withFailure, type Attempts } from "#app/domain/accounts/throttle.ts";

const after = (failures: number, limit = 5) => {
  let attempts: Attempts | null = null;
  for (let index = 0; index < failures; index++) attempts = withFailure(attempts, { nowMs: 0, limit });
  return attempts;
};

describe("the wait after failed attempts", () => {
  it.each([[0, 0], [4, 0], [5, 30], [6, 60], [7, 120], [9, 480], [10, 900], [500, 900]])("is, after %i failures, %i seconds", (failures, seconds) => {
    expect(waitMs(after(failures), 0)).toBe(seconds * 1000);
  });
  it("runs out, and after an hour the count starts anew", () => {
    expect(waitMs(after(6), 60_000)).toBe(0);
    expect(withFailure(after(9), { nowMs: 59 * 60_000, limit: 5 }).failures).toBe(10);
    expect(withFailure(after(9), { nowMs: 60 * 60_000, limit: 5 }).failures).toBe(1);
  });
});

it.each([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["::1", "0:0:0:0::/64"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0DB8:0001:0002::ffff", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["", ""],
])("the group of %s is %s", (address, group) => {
  expect(addressGroup(address)).toBe(group);
});
