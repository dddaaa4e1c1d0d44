import { expect, it } from "vitest";
import { action as onRate } from "#app/routes/resources/pay-rate.tsx";
import { action as onPost } from "#app/routes/resources/post.tsx";
import { action as onStaffing } from "#app/routes/resources/team-staffing.tsx";
import { findPost, insertPayRate, insertPost, insertStaffing, updatePayRate, updatePost, updateStaffing } from "#db/queries/staff-plan.server.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople, type Person } from "#tests/support/people.ts";
import { aPortfolio } from "#tests/support/portfolio.ts";
import { aPayRate, aPost, aTeamStaffing } from "#tests/support/staff-plan.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

const without = <T extends { readonly id: number; readonly rowVersion: number }>({ id: _id, rowVersion: _version, ...fields }: T) => fields;

/** A post, a rate and a staffing that somebody changed after the form was opened: they are at version 2. */
function town() {
  const db = emptyDatabase();
  storePortfolio(db, aPortfolio());
  const people = enrolPeople(db);
  const [post, rate, staffing] = [without(aPost()), without(aPayRate()), without(aTeamStaffing())];
  updatePost(db, insertPost(db, post), 1, { ...post, title: "Inzwischen" });
  updatePayRate(db, insertPayRate(db, rate), 1, { ...rate, source: "Inzwischen" });
  updateStaffing(db, insertStaffing(db, staffing), 1, { ...staffing, note: "Inzwischen" });
  const args = (person: Person, params: Record<string, string>, form: Record<string, string>) => {
    const { clock, user } = people[person];
    return { request: new Request("http://localhost/x", { method: "POST", body: new URLSearchParams(form) }), params, context: { db, clock, user, expiredUserId: null, nonce: "n", clientAddress: "" } };
  };
  return { db, args };
}

const pages = [
  { name: "post", act: onPost, params: { postId: "1" }, form: { title: "Getippt", orgUnitId: "2", fte: "1", state: "requested", hiringDelayQuarters: "0" } },
  { name: "rate", act: onRate, params: { rateId: "1" }, form: { kind: "workplace", validFrom: "2026-01-01", yearlyCostCents: "9.082", source: "Getippt" } },
  { name: "staffing", act: onStaffing, params: { teamId: "1", staffingId: "1" }, form: { fromQuarter: "2027-Q2", fte: "3", personDaysPerFte: "50", absencePercent: "0", baseLoadPercent: "0", note: "Getippt" } },
] as const;

it.each(pages)("the right comes before the form of a $name: whoever lacks it learns nothing from an empty one", async ({ act, params }) => {
  const { args } = town();
  for (const person of ["itContributor", "reviewer", "viewer"] as const) await expect(act(args(person, params, {}))).rejects.toMatchObject({ status: 403 });
});

it.each(pages)("an old version of a $name is a conflict that shows what is stored and keeps what was typed; the next save goes through", async ({ act, params, form }) => {
  const { args } = town();
  const answer = await act(args("officer", params, { ...form, rowVersion: "1" }));
  expect(answer).toMatchObject({ init: { status: 409 }, data: { stored: { rowVersion: 2 }, submitted: { initialValue: form } } });
  expect(JSON.stringify(answer)).toContain("Inzwischen");
  expect(await act(args("officer", params, { ...form, rowVersion: "2" }))).toMatchObject({ status: 302 });
});

it.each(pages)("a $name is not deleted on an old version, and is on the new one", async ({ act, params }) => {
  const { args } = town();
  expect(await act(args("officer", params, { intent: "delete", rowVersion: "1" }))).toMatchObject({ init: { status: 409 }, data: { notDeleted: true, stored: { rowVersion: 2 } } });
  expect(await act(args("officer", params, { intent: "delete", rowVersion: "2" }))).toMatchObject({ status: 302 });
  await expect(act(args("officer", params, { intent: "delete", rowVersion: "2" }))).rejects.toMatchObject({ status: 404 });
});

it("a form that cannot be read answers 400 with every problem and changes nothing", async () => {
  const { db, args } = town();
  const answer = await onPost(args("officer", { postId: "1" }, { fte: "viel", rowVersion: "2" }));
  expect(answer).toMatchObject({ init: { status: 400 }, data: { submitted: { error: { fte: [expect.stringContaining("VZÄ") as string], title: ["Geben Sie eine Bezeichnung ein."] } } } });
  expect(findPost(db, 1)).toMatchObject({ rowVersion: 2 });
});
