import type { Db } from "#db/client.server.ts";
import { findMunicipality } from "#db/queries/portfolio.server.ts";

/** What stands around every page, logged in or not. Null before the first set-up. */
export function showFrame({ db }: { db: Db }) {
  const municipality = findMunicipality(db);
  return municipality && { name: municipality.name, brandColour: municipality.brandColour, isDemonstration: municipality.isDemonstration, budgetSystem: municipality.budgetSystem };
}
