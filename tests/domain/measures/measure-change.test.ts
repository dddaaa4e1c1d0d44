import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { fromQuarterIndex, quarter } from "#app/domain/calendar/quarter.ts";
import { contentFields, contentOf, emptyContent, normaliseContent, type MeasureContent } from "#app/domain/measures/content.ts";
import { contentRefusals, contentWarnings } from "#app/domain/measures/measure-change.ts";
import { missingFacts } from "#app/domain/measures/completeness.ts";
import { cents } from "#app/domain/money/cents.ts";

const today = plainDate("2027-05-10");
const content = (change: Partial<MeasureContent> = {}): MeasureContent => ({ ...emptyContent, title: "E-Akte", ...change });
const warned = (change: Partial<MeasureContent>) => contentWarnings(content(change), today).map((warning) => warning.code);

describe("contentRefusals", () => {
  it("refuses an end before the start, at the end", () => {
    const problems = contentRefusals(content({ startQuarter: quarter("2027-Q2"), endQuarter: quarter("2027-Q1") }));
    expect(problems).toEqual({ endQuarter: [{ code: "endBeforeStart" }] });
  });

  it("asks for the reason of a deadline and of a yellow or red light", () => {
    expect(contentRefusals(content({ deadline: today }))).toEqual({ deadlineReason: [{ code: "deadlineReasonMissing" }] });
    expect(contentRefusals(content({ trafficLight: "red" }))).toEqual({ trafficLightReason: [{ code: "trafficLightReasonMissing" }] });
    expect(contentRefusals(content({ trafficLight: "green" }))).toBeNull();
    expect(contentRefusals(content({ deadline: today, deadlineReason: "OZG", trafficLight: "yellow", trafficLightReason: "krank" }))).toBeNull();
  });

  it("refuses a blank title and a progress that is no share", () => {
    expect(contentRefusals(content({ title: "  " }))).toHaveProperty("title");
    expect(contentRefusals(content({ progressPercent: 101 }))).toHaveProperty("progressPercent");
  });

  it("law: quarters in order are never refused, in disorder always", () => {
    const index = fc.integer({ min: 8000, max: 8100 });
    fc.assert(
      fc.property(index, index, (start, end) => {
        const refusals = contentRefusals(content({ startQuarter: fromQuarterIndex(start), endQuarter: fromQuarterIndex(end) }));
        expect(refusals === null).toBe(start <= end);
      }),
    );
  });
});

describe("contentWarnings", () => {
  it("points out contradictions between state, progress and time", () => {
    expect(warned({ status: "idea", progressPercent: 10 })).toEqual(["progressWithoutStart"]);
    expect(warned({ status: "inProgress", progressPercent: 100 })).toEqual(["progressCompleteButOpen"]);
    expect(warned({ status: "implemented", progressPercent: 90, endQuarter: quarter("2027-Q3") })).toEqual([
      "implementedButIncomplete",
      "implementedButEndsLater",
    ]);
    expect(warned({ status: "inProgress", startQuarter: quarter("2027-Q3") })).toEqual(["inProgressButStartsLater"]);
    expect(warned({ permanentTask: true, endQuarter: quarter("2027-Q3") })).toEqual(["permanentTaskWithEnd"]);
    expect(warned({ endQuarter: quarter("2028-Q1"), deadline: plainDate("2027-12-31") })).toEqual(["endAfterDeadline"]);
    expect(warned({ startQuarter: quarter("2027-Q1"), earliestStart: plainDate("2027-04-01") })).toEqual(["startBeforeEarliest"]);
  });

  it("is silent about a sound measure", () => {
    expect(warned({ status: "inProgress", startQuarter: quarter("2027-Q1"), endQuarter: quarter("2027-Q4"), progressPercent: 40 })).toEqual([]);
    expect(warned({ status: "implemented", endQuarter: quarter("2027-Q2"), progressPercent: 100 })).toEqual([]);
  });
});

describe("normaliseContent", () => {
  it("trims texts, sorts lists and takes the lead unit off the participants", () => {
    expect(normaliseContent(content({ title: "  E -\n Akte ", description: "a\r\nb ", leadUnitId: 3, participatingUnitIds: [4, 3, 4, 1] }))).toMatchObject({
      title: "E - Akte",
      description: "a\nb",
      participatingUnitIds: [1, 4],
    });
  });

  it("law: doing it twice changes nothing more, and no field gets lost", () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.nat(5)), fc.option(fc.nat(5)), (text, ids, lead) => {
        const once = normaliseContent(content({ title: text, summary: text, goalIds: ids, participatingUnitIds: ids, leadUnitId: lead }));
        expect(normaliseContent(once)).toEqual(once);
        expect(Object.keys(contentOf(once)).sort()).toEqual([...contentFields].sort());
      }),
    );
  });
});

describe("missingFacts", () => {
  const complete = {
    leadUnitId: 1,
    actionFieldId: 1,
    responsiblePerson: "A. Kaya",
    summary: "Kurz",
    startQuarter: quarter("2027-Q1"),
    endQuarter: quarter("2027-Q2"),
    permanentTask: false,
    costItems: [{ amountCents: cents(0) }],
    staffDemands: [{ personDays: 0 }],
  };

  it("finds nothing missing in a complete measure, a known zero included", () => {
    expect(missingFacts(complete)).toEqual([]);
  });

  it("names every missing fact", () => {
    expect(
      missingFacts({
        ...complete,
        leadUnitId: null,
        actionFieldId: null,
        responsiblePerson: "",
        summary: "",
        startQuarter: null,
        endQuarter: null,
        costItems: [],
        staffDemands: [],
      }),
    ).toEqual(["leadUnit", "actionField", "responsiblePerson", "summary", "start", "end", "costItem", "staffDemand"]);
  });

  it("tells an unknown amount from none at all, and lets a permanent task have no end", () => {
    expect(
      missingFacts({ ...complete, endQuarter: null, permanentTask: true, costItems: [{ amountCents: null }], staffDemands: [{ personDays: null }] }),
    ).toEqual(["costAmount", "staffAmount"]);
  });
});
