import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { quarter, quarterRange } from "#app/domain/calendar/quarter.ts";
import { capacityParts, effectiveCapacities, hundredthDaysPerFte, staffedDays, worksIn } from "#app/domain/resources/effective-capacity.ts";
import { fteHundredths } from "#app/domain/resources/fte.ts";
import { fteOfDays } from "#app/domain/resources/fte-of-days.ts";
import { postStates, worksFrom } from "#app/domain/resources/posts.ts";
import { aPost, aTeamStaffing } from "#tests/support/staff-plan.ts";

const q = quarter;
const quarters = quarterRange(q("2027-Q1"), q("2028-Q4"));
const nothing = { entered: [], staffing: [], posts: [] };
const at = (sources: Partial<Parameters<typeof capacityParts>[0]>, when: string) => capacityParts({ ...nothing, ...sources }, [1], [q(when)])[0];

describe("what a team can give", () => {
  it("is unknown without an entry and without staffing, and a post more does not make it known", () => {
    expect(effectiveCapacities({ ...nothing, posts: [aPost()] }, [1], quarters)).toEqual([]);
    expect(at({ posts: [aPost()] }, "2028-Q1")).toMatchObject({ total: null, posts: 50 });
  });

  it("comes from the newest staffing that has begun: posts less absences less permanent tasks", () => {
    const staffing = [aTeamStaffing(), aTeamStaffing({ id: 2, fromQuarter: q("2028-Q1"), fte: fteHundredths(600) })];
    expect(at({ staffing }, "2026-Q4")?.total).toBeNull();
    expect(at({ staffing }, "2027-Q1")?.total).toBe(85);
    expect(at({ staffing }, "2028-Q3")?.total).toBe(255);
    expect(staffedDays({ fte: fteHundredths(250), personDaysPerFte: 55, absencePercent: 15, baseLoadPercent: 30 })).toBe(82);
  });

  it("is what was entered by hand where both are there, and zero by hand means nobody has time", () => {
    const entered = [{ teamId: 1, quarter: q("2027-Q3"), personDays: 0 }];
    expect(at({ entered, staffing: [aTeamStaffing()] }, "2027-Q3")).toEqual({ teamId: 1, quarter: "2027-Q3", entered: 0, staffed: 85, posts: 0, total: 0 });
  });

  it("rises by counted posts once they are filled: from their quarter, after the hiring delay, until their term ends", () => {
    const post = aPost({ fromQuarter: q("2027-Q2"), hiringDelayQuarters: 2, limitedUntil: plainDate("2028-08-31") });
    const entered = quarters.map((each) => ({ teamId: 1, quarter: each, personDays: 10 }));
    expect(effectiveCapacities({ ...nothing, entered, posts: [post] }, [1], quarters).map((each) => each.personDays)).toEqual([10, 10, 10, 60, 60, 60, 10, 10]);
    expect(worksIn(aPost({ limitedUntil: plainDate("2028-09-30") }), q("2028-Q3"))).toBe(true);
  });

  it("takes absences off a post, but none of the team's permanent tasks, and rounds once for all posts together", () => {
    const staffing = [aTeamStaffing({ absencePercent: 20, baseLoadPercent: 90 })];
    const half = aPost({ fte: fteHundredths(33) });
    expect(at({ staffing, posts: [half, { ...half, id: 2 }, { ...half, id: 3 }] }, "2028-Q1")?.posts).toBe(Math.round(0.99 * 40));
  });

  it("ignores filled posts, which are part of the staffing, those not counted, those without a quarter and those of other teams", () => {
    const idle = [aPost({ state: "filled" }), aPost({ counted: false }), aPost({ fromQuarter: null }), aPost({ teamId: null })];
    expect(idle.map(worksFrom)).toEqual([null, null, null, null]);
    expect(at({ posts: [...idle, aPost({ teamId: 2 })] }, "2028-Q1")?.posts).toBe(0);
  });
});

describe("laws", () => {
  const aSource = fc.record({
    entered: fc.uniqueArray(fc.record({ teamId: fc.constantFrom(1, 2), quarter: fc.constantFrom(...quarters), personDays: fc.nat(200) }), { selector: (each) => `${each.teamId} ${each.quarter}` }),
    staffing: fc.array(
      fc.record({ teamId: fc.constantFrom(1, 2), fromQuarter: fc.constantFrom(...quarters), fte: fc.nat(2000), absencePercent: fc.nat(100), baseLoadPercent: fc.nat(100), personDaysPerFte: fc.integer({ min: 1, max: 66 }) }),
      { maxLength: 4 },
    ),
  });
  const somePost = fc.record({
    teamId: fc.constantFrom(1, 2, null),
    fte: fc.integer({ min: 1, max: 500 }).map(fteHundredths),
    state: fc.constantFrom(...postStates),
    counted: fc.boolean(),
    fromQuarter: fc.constantFrom(null, ...quarters),
    hiringDelayQuarters: fc.nat(4),
    limitedUntil: fc.constantFrom(null, plainDate("2027-12-31"), plainDate("2028-05-15")),
  });

  it("one more post never lowers a capacity and makes none known; taking it away again gives the old figures", () => {
    fc.assert(
      fc.property(aSource, fc.array(somePost, { maxLength: 4 }), somePost, ({ entered, staffing }, posts, more) => {
        const sources = { entered, staffing: staffing.map((each, id) => aTeamStaffing({ ...each, id, fte: fteHundredths(each.fte) })), posts: posts.map((post, id) => aPost({ ...post, id })) };
        const before = capacityParts(sources, [1, 2], quarters);
        const after = capacityParts({ ...sources, posts: [...sources.posts, aPost({ ...more, id: 99 })] }, [1, 2], quarters);
        before.forEach(({ total }, index) => {
          const now = after[index]?.total ?? null;
          expect(now === null).toBe(total === null);
          expect(now ?? 0).toBeGreaterThanOrEqual(total ?? 0);
        });
        expect(capacityParts(sources, [1, 2], quarters)).toEqual(before);
      }),
    );
  });

  it("days and posts say the same: the days of n posts are n posts again", () => {
    fc.assert(
      fc.property(fc.nat(3_000), fc.integer({ min: 1, max: 66 }), (fte, days) => {
        const full = hundredthDaysPerFte({ personDaysPerFte: days, absencePercent: 0 });
        expect(fteOfDays((fte * days) / 100, full)).toBe(fte);
      }),
    );
    expect(fteOfDays(25, hundredthDaysPerFte(null))).toBe(50);
    expect(fteOfDays(25, hundredthDaysPerFte({ personDaysPerFte: 60, absencePercent: 100 }))).toBe(50);
  });
});
