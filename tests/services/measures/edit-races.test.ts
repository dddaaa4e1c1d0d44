import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { contentOf } from "#app/domain/measures/content.ts";
import { updateMeasure } from "#app/services/measures/update-measure.server.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople } from "#tests/support/people.ts";
import { aMeasure, aPortfolio } from "#tests/support/portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

it("1,000 edit races have one winner each, and every version its line in the history", { timeout: 60_000 }, () => {
  const db = emptyDatabase();
  const measure = aMeasure();
  storePortfolio(db, aPortfolio({ measures: [measure] }));
  const { officer, itContributor } = enrolPeople(db);
  const titles = db.$client.prepare("SELECT title, row_version AS version FROM measure");
  for (let round = 1; round <= 1_000; round += 1) {
    const order = round % 2 === 0 ? [officer, itContributor] : [itContributor, officer];
    const outcomes = order.map((service) =>
      updateMeasure(service, { id: measure.id, rowVersion: round, content: { ...contentOf(measure), title: `Runde ${round}: ${service.user.name}` } }),
    );
    expect(outcomes.map((outcome) => (outcome.ok ? "saved" : outcome.refusal.code))).toEqual(["saved", "conflict"]);
    expect(titles.get()).toEqual({ title: `Runde ${round}: ${order[0]?.user.name ?? ""}`, version: round + 1 });
  }
  expect(db.get(sql`SELECT count(*) AS count FROM audit_event WHERE action = 'update'`)).toEqual({ count: 1_000 });
});
