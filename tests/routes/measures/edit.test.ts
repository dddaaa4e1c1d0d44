import type { ActionFunctionArgs } from "@remix-run/node";
import { beforeEach, describe, expect, it } from "vitest";
import { contentOf } from "#app/domain/measures/content.ts";
import { formValuesOf } from "#app/forms/measures.ts";
import { action as actOnDependency } from "#app/routes/measures/add-dependency.tsx";
import { action as create } from "#app/routes/measures/create.tsx";
import { action, loader } from "#app/routes/measures/edit.tsx";
import { action as actOnPart } from "#app/routes/measures/part.tsx";
import { updateMeasure } from "#app/services/measures/update-measure.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import type { Db } from "#db/client.server.ts";
import { findMeasure } from "#db/queries/portfolio.server.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople, type Person } from "#tests/support/people.ts";
import { aMeasure, aPortfolio } from "#tests/support/portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

let db: Db;
let people: Record<Person, ServiceContext>;

beforeEach(() => {
  db = emptyDatabase();
  storePortfolio(db, aPortfolio({ measures: [aMeasure({ title: "Alt" })] }));
  people = enrolPeople(db);
});

const PATH = "http://localhost/massnahmen/1/bearbeiten";
const stored = () => {
  const measure = findMeasure(db, 1);
  if (measure === null) throw new Error("no measure");
  return measure;
};

function args(person: Person, request: Request): ActionFunctionArgs {
  const { clock, user } = people[person];
  return { request, params: { measureId: "1" }, context: { db, clock, user, expiredUserId: null, nonce: "n", clientAddress: "" } };
}
const post = (person: Person, entries: string[][]) => action(args(person, new Request(PATH, { method: "POST", body: new URLSearchParams(entries) })));
const open = (person: Person, query = "") => loader(args(person, new Request(PATH + query)));

/** The form as it would be sent now, with some fields typed anew. */
function typed(change: Record<string, string>): string[][] {
  const content = contentOf(stored());
  const values = { ...formValuesOf(content), ...change, rowVersion: String(stored().rowVersion), base: JSON.stringify(content) };
  return Object.entries(values).flatMap(([name, value]) => (Array.isArray(value) ? value.map((one) => [name, one]) : value === "" ? [] : [[name, value]]));
}
const overtake = (change: object) => updateMeasure(people.officer, { id: 1, rowVersion: stored().rowVersion, content: { ...contentOf(stored()), ...change } });
const statusOf = (answer: unknown) => (answer instanceof Response ? answer.status : (answer as { init?: { status?: number } }).init?.status);

describe("editing a measure", () => {
  it("turns away who may not, and who is not logged in goes to log in", async () => {
    for (const person of ["otherContributor", "reviewer", "viewer"] as const) {
      for (const entries of [typed({ title: "X" }), typed({ title: " " }), [], [["intent", "resolve"]]]) await expect(post(person, entries)).rejects.toMatchObject({ status: 403 });
      const part = (entries: string[][]) => actOnPart({ ...args(person, new Request("http://localhost/massnahmen/1/kosten/neu", { method: "POST", body: new URLSearchParams(entries) })), params: { measureId: "1", part: "kosten", partId: "neu" } });
      for (const entries of [[["title", ""]], []]) await expect(part(entries)).rejects.toMatchObject({ status: 403 });
      const dependency = () => actOnDependency(args(person, new Request("http://localhost/massnahmen/1/abhaengigkeiten/neu", { method: "POST", body: new URLSearchParams() })));
      await expect(Promise.resolve().then(dependency)).rejects.toMatchObject({ status: 403 });
      await expect(post(person, typed({ title: "X" }))).rejects.toMatchObject({ status: 403 });
      expect(() => open(person)).toThrow(expect.objectContaining({ status: 403 }));
    }
    for (const person of ["reviewer", "viewer"] as const) await expect(create(args(person, new Request("http://localhost/massnahmen/neu", { method: "POST", body: new URLSearchParams() })))).rejects.toMatchObject({ status: 403 });
    expect([stored().title, db.$client.prepare("SELECT count(*) FROM form_draft").pluck().get()]).toEqual(["Alt", 0]);
  });

  it("keeps what was typed when it cannot be saved, offers it again, and forgets it once saved", async () => {
    expect(statusOf(await post("itContributor", typed({ title: "Neu", trafficLight: "red" })))).toBe(400);
    expect(open("itContributor")).toMatchObject({ draft: { taken: false }, values: { title: "Alt" } });
    expect(open("officer").draft).toBeNull();
    expect(open("itContributor", "?entwurf=1")).toMatchObject({ draft: { taken: true }, values: { title: "Neu", trafficLight: "red" } });
    expect(statusOf(await post("itContributor", typed({ title: "Neu" })))).toBe(302);
    expect(open("itContributor").draft).toBeNull();
    expect(stored().title).toBe("Neu");
  });

  it("discards a draft on request", async () => {
    await post("itContributor", typed({ title: " " }));
    await post("itContributor", [["intent", "discardDraft"]]);
    expect(open("itContributor").draft).toBeNull();
  });

  it("answers 409 with both versions, merges what only one side changed, and saves the person's choice", async () => {
    const mine = typed({ title: "Meiner", summary: "Meine Kurzfassung" });
    overtake({ title: "Ihrer", source: "Antrag 7" });
    const answer = await post("itContributor", mine);
    expect(statusOf(answer)).toBe(409);
    const conflict = answer instanceof Response || !("data" in answer) ? null : answer.data.conflict;
    if (conflict === null) throw new Error("no conflict is shown");
    expect(conflict).toMatchObject({ contested: ["title"], takenFromMine: ["summary"], takenFromTheirs: ["source"] });
    const versions = [
      ["intent", "resolve"],
      ["rowVersion", String(conflict.theirs.rowVersion)],
      ["base", JSON.stringify(conflict.base)],
      ["mine", JSON.stringify(conflict.mine)],
      ["theirs", JSON.stringify(conflict.theirs.content)],
    ];
    await expect(post("itContributor", versions)).rejects.toMatchObject({ status: 400 });
    expect(statusOf(await post("itContributor", [...versions, ["wahl-title", "mine"]]))).toBe(302);
    expect(stored()).toMatchObject({ title: "Meiner", summary: "Meine Kurzfassung", source: "Antrag 7", rowVersion: 3 });
  });

  it("resolves nothing behind a third person's back", async () => {
    const versions = (rowVersion: number) => [
      ["intent", "resolve"],
      ["rowVersion", String(rowVersion)],
      ["base", "damaged"],
      ["mine", JSON.stringify({ ...contentOf(stored()), title: "Meiner" })],
      ["theirs", JSON.stringify(contentOf(stored()))],
      ["wahl-title", "mine"],
    ];
    const late = versions(1);
    overtake({ title: "Dritter" });
    expect(statusOf(await post("itContributor", late))).toBe(409);
    expect(stored().title).toBe("Dritter");
  });
});
