import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Criterion, RaterGroup, Rating } from "#app/domain/portfolio/portfolio.ts";
import { rankMeasures } from "#app/domain/prioritisation/rank-measures.ts";
import { freezeRound, rankRound, readRound, type RoundData } from "#app/domain/prioritisation/round-content.ts";
import { isSurvey, readSurvey, surveyColumnsOf, type SurveyAnswer } from "#app/domain/prioritisation/survey-answers.ts";

const criteria: Criterion[] = [
  { id: 1, name: "Nutzen", question: "", weight: 60, reversed: false, position: 1, levels: [] },
  { id: 2, name: "Risiko", question: "", weight: 40, reversed: true, position: 2, levels: [] },
];
const raterGroups: RaterGroup[] = [
  { id: 1, name: "Verwaltung", kind: "administration", weight: 50, position: 1 },
  { id: 2, name: "Bürgerschaft", kind: "politics", weight: 30, position: 2 },
];
const measures = [1, 2, 3].map((id) => ({ id, title: `M${id}`, deadline: null }));
const things = { measures: [{ id: 1, name: "E-Akte" }, { id: 2, name: "Schul-WLAN" }, { id: 3, name: "Portal" }, { id: 4, name: "Portal" }], criteria };

const read = (headings: string[], ...rows: string[][]) =>
  readSurvey({ columns: surveyColumnsOf(headings), rows: rows.map((cells, index) => ({ rowNumber: index + 2, cells })), ...things }).map(({ answer, problem }) => problem ?? answer);

describe("a survey's list", () => {
  test("is one only with measure, criterion, and a mean with its count or the counts of all levels", () => {
    const takes = (...headings: string[]) => isSurvey(surveyColumnsOf(headings));
    expect(takes("Maßnahme", "Kriterium", "Mittelwert", "Anzahl der Antworten")).toBe(true);
    expect(takes("Nr", "KRITERIUM", "0", "1", "2", "3", "4")).toBe(true);
    expect(takes("Maßnahme", "Kriterium", "Mittelwert")).toBe(false);
    expect(takes("Maßnahme", "Kriterium", "0", "1", "2", "3")).toBe(false);
    expect(takes("Maßnahme", "Mittelwert", "Anzahl")).toBe(false);
  });

  test("names what is wrong with each row and guesses nothing", () => {
    const headings = ["Maßnahme", "Kriterium", "Mittelwert", "Anzahl"];
    expect(
      read(headings, ["Gibt es nicht", "Nutzen", "2", "5"], ["Portal", "Nutzen", "2", "5"], ["E-Akte", "Schönheit", "2", "5"], ["E-Akte", "Nutzen", "4,1", "5"], ["E-Akte", "Nutzen", "ca. 3", "5"], ["E-Akte", "Nutzen", "", "5"], ["E-Akte", "Nutzen", "3", ""], ["E-Akte", "Nutzen", "3", "0"], ["E-Akte", "Nutzen", "3", "viele"]),
    ).toEqual(["measureUnknown", "measureAmbiguous", "criterionUnknown", "meanUnreadable", "meanUnreadable", "meanMissing", "countMissing", "countMissing", "countUnreadable"]);
    expect(read(headings, ["E-Akte", "Nutzen", "3", "5"], ["1", "nutzen", "2", "5"])).toEqual([{ measureId: 1, criterionId: 1, meanUnits: 30_000, answerCount: 5 }, "twice"]);
  });

  test("takes means with comma or point and counts per level, by title or number", () => {
    expect(read(["Maßnahme", "Kriterium", "Mittelwert", "Anzahl"], ["  e-akte ", "Nutzen", "2,7", "1.234"], ["4", "Risiko", "3.0001", "1"])).toEqual([
      { measureId: 1, criterionId: 1, meanUnits: 27_000, answerCount: 1_234 },
      { measureId: 4, criterionId: 2, meanUnits: 30_001, answerCount: 1 },
    ]);
    const levels = ["Maßnahme", "Kriterium", "0", "1", "2", "3", "4", "Anzahl"];
    expect(read(levels, ["1", "Nutzen", "1", "", "", "2", "", "3"], ["2", "Nutzen", "1", "1", "1", "1", "1", "6"], ["3", "Nutzen", "", "", "", "", "", ""])).toEqual([{ measureId: 1, criterionId: 1, meanUnits: 20_000, answerCount: 3 }, "countDiffers", "countMissing"]);
  });
});

describe("the ranking", () => {
  const anyCounts = fc.array(fc.record({ measureId: fc.constantFrom(1, 2, 3), criterionId: fc.constantFrom(1, 2), counts: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 5, maxLength: 5 }) }), { maxLength: 8 });
  const anyRatings = fc.array(fc.record({ measureId: fc.constantFrom(1, 2, 3), criterionId: fc.constantFrom(1, 2), userId: fc.integer({ min: 1, max: 3 }), raterGroupId: fc.constantFrom(1, 2), value: fc.constantFrom(0, 1, 2, 3, 4, null) }), { maxLength: 12 });

  test("counts a survey as if each of its people had rated", () => {
    fc.assert(
      fc.property(anyCounts, anyRatings, (asked, ratings) => {
        // Totals of 1, 2, 4, 5, 8 and 10 have exact means in ten-thousandths, so that nothing is rounded.
        const exact = [...new Map(asked.filter(({ counts }) => [1, 2, 4, 5, 8, 10].includes(sum(counts))).map((each) => [`${each.measureId}.${each.criterionId}`, each])).values()];
        const surveyAnswers = exact.map(({ measureId, criterionId, counts }): SurveyAnswer => ({ measureId, criterionId, raterGroupId: 2, meanUnits: (sum(counts.map((count, level) => count * level)) * 10_000) / sum(counts), answerCount: sum(counts) }));
        let userId = 100;
        const people = exact.flatMap(({ measureId, criterionId, counts }) => counts.flatMap((count, value) => Array.from({ length: count }, (): Rating => ({ measureId, criterionId, raterGroupId: 2, value, userId: userId++ }))));
        expect(rankMeasures({ measures, criteria, raterGroups, ratings, surveyAnswers })).toEqual(rankMeasures({ measures, criteria, raterGroups, ratings: [...ratings, ...people] }));
      }),
    );
  });

  test("is the same from a closed round's content, which carries the survey; content without one stays readable", () => {
    const data: RoundData = {
      measures,
      criteria,
      raterGroups: raterGroups.map((group) => ({ ...group, ratesUntil: null, weightingMethod: "standard" as const })),
      groupWeights: [],
      pairwise: [],
      ratings: [{ measureId: 1, criterionId: 1, userId: 7, raterGroupId: 1, value: 2 }],
      overrides: [],
      surveyAnswers: [
        { measureId: 2, criterionId: 2, raterGroupId: 2, meanUnits: 27_000, answerCount: 120 },
        { measureId: 2, criterionId: 99, raterGroupId: 2, meanUnits: 1, answerCount: 1 },
      ],
    };
    const meta = { title: "R", question: "", disclosure: "byGroup", openedAt: "2027-01-01T00:00:00.000Z", closedAt: "2027-02-01T00:00:00.000Z" } as const;
    const content = readRound(freezeRound({ meta, data, names: new Map() }));
    expect(content?.surveyAnswers).toEqual(data.surveyAnswers?.slice(0, 1));
    expect(content && rankRound(content)).toEqual(rankRound(data));
    const { surveyAnswers: _left, ...before } = data;
    expect(readRound(freezeRound({ meta, data: before, names: new Map() }))?.surveyAnswers).toBeUndefined();
  });
});

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
