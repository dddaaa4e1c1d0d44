import { describe, expect, test } from "vitest";
import { contentOfTemplate } from "#app/domain/comparisons/templates.ts";
import { euros } from "#app/domain/money/cents.ts";
import { exportComparison } from "#app/services/comparisons/export-comparison.server.ts";
import { listComparisons } from "#app/services/comparisons/list-comparisons.server.ts";
import { rateOption, showOptionRating } from "#app/services/comparisons/rate-option.server.ts";
import { archiveComparison, createComparison, saveComparison } from "#app/services/comparisons/save-comparison.server.ts";
import { showComparison, showComparisonForm } from "#app/services/comparisons/show-comparison.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { findComparison, listOptionRatings } from "#db/queries/comparisons.server.ts";
import { auditLog } from "#tests/support/audit.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople } from "#tests/support/people.ts";
import { aPortfolio } from "#tests/support/portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

const FORBIDDEN = { ok: false, refusal: { code: "forbidden" } };
const MISSING = { ok: false, refusal: { code: "missing" } };

function municipality() {
  const db = emptyDatabase();
  storePortfolio(db, aPortfolio({}));
  const people = enrolPeople(db);
  const created = createComparison(people.officer, { title: "", template: "digitalOrganisation" });
  if (!created.ok) throw new Error("no comparison");
  const { id } = created.value;
  const stored = () => {
    const comparison = findComparison(db, id);
    if (comparison === null) throw new Error("no comparison");
    return comparison;
  };
  const contentOf = () => {
    const { title, question, recommendation, criteria, options } = stored();
    return { title, question, recommendation, criteria: criteria.map(({ position: _position, ...each }) => each), options };
  };
  return { db, people, id, stored, contentOf };
}

const rateAll = (service: ServiceContext, id: number, comparison: ReturnType<ReturnType<typeof municipality>["stored"]>, level: number) => {
  for (const [index, option] of comparison.options.entries()) {
    const answers = comparison.criteria.map((criterion) => ({ criterionId: criterion.id, value: index === 0 ? level : 1, note: "" }));
    expect(rateOption(service, { id, optionId: option.id, answers })).toMatchObject({ ok: true });
  }
};

describe("refusals", () => {
  test("only the digital officer draws up, changes and archives a comparison", () => {
    const { db, people, id, contentOf } = municipality();
    const before = auditLog(db).length;
    for (const service of [people.itContributor, people.otherContributor, people.reviewer, people.viewer, people.admin]) {
      expect(createComparison(service, { title: "Neu", template: null })).toEqual(FORBIDDEN);
      expect(saveComparison(service, { id, rowVersion: 1, content: { ...contentOf(), title: "Anders" } })).toEqual(FORBIDDEN);
      expect(archiveComparison(service, { id, rowVersion: 1, archive: true })).toEqual(FORBIDDEN);
      expect(showComparisonForm(service, id)).toEqual(FORBIDDEN);
    }
    expect(auditLog(db)).toHaveLength(before);
  });

  test("who may not rate does not, and who may not read sees nothing", async () => {
    const { people, id, stored } = municipality();
    const [option] = stored().options;
    for (const service of [people.viewer, people.admin]) {
      expect(rateOption(service, { id, optionId: option?.id ?? 0, answers: [] })).toEqual(FORBIDDEN);
      expect(showOptionRating(service, id, null)).toEqual(FORBIDDEN);
    }
    expect(listComparisons(people.admin)).toEqual(FORBIDDEN);
    expect(showComparison(people.admin, id, 5)).toEqual(FORBIDDEN);
    expect(await exportComparison(people.admin, id, 5, process.cwd())).toEqual(FORBIDDEN);
  });

  test("what does not exist is missing, and what is not of the comparison is refused", () => {
    const { people, id, stored, contentOf } = municipality();
    const other = createComparison(people.officer, { title: "", template: "citizenServiceAndIt" });
    const otherId = other.ok ? other.value.id : 0;
    const [option] = stored().options;
    expect(showComparison(people.reviewer, 99, 5)).toEqual(MISSING);
    expect(rateOption(people.reviewer, { id: otherId, optionId: option?.id ?? 0, answers: [] })).toEqual(MISSING);
    expect(rateOption(people.reviewer, { id, optionId: option?.id ?? 0, answers: [{ criterionId: 99, value: 1, note: "" }] })).toMatchObject({ refusal: { fields: { "": [{ code: "unknownRow" }] } } });
    expect(rateOption(people.reviewer, { id, optionId: option?.id ?? 0, answers: [{ criterionId: stored().criteria[0]?.id ?? 0, value: 5, note: "" }] })).toMatchObject({ ok: false });
    expect(saveComparison(people.officer, { id: otherId, rowVersion: 1, content: contentOf() })).toMatchObject({ refusal: { code: "invalid" } });
    expect(stored().options).toHaveLength(6);
    expect(createComparison(people.officer, { title: "", template: null })).toMatchObject({ refusal: { fields: { title: [{ code: "titleMissing" }] } } });
  });

  test("an older version is a conflict and shows what is stored", () => {
    const { people, id, contentOf, stored } = municipality();
    expect(saveComparison(people.officer, { id, rowVersion: 1, content: { ...contentOf(), recommendation: "Stabsstelle." } })).toMatchObject({ ok: true });
    expect(saveComparison(people.officer, { id, rowVersion: 1, content: { ...contentOf(), recommendation: "Fachdienst." } })).toMatchObject({ refusal: { code: "conflict", current: { recommendation: "Stabsstelle.", rowVersion: 2 } } });
    expect(archiveComparison(people.officer, { id, rowVersion: 1, archive: true })).toMatchObject({ refusal: { code: "conflict" } });
    expect(stored().recommendation).toBe("Stabsstelle.");
  });

  test("what somebody has rated does not go, so that no rating goes with it", () => {
    const { people, id, stored, contentOf } = municipality();
    const { options, criteria } = stored();
    const [first, second] = options;
    rateOption(people.reviewer, { id, optionId: first?.id ?? 0, answers: [{ criterionId: criteria[0]?.id ?? 0, value: 3, note: "" }] });
    const content = contentOf();
    const without = { ...content, options: content.options.slice(2), criteria: content.criteria.slice(1) };
    expect(saveComparison(people.officer, { id, rowVersion: 1, content: without })).toMatchObject({
      refusal: { code: "invalid", fields: { [`options.s${first?.id}.remove`]: [{ code: "optionRated", values: { count: 1 } }], [`criteria.s${criteria[0]?.id}.remove`]: [{ code: "criterionRated" }] } },
    });
    expect(saveComparison(people.officer, { id, rowVersion: 1, content: { ...content, options: content.options.filter((option) => option.id !== second?.id) } })).toMatchObject({ ok: true });
    expect(stored().options.map((option) => option.name)).not.toContain("Fachdienst");
  });
});

