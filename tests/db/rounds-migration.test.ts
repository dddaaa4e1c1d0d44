import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { migrateDatabase, openDatabase, type Db } from "#db/client.server.ts";
import { loadPortfolio } from "#db/queries/portfolio.server.ts";
import { findRoundInForce } from "#db/queries/rounds.server.ts";

const BEFORE_ROUNDS = 3;
const folders: string[] = [];
const open: Db[] = [];
afterEach(() => {
  for (const db of open.splice(0)) db.$client.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A database as the program left it that knew no rounds yet. */
function earlierDatabase(fill: string): string {
  const folder = mkdtempSync(join(tmpdir(), "rounds-"));
  folders.push(folder);
  cpSync("migrations", join(folder, "migrations"), { recursive: true });
  const journalPath = join(folder, "migrations/meta/_journal.json");
  const journal = JSON.parse(readFileSync(journalPath, "utf8")) as { entries: unknown[] };
  writeFileSync(journalPath, JSON.stringify({ ...journal, entries: journal.entries.slice(0, BEFORE_ROUNDS) }));
  const db = openDatabase(join(folder, "plan.sqlite"), join(folder, "migrations"));
  migrateDatabase(db, join(folder, "migrations"));
  db.$client.exec(fill);
  db.$client.close();
  return join(folder, "plan.sqlite");
}

function migrated(path: string): Db {
  const db = openDatabase(path);
  open.push(db);
  migrateDatabase(db);
  return db;
}

const MUNICIPALITY = `INSERT INTO municipality (id, name, land, budget_system, product_pattern, account_pattern, first_fiscal_year, fiscal_horizon, brand_colour, is_demonstration)
  VALUES (1, 'Altstadt', 'NW', 'nkf', '.*', '.*', 2027, 4, '#123456', 0);`;
const CATALOGUE = `INSERT INTO criterion (id, name, weight, archived_at) VALUES (1, 'Nutzen', 60, NULL), (2, 'Pflicht', 40, NULL), (3, 'Alt', 10, '2026-01-01T00:00:00.000Z');
  INSERT INTO criterion_level (criterion_id, level, sentence) VALUES (1, 0, 'kein Nutzen');
  INSERT INTO rater_group (id, name, kind, weight) VALUES (1, 'Verwaltung', 'administration', 50);
  INSERT INTO user (id, email, name, role, password_hash, created_at, rater_group_id) VALUES (1, 'a@b.example', 'A', 'digitalOfficer', 'x', '2026-01-01T00:00:00.000Z', 1);
  INSERT INTO measure (id, title, status, created_at, updated_at) VALUES (1, 'E-Akte', 'planned', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z');
  INSERT INTO rating (measure_id, criterion_id, user_id, rater_group_id, value, rated_at) VALUES (1, 1, 1, 1, 4, '2026-02-01T00:00:00.000Z'), (1, 2, 1, 1, NULL, '2026-02-02T00:00:00.000Z');`;

it("puts the ratings of before into an open first round, loses none, and ranks as before", () => {
  const db = migrated(earlierDatabase(MUNICIPALITY + CATALOGUE));
  expect(findRoundInForce(db)).toMatchObject({ id: 1, title: "Erste Priorisierung", state: "open", openedAt: "2026-02-01T00:00:00.000Z" });
  const portfolio = loadPortfolio(db);
  expect(portfolio.criteria.map(({ id, weight, levels }) => [id, weight, levels])).toEqual([[1, 60, ["kein Nutzen"]], [2, 40, []]]);
  expect(portfolio.raterGroups.map(({ id, weight }) => [id, weight])).toEqual([[1, 50]]);
  expect(portfolio.ratings.map(({ criterionId, value }) => [criterionId, value])).toEqual([[1, 4], [2, null]]);
  expect(db.$client.pragma("foreign_key_check")).toEqual([]);
});

it("gives an empty database no round, and one without ratings an empty first one", () => {
  expect(findRoundInForce(migrated(earlierDatabase("")))).toBeNull();
  const withoutRatings = migrated(earlierDatabase(`${MUNICIPALITY}${CATALOGUE} DELETE FROM rating;`));
  expect(loadPortfolio(withoutRatings)).toMatchObject({ ratings: [], criteria: [{ id: 1 }, { id: 2 }] });
});

it("keeps closed rounds as they are", () => {
  const db = migrated(earlierDatabase(MUNICIPALITY + CATALOGUE));
  const run = (text: string) => () => db.$client.exec(text);
  expect(run("UPDATE prioritisation_round SET state = 'closed' WHERE id = 1")).toThrow("CHECK");
  run("UPDATE prioritisation_round SET state = 'closed', closed_at = '2026-03-01T00:00:00.000Z', content = '{}', content_hash = 'h' WHERE id = 1")();
  for (const text of [
    "UPDATE prioritisation_round SET content = '{\"a\":1}' WHERE id = 1",
    "UPDATE prioritisation_round SET state = 'open', closed_at = NULL, content = NULL, content_hash = NULL WHERE id = 1",
    "DELETE FROM prioritisation_round WHERE id = 1",
    "REPLACE INTO prioritisation_round (id, title, opened_at) VALUES (1, 'x', '2026-01-01T00:00:00.000Z')",
  ])
    expect(run(text)).toThrow("immutable");
  run("UPDATE prioritisation_round SET state = 'adopted', adopted_at = '2026-04-01T00:00:00.000Z', adopted_note = 'Rat 12/26' WHERE id = 1")();
  expect(run("UPDATE prioritisation_round SET state = 'closed', adopted_at = NULL WHERE id = 1")).toThrow("immutable");
});
