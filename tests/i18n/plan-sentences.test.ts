import { describe, expect, it } from "vitest";
import { quarter } from "#app/domain/calendar/quarter.ts";
import { euros } from "#app/domain/money/cents.ts";
import type { AssumptionDifference } from "#app/domain/planning/assumption-differences.ts";
import type { PlanShift } from "#app/domain/planning/compare-plans.ts";
import { fteHundredths } from "#app/domain/resources/fte.ts";
import { formatChange, formatDifference, formatPlace, shiftParagraph } from "#app/i18n/plan-sentences.ts";

const nothing: PlanShift = { planned: 23, unchanged: 23, later: { count: 0, quarters: 0 }, earlier: { count: 0, quarters: 0 }, dropped: [], gained: [] };
const named = (...titles: string[]) => titles.map((title, index) => ({ measureId: index + 1, title }));
const without = (...titles: string[]): AssumptionDifference[] => titles.map((title, index) => ({ kind: "postNotCounted", postId: index + 1, title, fte: fteHundredths(100) }));
const frame: AssumptionDifference = { kind: "frame", fiscalYear: 2028, budgetKind: "investive", before: euros(400_000), after: null };
const paragraph = (shift: Partial<PlanShift>, differences: AssumptionDifference[], names: { base?: string | null; other?: string | null } = {}) =>
  shiftParagraph({ base: null, other: "Weniger Geld", shift: { ...nothing, ...shift }, differences, lastYear: 2030, ...names });

describe("the paragraph of a comparison", () => {
  it.each([
    [
      "posts alone",
      paragraph({ unchanged: 13, later: { count: 9, quarters: 27 }, dropped: named("E-Akte in der Bauaufsicht") }, without("IT-Projektleitung")),
      "Ohne die Stelle „IT-Projektleitung“ verschieben sich 9 Maßnahmen, im Mittel um 3 Quartale; „E-Akte in der Bauaufsicht“ entfällt bis 2030. 13 Maßnahmen beginnen zur selben Zeit.",
    ],
    [
      "one of everything",
      paragraph({ unchanged: 1, later: { count: 1, quarters: 1 }, earlier: { count: 1, quarters: 2 }, gained: named("Open Data") }, without("A", "B")),
      "Ohne die Stellen „A“ und „B“ verschiebt sich eine Maßnahme um 1 Quartal; eine Maßnahme beginnt 2 Quartale früher; „Open Data“ kommt hinzu. Eine Maßnahme beginnt zur selben Zeit.",
    ],
    [
      "many posts and many titles, a mean that is no round number",
      paragraph({ unchanged: 0, later: { count: 3, quarters: 8 }, dropped: named("A", "B", "C", "D", "E") }, without("1", "2", "3", "4")),
      "Ohne 4 Stellen verschieben sich 3 Maßnahmen, im Mittel um rund 2,7 Quartale; „A“, „B“, „C“ und 2 weitere Maßnahmen entfallen bis 2030.",
    ],
    [
      "other assumptions, halves",
      paragraph({ unchanged: 21, later: { count: 2, quarters: 5 } }, [...without("A"), frame]),
      "In „Weniger Geld“ verschieben sich gegenüber dem laufenden Plan 2 Maßnahmen, im Mittel um 2,5 Quartale. 21 Maßnahmen beginnen zur selben Zeit.",
    ],
    [
      "nothing slips, some come earlier",
      paragraph({ unchanged: 20, earlier: { count: 3, quarters: 3 } }, [frame], { base: "Alle Stellen", other: null }),
      "Im laufenden Plan verschiebt sich gegenüber „Alle Stellen“ keine Maßnahme nach hinten; 3 Maßnahmen beginnen früher, im Mittel um 1 Quartal. 20 Maßnahmen beginnen zur selben Zeit.",
    ],
    ["four dropped are all named", paragraph({ unchanged: 19, dropped: named("A", "B", "C", "D") }, without("X")), "Ohne die Stelle „X“ verschiebt sich keine Maßnahme nach hinten; „A“, „B“, „C“ und „D“ entfallen bis 2030. 19 Maßnahmen beginnen zur selben Zeit."],
    ["nothing", paragraph({}, []), "In „Weniger Geld“ ändert sich gegenüber dem laufenden Plan nichts: Alle 23 Maßnahmen im Plan beginnen zur selben Zeit."],
    ["nothing without a post", paragraph({ planned: 1, unchanged: 1 }, without("X")), "Ohne die Stelle „X“ ändert sich nichts: Die eine Maßnahme im Plan beginnt zur selben Zeit."],
    ["nothing of nothing", paragraph({ planned: 0, unchanged: 0 }, without("X")), "Ohne die Stelle „X“ ändert sich nichts."],
  ])("%s", (_name, text, expected) => expect(text).toBe(expected));
});

describe("an assumption in words", () => {
  const texts = (...differences: AssumptionDifference[]) => differences.map((each) => formatDifference(each).replaceAll("\u00a0", " "));
  it("says what it is instead of what it was", () => {
    expect(
      texts(
        ...without("A"),
        frame,
        { kind: "capacity", teamId: 1, team: "Team IT", fromQuarter: quarter("2027-Q2"), toQuarter: quarter("2027-Q4"), before: 40, after: null },
        { kind: "line", lineId: 1, name: "1115/528100 Lizenzen", fiscalYear: 2028, before: null, after: euros(8_000) },
        { kind: "switch", measureId: 1, title: "E-Akte", before: null, after: "leaveOut" },
        { kind: "setting", setting: "assumedCostCents", before: 1_000_00, after: 2_000_00 },
        { kind: "setting", setting: "includeIdeas", before: true, after: false },
        { kind: "firstQuarter", before: quarter("2027-Q1"), after: quarter("2027-Q2") },
        { kind: "measures", added: 1, removed: 0, changed: 3 },
      ),
    ).toEqual([
      "Die Stelle „A“ (1 VZÄ) zählt nicht mit.",
      "Rahmen 2028 investiv: ohne Rahmen statt 400.000,00 €.",
      "Team IT: k. A. statt 40 PT je Quartal, 2. Quartal 2027 bis 4. Quartal 2027.",
      "Haushaltsstelle 1115/528100 Lizenzen, 2028: 8.000,00 € statt ohne Grenze.",
      "„E-Akte“ bleibt draußen (sonst: wie im laufenden Plan).",
      "Angenommene Kosten: 2.000,00 € statt 1.000,00 €.",
      "Ideen mitplanen: nein statt ja.",
      "Neues beginnt frühestens im 2. Quartal 2027 statt im 1. Quartal 2027.",
      "Zwischen den Läufen hat sich der Bestand geändert: eine Maßnahme kam hinzu und 3 Maßnahmen haben andere Angaben.",
    ]);
  });

  it("names changes and places", () => {
    expect([formatChange({ kind: "later", quarters: 2 }), formatChange({ kind: "earlier", quarters: 1 }), formatChange({ kind: "dropped" })]).toEqual(["2 Quartale später", "1 Quartal früher", "entfällt"]);
    expect(formatPlace({ kind: "placed", startQuarter: quarter("2027-Q3"), endQuarter: null, fundingWindowId: null, fixed: false, isAssumed: false })).toBe("ab Q3\u00a02027");
    expect(formatPlace({ kind: "leftOut", reason: "notChosen" })).toBe("nicht eingeplant");
  });
});
