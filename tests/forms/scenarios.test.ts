import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, it } from "vitest";
import { euros } from "#app/domain/money/cents.ts";
import { defaultSettings } from "#app/domain/planning/scenario.ts";
import { AdoptForm, readRunIds, ScenarioForm } from "#app/forms/scenarios.ts";

const settings = { priorityWeight: "100", savingWeight: "0", lateDiscountPercent: "30", includeIdeas: "on", unknownEstimates: "leaveOut", assumedDurationQuarters: "4", assumedCostCents: "25.000", assumedPersonDays: "40", stability: "0" };

function read(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ name: "Weniger", rowVersion: "1", ...settings, ...fields })) form.append(name, value);
  return parseWithZod(form, { schema: ScenarioForm });
}
const errorsOf = (fields: Record<string, string>) => Object.keys(read(fields).reply().error ?? {});

describe("the form of a scenario", () => {
  it("reads every part, and nothing where nothing stands", () => {
    const submission = read({
      description: "Zwei Stellen.",
      "posts.p1.shown": "1",
      "posts.p1.counted": "on",
      "posts.p2.shown": "1",
      "capacities.s1.teamId": "1",
      "capacities.s1.fromQuarter": "2027-Q1",
      "capacities.s1.toQuarter": "2027-Q4",
      "capacities.s1.days": "−20",
      "capacities.s2.teamId": "2",
      "capacities.s2.fromQuarter": "2027-Q1",
      "capacities.s2.days": "x",
      "capacities.s2.remove": "on",
      "capacities.n1.teamId": "2",
      "capacities.n1.fromQuarter": "2028-Q1",
      "capacities.n1.toQuarter": "",
      "capacities.n1.days": "+1.000",
      "capacities.n2.teamId": "",
      "frames.f2028investive.amount": "300.000",
      "frames.f2028consumptive.none": "on",
      "frames.f2029consumptive.amount": "",
      "lines.l3.amount": "8.000,50",
      "lines.l4.amount": "",
      "measures.m7.choice": "leaveOut",
      "measures.m8.choice": "",
      "measures.n1.measureId": "9",
      "measures.n1.choice": "mandatory",
      "measures.n2.measureId": "",
    });

    expect(submission.status === "success" && submission.value).toEqual({
      name: "Weniger",
      description: "Zwei Stellen.",
      rowVersion: 1,
      settings: defaultSettings,
      changes: {
        posts: [{ postId: 1, counted: true }, { postId: 2, counted: false }],
        capacities: [
          { teamId: 1, fromQuarter: "2027-Q1", toQuarter: "2027-Q4", deltaPersonDays: -20 },
          { teamId: 2, fromQuarter: "2028-Q1", toQuarter: "2028-Q1", deltaPersonDays: 1000 },
        ],
        frames: [{ fiscalYear: 2028, budgetKind: "investive", amountCents: euros(300_000) }, { fiscalYear: 2028, budgetKind: "consumptive", amountCents: null }],
        lines: [{ lineId: 3, appropriationCents: 8_000_50 }],
        measures: [{ measureId: 7, choice: "leaveOut" }, { measureId: 9, choice: "mandatory" }],
      },
    });
  });

  it("says beside which field something is wrong", () => {
    expect(errorsOf({ name: "" })).toEqual(["name"]);
    expect(errorsOf({ "capacities.n1.days": "viel" })).toEqual(["capacities.n1.teamId", "capacities.n1.fromQuarter", "capacities.n1.days"]);
    expect(errorsOf({ "capacities.n1.teamId": "1", "capacities.n1.fromQuarter": "2028-Q1", "capacities.n1.toQuarter": "2027-Q1", "capacities.n1.days": "5" })).toEqual(["capacities.n1.toQuarter"]);
    expect(errorsOf({ "frames.f2028investive.amount": "1", "frames.f2028investive.none": "on" })).toEqual(["frames.f2028investive.amount"]);
    expect(errorsOf({ "measures.n1.choice": "free" })).toEqual(["measures.n1.measureId"]);
    expect(errorsOf({ "measures.n1.measureId": "3" })).toEqual(["measures.n1.choice"]);
    expect(errorsOf({ "measures.m3.choice": "free", "measures.n1.measureId": "3", "measures.n1.choice": "fixed" })).toEqual(["measures.n1.measureId"]);
    expect(errorsOf({ priorityWeight: "0" })).toEqual(["priorityWeight"]);
    expect(errorsOf({ "lines.l3.amount": "viel", savingWeight: "x" }).sort()).toEqual(["lines.l3.amount", "savingWeight"]);
  });
});

it("takes over only what is ticked and was shown", () => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ "versions.m1": "3", "versions.m2": "1", "taken.m1": "on", "taken.m9": "on", setPlanned: "on" })) form.append(name, value);
  const submission = parseWithZod(form, { schema: AdoptForm });
  expect(submission.status === "success" && submission.value).toEqual({ setPlanned: true, taken: [{ measureId: 1, rowVersion: 3 }] });
});

it("reads runs from an address, each once", () => {
  expect(readRunIds(new URLSearchParams("lauf=3&lauf=x&lauf=5&lauf=3"))).toEqual([3, 5]);
});
