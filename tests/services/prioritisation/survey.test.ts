import { describe, expect, test } from "vitest";
import { closeRound } from "#app/services/prioritisation/close-round.server.ts";
import { deleteRaterGroup } from "#app/services/prioritisation/delete-rater-group.server.ts";
import { importSurvey, previewSurvey, showSurveyGroups } from "#app/services/prioritisation/import-survey.server.ts";
import { readSurveyList } from "#app/services/prioritisation/read-survey-list.server.ts";
import { loadPortfolio } from "#db/queries/portfolio.server.ts";
import { loadRoundData } from "#db/queries/rounds.server.ts";
import { auditLog } from "#tests/support/audit.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople } from "#tests/support/people.ts";
import { aRatedPortfolio } from "#tests/support/rated-portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

const FORBIDDEN = { ok: false, refusal: { code: "forbidden" } };

/** Group 3 is a survey and takes part in the open round. */
function municipality() {
  const db = emptyDatabase();
  const portfolio = aRatedPortfolio();
  storePortfolio(db, { ...portfolio, ratings: [], raterGroups: [...portfolio.raterGroups, { id: 3, name: "Bürgerschaft", kind: "politics", weight: 30, position: 3 }] });
  db.$client.exec("UPDATE rater_group SET is_survey = 1 WHERE id = 3");
  return { db, people: enrolPeople(db) };
}

const HEADINGS = ["Maßnahme", "Kriterium", "Mittelwert", "Anzahl"];
const list = (...rows: string[][]) => ({ raterGroupId: 3, headings: HEADINGS, rows: rows.map((cells, index) => ({ rowNumber: index + 2, cells })) });
const clear = list(["E-Akte einführen", "Nutzen", "2,7", "120"], ["2", "Risiko", "1", "80"], ["Unbekannt", "Nutzen", "3", "9"]);

describe("a survey", () => {
  test("is imported by whoever manages rounds, and by nobody else", () => {
    const { db, people } = municipality();
    for (const service of [people.itContributor, people.otherContributor, people.reviewer, people.viewer, people.admin]) {
      expect(showSurveyGroups(service)).toEqual(FORBIDDEN);
      expect(previewSurvey(service, clear)).toEqual(FORBIDDEN);
      expect(importSurvey(service, clear)).toEqual(FORBIDDEN);
    }
    expect(loadRoundData(db, 1).surveyAnswers).toBeUndefined();
    expect(auditLog(db)).toEqual([]);
  });

  test("is refused for a group that is none, without the columns, and where no row is clear", () => {
    const { people } = municipality();
    expect(importSurvey(people.officer, { ...clear, raterGroupId: 1 })).toEqual({ ok: false, refusal: { code: "missing" } });
    expect(importSurvey(people.officer, { ...clear, headings: ["Maßnahme", "Note"] })).toMatchObject({ refusal: { fields: { "": [{ code: "columnsMissing" }] } } });
    expect(importSurvey(people.officer, list(["Unbekannt", "Nutzen", "3", "9"]))).toMatchObject({ refusal: { fields: { "": [{ code: "nothingReadable" }] } } });
  });

  test("is shown before it is stored, counts as the group's ratings, and replaces what it names again", () => {
    const { db, people } = municipality();
    expect(previewSurvey(people.officer, clear)).toMatchObject({ ok: true, value: { newCount: 2, replacedCount: 0, problemCount: 1, rows: [{ problem: null }, { problem: null }, { rowNumber: 4, problem: "measureUnknown" }] } });
    expect(loadRoundData(db, 1).surveyAnswers).toBeUndefined();
    expect(importSurvey(people.officer, clear)).toEqual({ ok: true, value: { storedCount: 2, problemCount: 1 } });
    expect(loadRoundData(db, 1).surveyAnswers).toEqual([
      { measureId: 1, criterionId: 1, raterGroupId: 3, meanUnits: 27_000, answerCount: 120 },
      { measureId: 2, criterionId: 2, raterGroupId: 3, meanUnits: 10_000, answerCount: 80 },
    ]);
    expect(loadPortfolio(db).surveyAnswers).toHaveLength(2);
    expect(auditLog(db).at(-1)).toMatchObject({ userId: people.officer.user.id, action: "importSurvey", entity: "rater_group", entityId: 3, after: { roundId: 1, created: 2, updated: 0, skipped: 1 } });
    expect(importSurvey(people.officer, list(["1", "Nutzen", "3", "200"]))).toMatchObject({ ok: true });
    expect(loadRoundData(db, 1).surveyAnswers?.map((answer) => answer.meanUnits)).toEqual([30_000, 10_000]);
    expect(showSurveyGroups(people.officer)).toMatchObject({ value: { groups: [{ id: 3, answerCount: 2 }] } });
    expect(deleteRaterGroup(people.officer, { raterGroupId: 3, rowVersion: 1 })).toMatchObject({ refusal: { fields: { "": [{ code: "groupHasRatings" }] } } });
  });

  test("is frozen with its round, also where nobody else rated, and takes no more then", () => {
    const { db, people } = municipality();
    importSurvey(people.officer, clear);
    expect(closeRound(people.officer, { roundId: 1, rowVersion: 1 })).toMatchObject({ ok: true });
    expect(loadRoundData(db, 1).surveyAnswers).toHaveLength(2);
    expect(importSurvey(people.officer, clear)).toMatchObject({ refusal: { fields: { "": [{ code: "noRound" }] } } });
    expect(showSurveyGroups(people.officer)).toEqual({ ok: true, value: { round: null, groups: [] } });
  });

  test("is read from pasted text as from a file", async () => {
    const text = "Maßnahme\tKriterium\tMittelwert\tAnzahl\nE-Akte einführen\tNutzen\t2,7\t120\n";
    expect(await readSurveyList({ fileName: "umfrage.csv", bytes: Buffer.from(text) })).toEqual({ ok: true, headings: HEADINGS, rows: [{ rowNumber: 2, cells: ["E-Akte einführen", "Nutzen", "2,7", "120"] }] });
    expect(await readSurveyList({ fileName: "umfrage.pdf", bytes: Buffer.from(text) })).toEqual({ ok: false, code: "wrongKind" });
  });
});
