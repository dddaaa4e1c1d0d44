import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { compareVersions, type VersionChanges } from "#app/domain/committee/compare-versions.ts";
import { comparisonBase } from "#app/domain/committee/comparison-base.ts";
import { summariseChanges } from "#app/domain/committee/summarise-changes.ts";
import type { Measure } from "#app/domain/measures/measure.ts";
import { euros } from "#app/domain/money/cents.ts";
import type { Portfolio } from "#app/domain/portfolio/portfolio.ts";
import { formatChangeStatement } from "#app/i18n/version-sentences.ts";
import { aCostItem, aMeasure, aMilestone, aPortfolio, aPortfolioOf, aStaffDemand } from "#tests/support/portfolio.ts";
import { aRatedPortfolio } from "#tests/support/rated-portfolio.ts";
import { aSnapshot } from "#tests/support/snapshot.ts";

const compare = (before: Portfolio, after: Portfolio) => compareVersions(aSnapshot(before), aSnapshot(after));
const isUnchanged = (changes: VersionChanges) => Object.values(changes).every((list) => list.length === 0);
const oneMeasure = (overrides: Partial<Measure>) => aPortfolio({ measures: [aMeasure(overrides)] });

describe("what changed between two versions", () => {
  it("is nothing between equal versions", () => {
    for (const portfolio of [aPortfolio(), aPortfolioOf(60), aRatedPortfolio()]) {
      expect(isUnchanged(compare(portfolio, portfolio))).toBe(true);
    }
  });

  it("does not count a save without a change", () => {
    const before = oneMeasure({ rowVersion: 1, updatedAt: "2026-01-05T08:00:00.000Z", costItems: [aCostItem({ rowVersion: 1 })] });
    const after = oneMeasure({ rowVersion: 2, updatedAt: "2026-02-05T08:00:00.000Z", costItems: [aCostItem({ rowVersion: 2 })] });
    expect(isUnchanged(compare(before, after))).toBe(true);
  });

  it("names measures that came and went", () => {
    const changes = compare(oneMeasure({ id: 1, title: "Alt" }), oneMeasure({ id: 2, title: "Neu" }));
    expect(changes.added).toEqual([{ measureId: 2, title: "Neu" }]);
    expect(changes.removed).toEqual([{ measureId: 1, title: "Alt" }]);
  });

  it("names each changed field with the old and the new value, references by name", () => {
    const changes = compare(oneMeasure({ leadUnitId: 2, status: "planned" }), oneMeasure({ leadUnitId: 3, status: "resolved" }));
    expect(changes.changed).toEqual([
      {
        measureId: 1,
        title: "E-Akte einführen",
        fields: [
          { field: "status", before: "planned", after: "resolved" },
          { field: "leadUnit", before: "Amt für Informationstechnik", after: "Bürgeramt" },
        ],
        parts: [],
      },
    ]);
  });

  it("counts the quarters a measure moved, and says nothing of a distance to an unknown date", () => {
    const before = oneMeasure({ startQuarter: quarter("2027-Q1"), endQuarter: quarter("2027-Q4") });
    const later = compare(before, oneMeasure({ startQuarter: quarter("2028-Q2"), endQuarter: null }));
    expect(later.moved).toEqual([
      {
        measureId: 1,
        title: "E-Akte einführen",
        before: { start: "2027-Q1", end: "2027-Q4" },
        after: { start: "2028-Q2", end: null },
        startShift: 5,
        endShift: null,
      },
    ]);
  });

  it("computes 8.000 → 23.000 = +15.000 € and keeps running costs apart", () => {
    const running = aCostItem({ id: 2, rhythm: "running", amountCents: euros(1_000) });
    const changes = compare(
      oneMeasure({ costItems: [aCostItem({ amountCents: euros(8_000) }), running] }),
      oneMeasure({ costItems: [aCostItem({ amountCents: euros(23_000) }), running] }),
    );
    expect(changes.costChanged[0]?.oneOff.delta).toBe(euros(15_000));
    expect(changes.costChanged[0]?.running.delta).toBe(0);
    expect(changes.changed[0]?.parts).toHaveLength(1);
  });

  it("reports an estimate that became known as known, not as growth from zero alone", () => {
    const changes = compare(oneMeasure({ costItems: [aCostItem({ amountCents: null })] }), oneMeasure({ costItems: [aCostItem({ amountCents: euros(500) })] }));
    expect(changes.costChanged[0]?.oneOff).toMatchObject({ before: { known: 0, unknownCount: 1 }, after: { known: euros(500), unknownCount: 0 } });
  });

  it("names new positions, frames, weights, staff and milestones", () => {
    const before = aRatedPortfolio();
    const after = aRatedPortfolio({
      budgetFrames: [{ fiscalYear: 2027, budgetKind: "consumptive", amountCents: euros(30_000) }],
      criteria: before.criteria.map((criterion) => ({ ...criterion, weight: 50 })),
      ratings: before.ratings.map((rating) => (rating.measureId === 1 ? { ...rating, value: 4 - (rating.value ?? 0) } : { ...rating, value: 0 })),
      measures: before.measures.map((measure) =>
        measure.id === 3 ? { ...measure, staffDemands: [aStaffDemand({ id: 9 })], milestones: [aMilestone({ id: 9 })] } : measure,
      ),
    });
    const changes = compare(before, after);
    expect(changes.rankChanged.map(({ measureId, before: from, after: to }) => [measureId, from, to])).toEqual([
      [1, 2, 1],
      [2, 1, 2],
    ]);
    expect(changes.frames).toEqual([
      { fiscalYear: 2027, budgetKind: "consumptive", before: euros(20_000), after: euros(30_000) },
      { fiscalYear: 2027, budgetKind: "investive", before: euros(100_000), after: null },
    ]);
    expect(changes.weights).toEqual([
      { criterion: "Nutzen", before: 60, after: 50 },
      { criterion: "Risiko", before: 40, after: 50 },
    ]);
    expect(changes.changed.flatMap((change) => change.parts.map((part) => [part.part, part.before === null]))).toEqual([
      ["staffDemand", true],
      ["milestone", true],
    ]);
  });

  it("names the rater groups whose weight moved the ranks", () => {
    const groups = (administration: number, politics: number) => [
      { id: 1, name: "Verwaltung", kind: "administration" as const, weight: administration, position: 1 },
      { id: 2, name: "Politik", kind: "politics" as const, weight: politics, position: 2 },
    ];
    const ratings = [
      { measureId: 1, criterionId: 1, userId: 1, raterGroupId: 1, value: 4 },
      { measureId: 1, criterionId: 1, userId: 2, raterGroupId: 2, value: 0 },
      { measureId: 2, criterionId: 1, userId: 1, raterGroupId: 1, value: 0 },
      { measureId: 2, criterionId: 1, userId: 2, raterGroupId: 2, value: 4 },
    ];
    const before = aSnapshot(aRatedPortfolio({ raterGroups: groups(90, 10), ratings }));
    const after = aSnapshot(aRatedPortfolio({ raterGroups: [...groups(10, 90), { id: 3, name: "Digitalbeauftragte", kind: "digitalOfficer", weight: 5, position: 3 }], ratings }));
    const changes = compareVersions(before, after);
    expect(changes.rankChanged.map((each) => each.measureId)).toEqual([1, 2]);
    expect(changes.groupWeights).toEqual([
      { group: "Verwaltung", before: 90, after: 10 },
      { group: "Politik", before: 10, after: 90 },
      { group: "Digitalbeauftragte", before: null, after: 5 },
    ]);
    expect(compareVersions(after, before).groupWeights).toContainEqual({ group: "Digitalbeauftragte", before: 5, after: null });
    const sentences = summariseChanges({ before, after, changes }).map(formatChangeStatement);
    expect(sentences).toContain("Geändert ist das Gewicht der bewertenden Gruppen: Verwaltung, Politik, Digitalbeauftragte.");
  });

  it("mirrors itself when the versions are swapped", () => {
    const portfolio = fc
      .uniqueArray(fc.record({ id: fc.integer({ min: 1, max: 6 }), title: fc.constantFrom("A", "B"), start: fc.constantFrom("2027-Q1", "2028-Q3"), amount: fc.option(fc.integer({ min: 0, max: 9 })) }), {
        selector: (each) => each.id,
      })
      .map((list) =>
        aPortfolio({
          measures: list.map(({ id, title, start, amount }) =>
            aMeasure({ id, title, startQuarter: quarter(start), endQuarter: quarter("2029-Q1"), costItems: [aCostItem({ id, amountCents: amount === null ? null : euros(amount) })] }),
          ),
        }),
      );
    fc.assert(
      fc.property(portfolio, portfolio, (a, b) => {
        const [there, back] = [compare(a, b), compare(b, a)];
        expect(back.added).toEqual(there.removed);
        expect(back.removed).toEqual(there.added);
        expect(ids(back.changed)).toEqual(ids(there.changed));
        expect(shifts(back)).toEqual(shifts(there).map(([id, shift]) => [id, 0 - shift]));
        expect(deltas(back)).toEqual(deltas(there).map(([id, delta]) => [id, 0 - delta]));
        expect(isUnchanged(compare(a, a))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

const ids = (list: ReadonlyArray<{ measureId: number }>) => list.map((each) => each.measureId).sort();
const byId = (a: readonly [number, number], b: readonly [number, number]) => a[0] - b[0];
const shifts = (changes: VersionChanges) => changes.moved.map((each) => [each.measureId, each.startShift ?? Number.NaN] as const).sort(byId);
const deltas = (changes: VersionChanges) => changes.costChanged.map((each) => [each.measureId, each.oneOff.delta as number] as const).sort(byId);

describe("the version that is compared with", () => {
  const version = (number: number, submittedAt: string | null) => ({ id: number * 10, number, submittedAt });

  it("is the one the committee saw last, so that drafts in between do not show", () => {
    const all = [version(1, "2026-01-01"), version(2, null), version(3, "2026-06-01")];
    expect(comparisonBase(version(3, "2026-06-01"), all)?.number).toBe(1);
    expect(comparisonBase(version(4, null), all)?.number).toBe(3);
  });

  it("never shows a draft behind a submitted version, and does not change when a draft is submitted later", () => {
    expect(comparisonBase(version(2, "2026-03-01"), [version(1, null)])).toBeNull();
    expect(comparisonBase(version(2, "2026-03-01"), [version(1, "2026-04-01")])).toBeNull();
  });

  it("is the draft before where nothing was submitted yet", () => {
    expect(comparisonBase(version(2, null), [version(1, null), version(2, null)])?.number).toBe(1);
    expect(comparisonBase(version(1, null), [version(1, null)])).toBeNull();
  });
});