test("a comparison is made from a template, changed and recorded with the changed fields only", () => {
  const { db, people, id, stored, contentOf } = municipality();
  expect(stored()).toMatchObject({ title: "Organisationsform für Digitalisierung", rowVersion: 1 });
  expect(stored().criteria.map((criterion) => criterion.levels.length)).toEqual([5, 5, 5, 5, 5, 5]);
  const content = contentOf();
  const added = { id: null, name: "Zweckverband", description: "", oneOffCents: euros(10_000), yearlyCents: null, postHundredths: 150 };
  expect(saveComparison(people.officer, { id, rowVersion: 1, content })).toMatchObject({ ok: true });
  expect(stored().rowVersion).toBe(1);
  saveComparison(people.officer, { id, rowVersion: 1, content: { ...content, options: [...content.options, added] } });
  expect(stored()).toMatchObject({ rowVersion: 2, criteria: content.criteria.map(({ id: criterionId }) => ({ id: criterionId })) });
  expect(stored().options.at(-1)).toMatchObject({ name: "Zweckverband", oneOffCents: 1_000_000, yearlyCents: null, postHundredths: 150 });
  const last = auditLog(db).at(-1);
  expect(last).toMatchObject({ action: "update", entity: "optionComparison", entityId: id });
  expect(Object.keys(last?.after ?? {})).toEqual(["options"]);
});

test("people rate for themselves; a change replaces the own answer alone and is recorded", () => {
  const { db, people, id, stored } = municipality();
  const [option] = stored().options;
  const [criterion, other] = stored().criteria;
  const optionId = option?.id ?? 0;
  const give = (service: ServiceContext, value: number | null, note = "") => rateOption(service, { id, optionId, answers: [{ criterionId: criterion?.id ?? 0, value, note }] });
  give(people.reviewer, 4, "Sichtbar.");
  give(people.itContributor, null);
  expect(give(people.itContributor, 2)).toMatchObject({ ok: true, value: { changedCount: 1 } });
  expect(give(people.itContributor, 2)).toMatchObject({ ok: true, value: { changedCount: 0 } });
  expect(listOptionRatings(db, id).map(({ userId, value, note }) => [userId, value, note])).toEqual([
    [people.itContributor.user.id, 2, ""],
    [people.reviewer.user.id, 4, "Sichtbar."],
  ]);
  expect(auditLog(db).at(-1)).toMatchObject({ userId: people.itContributor.user.id, action: "rate", entity: "optionRating", before: { values: [{ value: null }] }, after: { values: [{ value: 2 }] } });
  expect(JSON.stringify(auditLog(db))).not.toContain("Sichtbar.");
  const sheet = showOptionRating(people.otherContributor, id, optionId);
  expect(sheet).toMatchObject({ ok: true, value: { criteria: [{ answer: "none", note: "" }, { id: other?.id }, {}, {}, {}, {}] } });
});

