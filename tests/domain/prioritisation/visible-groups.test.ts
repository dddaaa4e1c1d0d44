import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roles } from "#app/domain/permissions/permissions.ts";
import { disclosures, roundStates } from "#app/domain/prioritisation/round.ts";
import { visibleGroups } from "#app/domain/prioritisation/visible-groups.ts";

const groups = [{ id: 1 }, { id: 2 }, { id: 3 }];
const person = (role: (typeof roles)[number], raterGroupId: number | null) => ({ id: 7, role, orgUnitIds: [], raterGroupId });
const others = roles.filter((role) => role !== "digitalOfficer");

describe("whose figures a user sees", () => {
  test.each(others)("%s sees no other group while the round is open, whatever it will disclose", (role) => {
    for (const disclosure of disclosures) {
      expect(visibleGroups({ state: "open", disclosure }, groups, person(role, 2))).toEqual([{ id: 2 }]);
      expect(visibleGroups({ state: "open", disclosure }, groups, person(role, null))).toEqual([]);
      expect(visibleGroups({ state: "open", disclosure }, groups, person(role, 9))).toEqual([]);
    }
  });

  test.each(others)("%s sees the common result alone after an anonymous round", (role) => {
    for (const state of ["closed", "adopted"] as const) expect(visibleGroups({ state, disclosure: "anonymous" }, groups, person(role, 2))).toEqual([]);
  });

  test.each(others)("%s sees every group after closing where the round discloses groups or names", (role) => {
    for (const state of ["closed", "adopted"] as const)
      for (const disclosure of ["named", "byGroup"] as const) expect(visibleGroups({ state, disclosure }, groups, person(role, null))).toEqual(groups);
  });

  test("the digital officer sees every group at any time", () => {
    for (const state of roundStates) for (const disclosure of disclosures) expect(visibleGroups({ state, disclosure }, groups, person("digitalOfficer", null))).toEqual(groups);
  });

  test("what is seen is some of what there is, in the same order", () => {
    fc.assert(
      fc.property(fc.constantFrom(...roles), fc.option(fc.integer({ min: 1, max: 4 })), fc.constantFrom(...roundStates), fc.constantFrom(...disclosures), (role, group, state, disclosure) => {
        const seen = visibleGroups({ state, disclosure }, groups, person(role, group));
        expect(groups.filter((each) => seen.includes(each))).toEqual(seen);
      }),
    );
  });
});
