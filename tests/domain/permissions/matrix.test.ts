import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { actions, authorise, can, roles, type Action, type Role } from "#app/domain/permissions/permissions.ts";

/**
 * Written down a second time, by action and not by role, so that a slip in the one shows against the other.
 * o officer, c contributor (C: only measures of the own unit), r reviewer, v viewer, a admin.
 */
const EXPECTED: Record<Action, string> = {
  "plan:read": "ocva",
  "measure:create": "oC",
  "measure:edit": "oC",
  "measure:archive": "o",
  "measure:bulkEdit": "o",
  "measure:import": "o",
  "plan:edit": "oC",
  "rating:write": "ocr",
  "criteria:edit": "o",
  "round:manage": "o",
  "ballot:manage": "o",
  "ballot:vote": "r",
  "comparison:read": "ocrv",
  "comparison:edit": "o",
  "resources:edit": "o",
  "planner:run": "o",
  "amendment:read": "ocrv",
  "amendment:edit": "o",
  "strategy:edit": "o",
  "version:read": "ocrva",
  "version:freeze": "o",
  "version:submit": "o",
  "comment:write": "or",
  "comment:answer": "o",
  "report:export": "ocrv",
  "history:read": "ocva",
  "organisation:edit": "oa",
  "settings:edit": "a",
  "user:manage": "a",
};
const LETTER: Record<Role, string> = { digitalOfficer: "o", contributor: "c", reviewer: "r", viewer: "v", admin: "a" };

const unitId = fc.integer({ min: 1, max: 9 });
const actor = fc.record({ id: fc.nat(), role: fc.constantFrom(...roles), orgUnitIds: fc.uniqueArray(unitId, { maxLength: 4 }) });
const question = fc.record({ actor, action: fc.constantFrom(...actions), leadUnitId: fc.option(unitId) });

describe("every role × every action × own, other or no unit", () => {
  it("answers as the table says", () => {
    fc.assert(
      fc.property(question, ({ actor: who, action, leadUnitId }) => {
        const letter = LETTER[who.role];
        const own = leadUnitId !== null && who.orgUnitIds.includes(leadUnitId);
        const expected = EXPECTED[action].includes(letter) || (EXPECTED[action].includes(letter.toUpperCase()) && own);
        expect(can(who, action, { leadUnitId })).toBe(expected);
        expect(authorise(who, action, { leadUnitId }) !== null).toBe(expected);
      }),
      { numRuns: 3_000 },
    );
  });

  it("lists every combination once, without chance", () => {
    for (const role of roles) {
      for (const action of actions) {
        const answers = [2, 3, null].map((leadUnitId) => can({ id: 1, role, orgUnitIds: [2] }, action, { leadUnitId }));
        const always = EXPECTED[action].includes(LETTER[role]);
        const own = EXPECTED[action].includes(LETTER[role].toUpperCase());
        expect([role, action, ...answers]).toEqual([role, action, always || own, always, always]);
      }
    }
  });

  it("a menu offers nothing that no resource would allow, and nobody without a unit owns a measure", () => {
    fc.assert(
      fc.property(question, ({ actor: who, action, leadUnitId }) => {
        if (can(who, action, { leadUnitId })) expect(can(who, action)).toBe(true);
        if (who.orgUnitIds.length === 0 && can(who, action)) expect(can(who, action, { leadUnitId })).toBe(true);
      }),
    );
  });
});
