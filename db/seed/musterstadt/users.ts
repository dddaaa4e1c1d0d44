import { raterGroups as referenceGroups } from "#db/seed/reference/rater-groups.ts";
import type { SeedGroup, SeedUser } from "./shape.ts";

export const raterGroups: readonly SeedGroup[] = referenceGroups.map((group) => ({ key: group.kind === "digitalOfficer" ? "officer" : group.kind, ...group }));

/** Every person is invented; so are the parliamentary groups. */
export const users: readonly SeedUser[] = [
  { key: "lindner", name: "Jana Lindner", email: "digital@musterstadt.example", role: "digitalOfficer", unit: "sd", group: "officer" },
  { key: "kraemer", name: "Tobias Krämer", email: "digital-vertretung@musterstadt.example", role: "digitalOfficer", unit: "sd", group: "officer" },
  { key: "sommer", name: "Petra Sommer", email: "buergerservice@musterstadt.example", role: "contributor", unit: "fb32", group: "administration" },
  { key: "aydin", name: "Yusuf Aydin", email: "schule@musterstadt.example", role: "contributor", unit: "fb40", group: "administration" },
  { key: "vogt", name: "Karsten Vogt", email: "it@musterstadt.example", role: "contributor", unit: "fb11", group: "administration" },
  { key: "brandt", name: "Ines Brandt", email: "stadtwerke@musterstadt.example", role: "contributor", unit: "swm", group: "administration" },
  { key: "reimann", name: "Helga Reimann", email: "bauen@musterstadt.example", role: "contributor", unit: "fb61", group: "administration" },
  { key: "hartwig", name: "Sabine Hartwig", email: "ratsmitglied1@musterstadt.example", role: "reviewer", unit: null, group: "politics", parliamentaryGroup: "Bürgerliste Musterstadt" },
  { key: "petersen", name: "Jörn Petersen", email: "ratsmitglied2@musterstadt.example", role: "reviewer", unit: null, group: "politics", parliamentaryGroup: "Soziale Liste" },
  { key: "nowak", name: "Lea Nowak", email: "ratsmitglied3@musterstadt.example", role: "reviewer", unit: null, group: "politics", parliamentaryGroup: "Forum Klima und Stadt" },
  { key: "demir", name: "Cem Demir", email: "ratsmitglied4@musterstadt.example", role: "reviewer", unit: null, group: "politics", parliamentaryGroup: "Bürgerliste Musterstadt" },
  { key: "kaiser", name: "Bernd Kaiser", email: "kaemmerei@musterstadt.example", role: "viewer", unit: "fb20", group: null },
  { key: "stein", name: "Ulrike Stein", email: "verwaltungsleitung@musterstadt.example", role: "viewer", unit: "bm", group: null },
  { key: "admin", name: "Administration", email: "admin@musterstadt.example", role: "admin", unit: "fb11", group: null },
];

/** One password for all demonstration accounts; a production start refuses every account that carries the mark. */
export const demonstrationPassword = "Musterstadt-2026!";
