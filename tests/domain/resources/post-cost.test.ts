import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { cents, euros } from "#app/domain/money/cents.ts";
import { fteHundredths } from "#app/domain/resources/fte.ts";
import { averageCostPerPost, costOfPost, rateInForce, sumPosts, sumPostsByState } from "#app/domain/resources/post-cost.ts";
import { postsByPurpose } from "#app/domain/resources/posts-by-purpose.ts";
import type { PostState } from "#app/domain/resources/posts.ts";
import { aPayRate, aPost } from "#tests/support/staff-plan.ts";

const day = plainDate("2027-01-01");
const workplace = aPayRate({ id: 2, kind: "workplace", payGrade: "", validFrom: plainDate("2022-01-01"), yearlyCostCents: euros(9_082) });
const overhead = aPayRate({ id: 3, kind: "overhead", payGrade: "", validFrom: plainDate("2022-01-01"), yearlyCostCents: null, percent: 20 });
const rates = [aPayRate(), workplace, overhead];
const e11 = { fte: fteHundredths(100), payGrade: "E 11", yearlyCostCents: null };

describe("the yearly cost of a post", () => {
  it("is unknown without a figure of its own and without a rate in force, and zero is a figure", () => {
    expect(costOfPost({ ...e11, payGrade: "" }, rates, day)).toEqual({ basis: "unknown", yearlyCents: null });
    expect(costOfPost(e11, rates, plainDate("2017-12-31"))).toEqual({ basis: "unknown", yearlyCents: null });
    expect(costOfPost({ ...e11, yearlyCostCents: euros(0) }, rates, day)).toEqual({ basis: "own", yearlyCents: 0 });
  });

  it("is personnel with overhead, and workplace, times the share of a full post", () => {
    expect(costOfPost(e11, rates, day)).toMatchObject({ basis: "rates", yearlyCents: euros(95_520 + 9_082) });
    expect(costOfPost({ ...e11, fte: fteHundredths(50) }, rates, day)).toMatchObject({ yearlyCents: euros(52_301) });
    expect(costOfPost({ ...e11, payGrade: "EG11" }, [aPayRate()], day)).toMatchObject({ yearlyCents: euros(79_600), workplace: null, overhead: null });
  });

  it("takes the newest rate that has begun; one that holds workplace and overhead stands alone", () => {
    const full = aPayRate({ id: 4, validFrom: plainDate("2020-01-01"), yearlyCostCents: euros(83_000), fullCost: true });
    const later = aPayRate({ id: 5, validFrom: plainDate("2027-01-02"), yearlyCostCents: euros(99_000) });
    expect(rateInForce([later, full, ...rates], "personnel", "e11", day)?.id).toBe(4);
    expect(costOfPost(e11, [...rates, full, later], day)).toMatchObject({ yearlyCents: euros(83_000), workplace: null, overhead: null });
  });

  it("is rounded once, half up, to whole cents", () => {
    expect(costOfPost({ ...e11, fte: fteHundredths(33) }, [aPayRate({ yearlyCostCents: cents(1_000_050) })], day).yearlyCents).toBe(330_017);
  });
});

describe("sums", () => {
  /** Title, hundredths, grade, yearly cost in euros, state. */
  const plan: ReadonlyArray<readonly [string, number, string, number, PostState]> = [
    ["Leitung Informationstechnik", 100, "A 12", 98_200, "filled"],
    ["Anwendungsbetreuung", 200, "E 11", 166_000, "filled"],
    ["Systemadministration", 100, "E 10", 79_000, "filled"],
    ["Netzwerk", 100, "E 11", 83_000, "filled"],
    ["Prozessmanagement", 100, "E 11", 83_000, "requested"],
    ["E-Akte", 100, "E 11", 83_000, "requested"],
    ["Barrierefreiheit", 50, "E 11", 41_500, "filled"],
    ["Informationssicherheit", 100, "E 12", 92_500, "vacant"],
    ["Onlinedienste", 100, "E 11", 83_000, "requested"],
    ["Digitalmanagement", 100, "E 13", 100_500, "inDraft"],
  ];
  const posts = plan.map(([title, fte, payGrade, cost, state], index) => {
    const post = aPost({ id: index + 1, title, fte: fteHundredths(fte), payGrade, yearlyCostCents: euros(cost), state });
    return { ...post, cost: costOfPost(post, [], day) };
  });

  it("are exact: ten posts are 10,50 VZÄ and 909.700 € a year", () => {
    expect(sumPosts(posts)).toEqual({ count: 10, fte: 1050, cost: { known: euros(909_700), unknownCount: 0 } });
    expect(sumPostsByState(posts).map(({ state, count, fte }) => [state, count, fte])).toEqual([["filled", 5, 550], ["vacant", 1, 100], ["requested", 3, 300], ["inDraft", 1, 100]]);
    expect(averageCostPerPost(posts)).toBe(cents(8_663_810));
  });

  it("count what is unknown, and average only what is known", () => {
    const unknown = { ...aPost({ fte: fteHundredths(900) }), cost: costOfPost(aPost(), [], day) };
    expect(sumPosts([...posts, unknown]).cost).toEqual({ known: euros(909_700), unknownCount: 1 });
    expect(averageCostPerPost([...posts, unknown])).toBe(averageCostPerPost(posts));
    expect(averageCostPerPost([unknown])).toBeNull();
  });

  it("shares of one post cost together what the whole costs, to the cent or less than one cent a share", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000_000 }), fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 6 }), (yearly, shares) => {
        const table = [aPayRate({ yearlyCostCents: cents(yearly) })];
        const costOf = (fte: number) => costOfPost({ ...e11, fte: fteHundredths(fte) }, table, day).yearlyCents ?? 0;
        const total = shares.reduce((sum, share) => sum + share, 0);
        expect(Math.abs(shares.map(costOf).reduce<number>((sum, cost) => sum + cost, 0) - costOf(total))).toBeLessThan(shares.length);
      }),
    );
  });
});

describe("posts by purpose and year", () => {
  const costed = (post: ReturnType<typeof aPost>) => ({ ...post, cost: costOfPost(post, [], day) });
  const half = costed(aPost({ state: "filled", fte: fteHundredths(50), fromQuarter: null, yearlyCostCents: euros(40_000), purpose: "Barrierefreiheit" }));
  const asked = costed(aPost({ id: 2, fromQuarter: quarter("2027-Q2"), hiringDelayQuarters: 1, limitedUntil: plainDate("2028-12-31"), yearlyCostCents: cents(80_000_01), purpose: "Barrierefreiheit " }));
  const open = costed(aPost({ id: 3, fromQuarter: null }));

  it("shows what is there, what is to come from the quarter somebody works on it, and until when", () => {
    const [purpose, without] = postsByPurpose([open, half, asked], [2027, 2028, 2029]);
    expect(purpose?.years.map(({ filled, coming, comingCost }) => [filled, coming, comingCost.known])).toEqual([
      [50, 50, euros(40_000)],
      [50, 100, cents(80_000_01)],
      [50, 0, 0],
    ]);
    expect(without).toMatchObject({ purpose: "", undatedCount: 1 });
  });

  it("keeps posts apart that the plan does not count on", () => {
    expect(postsByPurpose([{ ...asked, counted: false }], [2028])[0]?.years[0]).toMatchObject({ coming: 0, uncounted: 100, comingCost: { known: 0, unknownCount: 0 } });
  });
});