test("results and reasons: too few raters show nothing to others, and reasons are for the officer alone", () => {
  const { people, id, stored } = municipality();
  rateAll(people.itContributor, id, stored(), 4);
  rateAll(people.reviewer, id, stored(), 3);
  rateOption(people.reviewer, { id, optionId: stored().options[0]?.id ?? 0, answers: [{ criterionId: stored().criteria[0]?.id ?? 0, value: 3, note: "Geheimer Grund" }] });
  const shown = (service: ServiceContext) => JSON.stringify(showComparison(service, id, 5));
  expect(shown(people.viewer)).toContain("Erst 2 Personen haben bewertet");
  expect(shown(people.viewer)).not.toContain("Punkten");
  expect(shown(people.officer)).toContain("Vorn liegt „Digitales Büro“");
  expect(shown(people.officer)).toContain("Geheimer Grund");
  rateAll(people.otherContributor, id, stored(), 4);
  for (const service of [people.viewer, people.reviewer, people.itContributor]) {
    expect(shown(service)).toContain("Vorn liegt „Digitales Büro“");
    expect(shown(service)).not.toContain("Geheimer Grund");
  }
});

test("an archived comparison takes no answers and no changes, and only the officer finds it", () => {
  const { people, id, stored, contentOf } = municipality();
  expect(archiveComparison(people.officer, { id, rowVersion: 1, archive: true })).toMatchObject({ ok: true });
  expect(listComparisons(people.reviewer)).toMatchObject({ value: { comparisons: [], archived: [] } });
  expect(listComparisons(people.officer)).toMatchObject({ value: { comparisons: [], archived: [{ id }] } });
  expect(showComparison(people.reviewer, id, 5)).toEqual(MISSING);
  expect(showComparison(people.officer, id, 5)).toMatchObject({ ok: true, value: { isArchived: true, mayRate: false } });
  expect(rateOption(people.reviewer, { id, optionId: stored().options[0]?.id ?? 0, answers: [] })).toMatchObject({ refusal: { code: "invalid" } });
  expect(saveComparison(people.officer, { id, rowVersion: 2, content: contentOf() })).toMatchObject({ refusal: { fields: { "": [{ code: "archived" }] } } });
  expect(archiveComparison(people.officer, { id, rowVersion: 2, archive: false })).toMatchObject({ ok: true });
  expect(showComparison(people.reviewer, id, 5)).toMatchObject({ ok: true });
});

test("unknown cost is no zero, and the formula stands beside the sum", () => {
  const { people, id, contentOf } = municipality();
  const content = contentOf();
  const figures = [{ oneOffCents: euros(60_000), yearlyCents: euros(10_000), postHundredths: 150 }, { oneOffCents: null, yearlyCents: euros(10_000) }];
  saveComparison(people.officer, { id, rowVersion: 1, content: { ...content, options: content.options.map((option, index) => ({ ...option, ...figures[index] })) } });
  const shown = showComparison(people.reviewer, id, 4);
  const section = shown.ok ? shown.value.sections.find((each) => each.id === "costAndPosts") : undefined;
  const [table, formula] = section?.blocks ?? [];
  const rows = table?.kind === "table" ? table.rows.map((row) => row.map((cell) => cell.text)) : [];
  expect(rows[0]).toEqual(["Digitales Büro", "60.000,00", "10.000,00", "100.000,00", "1,5"]);
  expect(rows[1]).toEqual(["Fachdienst", "k. A.", "10.000,00", expect.stringMatching(/^40\.000,00.*1 /), "k. A."]);
  expect(rows[2]?.slice(1)).toEqual(["k. A.", "k. A.", "k. A.", "k. A."]);
  expect(formula).toMatchObject({ text: expect.stringContaining("Summe = einmalig + 4 × jährlich") });
});

test("the document holds what the page says", { timeout: 60_000 }, async () => {
  const { people, id } = municipality();
  const result = await exportComparison(people.reviewer, id, 5, process.cwd());
  expect(result).toMatchObject({ ok: true, value: { state: "done", file: { mediaType: "application/pdf", name: `Variantenvergleich_${id}.pdf` } } });
  expect(contentOfTemplate("digitalOrganisation").options).toHaveLength(6);
  const bytes = result.ok && result.value.state === "done" ? result.value.file.bytes : Buffer.alloc(0);
  expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
});
