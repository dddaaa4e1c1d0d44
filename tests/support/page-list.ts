import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { UserKey } from "#db/seed/musterstadt/shape.ts";
import { ballot, criterion, measure, orgUnit, prioritisationRound, raterGroup, snapshot, team, teamStaffing, user } from "#db/schema/index.ts";

/** Every page of the demonstration with somebody who may see it, so that a browser can walk through all of them. */
export function pagesOf(db: Db): ReadonlyArray<{ readonly as: UserKey; readonly path: string; readonly status: number }> {
  const idOf = (row: { id: number } | undefined): number => {
    if (!row) throw new Error("the demonstration lacks a row that a page needs");
    return row.id;
  };
  const measureId = idOf(db.select({ id: measure.id }).from(measure).where(eq(measure.title, "Flächendeckende E-Akte")).get());
  const unratedId = idOf(db.select({ id: measure.id }).from(measure).where(eq(measure.title, "Digitale Ratsarbeit")).get());
  const criterionId = idOf(db.select({ id: criterion.id }).from(criterion).get());
  const groupId = idOf(db.select({ id: raterGroup.id }).from(raterGroup).get());
  const teamId = idOf(db.select({ id: team.id }).from(team).get());
  const staffing = db.select().from(teamStaffing).all()[0] ?? { id: 0, teamId: 0 };
  const unitId = idOf(db.select({ id: orgUnit.id }).from(orgUnit).where(eq(orgUnit.shortName, "FB 32")).get());
  const userId = idOf(db.select({ id: user.id }).from(user).where(eq(user.name, "Petra Sommer")).get());
  const versionId = idOf(db.select({ id: snapshot.id }).from(snapshot).where(eq(snapshot.number, 2)).get());
  const roundIds = db.select({ id: prioritisationRound.id }).from(prioritisationRound).all().map((row) => row.id);
  const openRoundId = idOf(db.select({ id: prioritisationRound.id }).from(prioritisationRound).where(eq(prioritisationRound.state, "open")).get());
  const ballotIn = (state: "open" | "closed") => idOf(db.select({ id: ballot.id }).from(ballot).where(eq(ballot.state, state)).get());
  const ballots = ["/abstimmungen", `/abstimmungen/${ballotIn("open")}`, `/abstimmungen/${ballotIn("closed")}`];
  const officer = [
    ...ballots,
    "/abstimmungen/neu",
    `/abstimmungen/${ballotIn("open")}/schliessen`,
    "/",
    "/konto",
    "/konto/passwort",
    "/massnahmen",
    "/massnahmen?hinweis=stale&spalten=status&spalten=missing&spalten=updatedAt",
    "/massnahmen?suche=gibtesnicht",
    "/massnahmen/board",
    "/massnahmen/neu",
    `/massnahmen/${measureId}`,
    `/massnahmen/${measureId}/bearbeiten`,
    `/massnahmen/${measureId}/verlauf`,
    `/massnahmen/${measureId}/abhaengigkeiten/neu`,
    `/massnahmen/${measureId}/planung`,
    `/massnahmen/${measureId}/planung/foerderfenster/neu`,
    "/massnahmen/import",
    "/zeitplan",
    `/zeitplan/${measureId}/verschieben`,
    "/zeitplan/rueckgaengig",
    "/zeitplan/wiederholen",
    "/planung",
    "/priorisierung",
    "/priorisierung/portfolio",
    "/priorisierung/abweichungen",
    "/priorisierung/gewichte-probieren",
    "/priorisierung/gewichte-probieren?gewicht.c1=90",
    "/priorisierung/verfahren",
    "/priorisierung/verfahren?sortierung=spannweite&richtung=ab",
    "/priorisierung/robustheit",
    "/priorisierung/robustheit?spielraum=100&oben=5",
    "/priorisierung/runden",
    "/priorisierung/runden/neu",
    ...roundIds.flatMap((id) => [`/priorisierung?runde=${id}`, `/priorisierung/runden/${id}`, `/priorisierung/runden/${id}/bearbeiten`, `/priorisierung/runden/${id}/schliessen`, `/priorisierung/runden/${id}/annehmen`, `/priorisierung/runden/${id}/vergleich`]),
    `/priorisierung/runden/${openRoundId}/plaetze/${measureId}`,
    "/priorisierung/kriterien",
    `/priorisierung/kriterien/${criterionId}`,
    `/priorisierung/gruppen/${groupId}`,
    `/priorisierung/gruppen/${groupId}/loeschen`,
    "/priorisierung/matrix",
    "/priorisierung/umfrage",
    "/priorisierung/gewichte",
    `/priorisierung/gewichte/${groupId}`,
    "/priorisierung/bewerten",
    `/priorisierung/bewerten/${unratedId}`,
    "/variantenvergleich",
    "/variantenvergleich/neu",
    "/variantenvergleich/1",
    "/variantenvergleich/1/bearbeiten",
    "/variantenvergleich/1/bewerten",
    "/planung/vorgaben",
    "/planung/vorgaben/paare/neu",
    "/planung/vorgaben/paare/1",
    "/szenarien",
    "/szenarien/neu",
    "/szenarien/vergleich",
    "/szenarien/1",
    "/szenarien/1/bearbeiten",
    "/ressourcen/personal",
    "/ressourcen/personal/kapazitaeten",
    `/ressourcen/personal/kapazitaeten/${teamId}`,
    `/ressourcen/personal/kapazitaeten/${staffing.teamId}`,
    `/ressourcen/personal/kapazitaeten/${staffing.teamId}/besetzung/neu`,
    `/ressourcen/personal/kapazitaeten/${staffing.teamId}/besetzung/${staffing.id}`,
    "/ressourcen/personal?einheit=vzae&personal=extern",
    "/ressourcen/personal?zeilen=einheit",
    "/ressourcen/stellenbedarf",
    "/ressourcen/stellenplan",
    "/ressourcen/stellenplan?zustand=requested&zweck=ohne",
    "/ressourcen/stellenplan/neu",
    "/ressourcen/stellenplan/1",
    "/ressourcen/stellenplan/kostensaetze",
    "/ressourcen/stellenplan/kostensaetze/neu",
    "/ressourcen/stellenplan/kostensaetze/1",
    "/ressourcen/haushalt",
    "/ressourcen/haushalt/rahmen",
    "/ressourcen/haushalt/stellen",
    "/ressourcen/haushalt/stellen/neu",
    "/ressourcen/haushalt/stellen/nicht-zugeordnet",
    "/ressourcen/haushalt/stellen/1",
    "/ressourcen/haushalt/stellen/import",
    "/ausschuss",
    "/ausschuss/aenderungsantraege",
    "/ausschuss/aenderungsantraege/neu",
    "/ausschuss/aenderungsantraege/1",
    "/ausschuss/aenderungsantraege/1/bearbeiten",
    "/ausschuss/aenderungsantraege/2/bearbeiten",
    "/ausschuss/fassungen/neu",
    `/ausschuss/fassungen/${versionId}`,
    `/ausschuss/fassungen/${versionId}/massnahmen/${measureId}`,
    "/berichte",
    "/strategie",
    "/hilfe",
    "/barrierefreiheit",
  ];
  const administration = ["/", "/verwaltung", "/verwaltung/einstellungen", "/verwaltung/organisation", "/verwaltung/organisation/neu", `/verwaltung/organisation/${unitId}`, "/verwaltung/personen", "/verwaltung/personen/neu", `/verwaltung/personen/${userId}`, "/verwaltung/protokoll"];
  const committee = [...ballots, "/", "/ausschuss", "/ausschuss/aenderungsantraege", "/ausschuss/aenderungsantraege/1", `/ausschuss/fassungen/${versionId}`, `/ausschuss/fassungen/${versionId}/massnahmen/${measureId}`, "/priorisierung/bewerten", "/priorisierung/gewichte", "/variantenvergleich", "/variantenvergleich/1", "/variantenvergleich/1/bewerten", "/berichte"];
  const pages = (as: UserKey, paths: readonly string[]) => paths.map((path) => ({ as, path, status: 200 }));
  const refusals = [
    { as: "lindner", path: "/diese/seite/gibt/es/nicht", status: 404 },
    { as: "demir", path: "/massnahmen", status: 403 },
  ] as const;
  return [...refusals, ...pages("lindner", officer), ...pages("admin", administration), ...pages("demir", committee), ...pages("sommer", ["/", "/massnahmen/neu", `/massnahmen/${measureId}`])];
}
