import type { ActionFunctionArgs } from "@remix-run/node";
import { beforeEach, describe, expect, it } from "vitest";
import { action as partAction, loader as partLoader } from "#app/routes/measures/part.tsx";
import { action as sheetAction } from "#app/routes/measures/sheet.tsx";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import type { Db } from "#db/client.server.ts";
import { loadDependencies } from "#db/queries/measure-lookups.server.ts";
import { findMeasure } from "#db/queries/portfolio.server.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople, type Person } from "#tests/support/people.ts";
import { aDependency, aMeasure, aMilestone, aPortfolio } from "#tests/support/portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

let db: Db;
let people: Record<Person, ServiceContext>;
beforeEach(() => {
  db = emptyDatabase();
  storePortfolio(db, aPortfolio({ measures: [aMeasure({ id: 1 }), aMeasure({ id: 2, title: "B", milestones: [aMilestone({ id: 7 })] })], dependencies: [aDependency()] }));
  people = enrolPeople(db);
});

function args(person: Person, path: string, params: Record<string, string>, entries: Record<string, string>): ActionFunctionArgs {
  const { clock, user } = people[person];
  const request = new Request(`http://localhost${path}`, { method: "POST", body: new URLSearchParams(entries) });
  return { request, params, context: { db, clock, user, expiredUserId: null, nonce: "n", clientAddress: "" } };
}
const removeDependency = (person: Person) => sheetAction(args(person, "/massnahmen/2", { measureId: "2" }, { intent: "removeDependency", dependencyId: "1" }));
const removeMilestone = (person: Person) =>
  partAction(args(person, "/massnahmen/2/meilensteine/7", { measureId: "2", part: "meilensteine", partId: "7" }, { intent: "remove", rowVersion: "1" }));
/** Where the answer leads, and what is said there. */
function outcome(answer: unknown) {
  if (!(answer instanceof Response)) throw new Error("not a redirect");
  const [, kind, text] = /message=(\w+)\.([^;]*)/.exec(answer.headers.get("Set-Cookie") ?? "") ?? [];
  return { to: answer.headers.get("Location"), kind, text: decodeURIComponent(text ?? "") };
}

describe("what somebody else removed meanwhile", () => {
  it("is not for others to remove", async () => {
    for (const person of ["otherContributor", "reviewer", "viewer"] as const) {
      await expect(removeDependency(person)).rejects.toMatchObject({ status: 403 });
      await expect(removeMilestone(person)).rejects.toMatchObject({ status: 403 });
    }
    expect(loadDependencies(db)).toHaveLength(1);
  });

  it("leads the second one back to the measure, which says that nothing was removed", async () => {
    expect(outcome(await removeDependency("itContributor"))).toMatchObject({ to: "/massnahmen/2#abhaengigkeiten", kind: "success" });
    expect(outcome(await removeDependency("officer"))).toEqual({ to: "/massnahmen/2#abhaengigkeiten", kind: "warning", text: expect.stringContaining("Nichts entfernt") as string });
    expect(outcome(await removeMilestone("itContributor"))).toMatchObject({ to: "/massnahmen/2#meilensteine", kind: "success" });
    expect(outcome(await removeMilestone("officer"))).toEqual({ to: "/massnahmen/2#meilensteine", kind: "warning", text: "Dieser Eintrag wurde inzwischen entfernt." });
  });

  it("is not saved: what was typed, sound or not, waits in the form for a new entry", async () => {
    const address = "/massnahmen/2/meilensteine/7";
    const params = { measureId: "2", part: "meilensteine", partId: "7" };
    const save = (person: Person, title: string) => partAction(args(person, address, params, { rowVersion: "1", title, dueDate: "2027-05-01", reachedOn: "" }));
    await removeMilestone("officer");
    for (const person of ["otherContributor", "reviewer", "viewer"] as const) await expect(save(person, "X")).rejects.toMatchObject({ status: 403 });
    const fresh = { ...params, partId: "neu" };
    const offered = () => partLoader({ ...args("itContributor", "", fresh, {}), request: new Request("http://localhost/massnahmen/2/meilensteine/neu?entwurf=1") });
    for (const title of ["Pilot läuft", ""]) {
      const answer = outcome(await save("itContributor", title));
      expect(answer).toMatchObject({ to: "/massnahmen/2", kind: "warning" });
      expect(answer.text).toContain("inzwischen entfernt. Gespeichert wurde nichts");
      expect(offered()).toMatchObject({ draft: { taken: true }, values: { title, dueDate: "2027-05-01" }, isNew: true });
      expect(offered().values).not.toHaveProperty("rowVersion");
    }
    await partAction(args("itContributor", "/massnahmen/2/meilensteine/neu", fresh, { title: "Pilot läuft", dueDate: "2027-05-01", reachedOn: "" }));
    expect(findMeasure(db, 2)?.milestones).toMatchObject([{ title: "Pilot läuft" }]);
    expect(offered().draft).toBeNull();
  });
});
