import type { Db } from "#db/client.server.ts";

/**
 * Who may do what at every address, written down by hand and independently of the program.
 * - anonymous; o digital officer, c contributor, r committee member, v viewer, a admin;
 * C contributor where the measure's lead unit is the own one. Everybody else is refused.
 */
export type RouteRow = {
  /** Who gets the page. */
  readonly get: string;
  /** The statuses of a page that is given; a page by default. */
  readonly getStatus?: readonly number[];
  /** Which part of the address names the measure. */
  readonly measureParameter?: string;
  /** Takes seconds to make, so it is asked for by GET alone. */
  readonly expensive?: boolean;
  /** Who may send a form there; null where the address takes none. */
  readonly post: string | null;
  /** The statuses of an empty form from someone who may send one. */
  readonly postStatus?: readonly number[];
  /** A form that would be accepted: whoever may not send one is refused it, whoever may gets `formStatus`. */
  readonly form?: (facts: Facts) => Record<string, string>;
  readonly formStatus?: readonly number[];
  /** The status of that form from someone who may not send it, where it is not 403. */
  readonly formRefusal?: number;
};
/** `serial` is new for every request; measure and unit are those of the address. */
export type Facts = { readonly db: Db; readonly serial: number; readonly measureId: number; readonly unitId: number };

const EVERYBODY = "ocrva";
const PLAN = "ocva";
const page = (get: string): RouteRow => ({ get, post: null });
const versionOf = ({ db }: Facts, table: string, id: number) => String(db.$client.prepare(`SELECT row_version FROM "${table}" WHERE id = ?`).pluck().get(id));
const newestRoundId = (db: Db) => String(db.$client.prepare("SELECT id FROM prioritisation_round ORDER BY opened_at DESC, id DESC").pluck().get());
const criterionIds = (db: Db) => db.$client.prepare("SELECT criterion_id FROM round_criterion WHERE round_id = ?").pluck().all(newestRoundId(db)).map(String);

export const routeTable: Readonly<Record<string, RouteRow>> = {
  "": page(EVERYBODY),
  "*": { get: `-${EVERYBODY}`, getStatus: [404], post: `-${EVERYBODY}`, postStatus: [404] },

  anmelden: { get: `-${EVERYBODY}`, getStatus: [200, 302], post: `-${EVERYBODY}`, postStatus: [400, 302] },
  abmelden: { get: `-${EVERYBODY}`, getStatus: [302], post: `-${EVERYBODY}`, postStatus: [302] },
  einrichtung: { get: `-${EVERYBODY}`, getStatus: [404], post: `-${EVERYBODY}`, postStatus: [404] },
  hilfe: page(`-${EVERYBODY}`),
  barrierefreiheit: page(`-${EVERYBODY}`),
  konto: { get: EVERYBODY, post: EVERYBODY, form: () => ({ intent: "theme", theme: "dark" }) },
  "konto/passwort": { get: EVERYBODY, post: EVERYBODY },

  zeitplan: page(PLAN),
  "zeitplan.svg": page(PLAN),
  "zeitplan/rueckgaengig": { get: "oc", post: "oc", postStatus: [404] },
  "zeitplan/wiederholen": { get: "oc", post: "oc", postStatus: [404] },
  "zeitplan.csv": page("ocv"),
  "zeitplan/:id/verschieben": { get: "oC", post: "oC", measureParameter: "id" },
  "zeitplan/:id/wirkung.json": page(PLAN),

  planung: { get: PLAN, post: "o" },
  // The demonstration holds no run of the planner.
  "planung/laeufe/:runId": { get: PLAN, getStatus: [404], post: null },
  "planung/laeufe/:runId/fortschritt.json": { get: PLAN, getStatus: [404], post: null },
  "planung/laeufe/:runId/zeitplan.svg": { get: PLAN, getStatus: [404], post: null },
  "planung/laeufe/:runId/massnahmen/:measureId": { get: PLAN, getStatus: [404], post: null },
  "planung/laeufe/:runId/abbrechen": { get: "o", getStatus: [302], post: "o", postStatus: [404] },

  priorisierung: page(PLAN),
  "priorisierung/portfolio": page(PLAN),
  "priorisierung/abweichungen": page(PLAN),
  "priorisierung/gewichte-probieren": {
    get: PLAN,
    post: "oc",
    form: ({ db, serial }) => ({ title: `Vorschlag ${serial}`, roundId: newestRoundId(db), ...Object.fromEntries(criterionIds(db).map((id) => [`gewicht.c${id}`, "10"])) }),
  },
  "priorisierung/verfahren": page(PLAN),
  "priorisierung/robustheit": page(PLAN),
  "priorisierung/runden": page(PLAN),
  "priorisierung/runden/neu": { get: "o", post: "o" },
  "priorisierung/runden/:roundId": page(PLAN),
  "priorisierung/runden/:roundId/bearbeiten": { get: "o", post: "o" },
  "priorisierung/runden/:roundId/schliessen": { get: "o", post: "o" },
  "priorisierung/runden/:roundId/annehmen": { get: "o", post: "o" },
  "priorisierung/runden/:roundId/vergleich": page(PLAN),
  "priorisierung/runden/:roundId/plaetze/:measureId": { get: "o", getStatus: [200, 404], post: "o" },
  "priorisierung/kriterien": { get: PLAN, post: "o" },
  "priorisierung/kriterien/:criterionId": { get: "o", post: "o" },
  "priorisierung/gruppen/:raterGroupId": { get: "o", post: "o" },
  // Every group of the demonstration has ratings, so even whoever may delete one is refused.
  "priorisierung/gruppen/:raterGroupId/loeschen": { get: "o", post: "o", form: (facts) => ({ rowVersion: versionOf(facts, "rater_group", 1) }), formStatus: [400] },
  "priorisierung/gewichte": page(EVERYBODY),
  // Group 1 is the administration: its members weigh for it, the digital officer reads.
  "priorisierung/gewichte/:raterGroupId": { get: "oc", post: "c", form: (facts) => ({ method: "equal", rowVersion: String(facts.db.$client.prepare("SELECT row_version FROM round_group WHERE rater_group_id = 1").pluck().get()) }) },
  "priorisierung/umfrage": { get: "o", post: "o", postStatus: [400] },
  "priorisierung/matrix": { get: "ocr", post: "ocr", postStatus: [400] },
  "priorisierung/bewerten": page("ocr"),
  "priorisierung/bewerten/:measureId": { get: "ocr", post: "ocr" },
  "priorisierung/bewerten/:measureId/antwort": { get: "ocr", getStatus: [302], post: "ocr", postStatus: [400] },

  variantenvergleich: { get: "ocrv", post: "o", postStatus: [404] },
  "variantenvergleich/neu": { get: "o", post: "o", form: ({ serial }) => ({ title: `Vergleich ${serial}`, template: "digitalOrganisation" }) },
  "variantenvergleich/:id": { get: "ocrv", post: "o", form: (facts) => ({ intent: "restore", rowVersion: versionOf(facts, "option_comparison", 1) }) },
  "variantenvergleich/:id/bearbeiten": { get: "o", post: "o", form: (facts) => ({ title: `Vergleich ${facts.serial}`, rowVersion: versionOf(facts, "option_comparison", 1), "options.n1.name": "" }), formStatus: [400] },
  "variantenvergleich/:id/bewerten": { get: "ocr", post: "ocr", form: () => ({ optionId: "1", "answers.c1": "3" }) },
  "variantenvergleich/:id/vergleich.pdf": { ...page("ocrv"), expensive: true },

  // Ballot 1 of the demonstration is open; its members are the committee. An officer's empty form and a member's are no button at all.
  abstimmungen: page("or"),
  "abstimmungen/neu": { get: "o", post: "o" },
  "abstimmungen/:ballotId": { get: "or", post: "or" },
  "abstimmungen/:ballotId/bearbeiten": { get: "o", getStatus: [302], post: "o" },
  "abstimmungen/:ballotId/schliessen": { get: "o", post: "o" },

  "planung/vorgaben": { get: PLAN, post: "o", form: () => ({}) },
  "planung/vorgaben/paare/:pairId": { get: "o", post: "o" },
  // The demonstration comes without a computed plan.
  "planung/laeufe/:runId/uebernehmen": { get: "o", getStatus: [200, 404], post: "o", postStatus: [400, 404] },

  szenarien: { get: PLAN, post: "o", postStatus: [404] },
  "szenarien/neu": { get: "o", post: "o", form: ({ serial }) => ({ name: `Szenario ${serial}` }) },
  "szenarien/vergleich": page(PLAN),
  "szenarien/vergleich.pdf": { ...page("ocv"), getStatus: [404] },
  "szenarien/vergleich.xlsx": { ...page("ocv"), getStatus: [404] },
  "szenarien/vergleich.csv": { ...page("ocv"), getStatus: [404] },
  "szenarien/:scenarioId": { get: PLAN, post: "o", form: (facts) => ({ intent: "restore", rowVersion: versionOf(facts, "scenario", 1) }) },
  "szenarien/:scenarioId/bearbeiten": {
    get: "o",
    post: "o",
    form: (facts) => ({
      name: `Szenario ${facts.serial}`,
      rowVersion: versionOf(facts, "scenario", 1),
      ...{ priorityWeight: "100", savingWeight: "0", lateDiscountPercent: "30", unknownEstimates: "leaveOut", assumedDurationQuarters: "4", assumedCostCents: "25.000", assumedPersonDays: "40", stability: "0" },
    }),
  },

  "ressourcen/personal": page(PLAN),
  "ressourcen/personal/kapazitaeten": { get: "o", post: "o" },
  "ressourcen/personal/kapazitaeten/:teamId": { get: "o", post: "o" },
  "ressourcen/personal/kapazitaeten/:teamId/besetzung/:staffingId": { get: "o", getStatus: [200, 404], post: "o", postStatus: [400, 404] },
  "ressourcen/stellenbedarf": page(PLAN),
  "ressourcen/stellenplan": page(PLAN),
  "ressourcen/stellenplan/stellenplan.csv": page("ocv"),
  "ressourcen/stellenplan/kostensaetze": page(PLAN),
  "ressourcen/stellenplan/kostensaetze/:rateId": { get: "o", post: "o" },
  "ressourcen/stellenplan/:postId": {
    get: "o",
    post: "o",
    form: (facts) => ({ title: `Stelle ${facts.serial}`, orgUnitId: String(facts.unitId), fte: "0,5", state: "requested", hiringDelayQuarters: "2", rowVersion: versionOf(facts, "post", 1) }),
  },
  "ressourcen/haushalt": page(PLAN),
  "ressourcen/haushalt/rahmen": { get: "o", post: "o" },
  "ressourcen/haushalt/konten.csv": page("ocv"),
  "ressourcen/haushalt/stellen": page(PLAN),
  "ressourcen/haushalt/stellen/neu": { get: "o", post: "o", form: ({ serial }) => ({ fiscalYear: "2030", budgetProduct: "1115", budgetAccount: String(500_000 + serial), budgetKind: "consumptive", direction: "expense" }) },
  "ressourcen/haushalt/stellen/nicht-zugeordnet": { get: PLAN, post: "o", form: () => ({ proposal: "1-1" }) },
  "ressourcen/haushalt/stellen/import": { get: "o", post: "o", postStatus: [400] },
  "ressourcen/haushalt/stellen/:lineId": { get: PLAN, post: "o" },

  ausschuss: page(EVERYBODY),
  // Motion 1 of the demonstration is submitted: only its statement is still written.
  "ausschuss/aenderungsantraege": page("ocrv"),
  "ausschuss/aenderungsantraege/neu": { get: "o", post: "o" },
  "ausschuss/aenderungsantraege/:motionId": { get: "ocrv", post: "o", form: (facts) => ({ state: "withdrawn", rowVersion: versionOf(facts, "amendment_motion", 1) }) },
  "ausschuss/aenderungsantraege/:motionId/bearbeiten": { get: "o", post: "o", postStatus: [302, 400] },
  "ausschuss/aenderungsantraege/:motionId/antrag.pdf": { ...page("ocrv"), expensive: true },
  "ausschuss/fassungen/neu": { get: "o", post: "o", form: ({ serial }) => ({ title: `Fassung ${serial}`, note: "" }) },
  "ausschuss/fassungen/:id": { get: EVERYBODY, post: "or", form: ({ serial }) => ({ intent: "comment", text: `Frage ${serial}` }) },
  "ausschuss/fassungen/:id/massnahmen/:measureId": { get: EVERYBODY, post: "or", form: ({ serial }) => ({ intent: "comment", text: `Frage ${serial}` }) },
  "ausschuss/fassungen/:id/zeitplan.svg": page(EVERYBODY),
  "ausschuss/fassungen/:id/bericht.pdf": { ...page("ocrv"), expensive: true },
  "ausschuss/fassungen/:id/bericht.xlsx": page("ocrv"),
  "ausschuss/fassungen/:id/fassung.json": page(EVERYBODY),

  berichte: page("ocrv"),

  strategie: page(PLAN),
  "strategie/:kind/:itemId": { get: "o", post: "o" },

  // The demonstration holds no import, so whoever may ask for one gets 404, and everybody else learns nothing.
  "massnahmen/import": { get: "o", post: "o", postStatus: [400] },
  "massnahmen/import/hochladen": { get: "o", getStatus: [302], post: "o", postStatus: [400] },
  "massnahmen/import/vorlage.csv": page("o"),
  "massnahmen/import/vorlage.xlsx": page("o"),
  "massnahmen/import/:id": { get: "o", getStatus: [404], post: "o", postStatus: [400, 404] },
  "massnahmen/import/:id/fortschritt": { get: "o", getStatus: [404], post: null },
  "massnahmen/import/:id/fortschritt.json": { get: "o", getStatus: [404], post: null },
  "massnahmen/import/:id/bericht": { get: "o", getStatus: [404], post: "o", postStatus: [404] },

  massnahmen: page(PLAN),
  "massnahmen/board": { get: PLAN, post: "oC", postStatus: [404, 400] },
  "massnahmen/sammelaenderung": { get: "o", post: "o" },
  "massnahmen/neu": {
    get: "oc",
    post: "oC",
    form: ({ serial, unitId }) => ({ title: `Maßnahme ${serial}`, status: "idea", leadUnitId: String(unitId) }),
    // A foreign unit is a wrong entry in one's own form, and is said beside its field.
    formRefusal: 400,
  },
  "massnahmen/:measureId": { get: PLAN, post: "oC", form: () => ({ intent: "confirm" }) },
  "massnahmen/:measureId/bearbeiten": {
    get: "oC",
    post: "oC",
    form: (facts) => ({ title: `Maßnahme ${facts.serial}`, status: "idea", leadUnitId: String(facts.unitId), rowVersion: versionOf(facts, "measure", facts.measureId) }),
  },
  "massnahmen/:measureId/verlauf": page(PLAN),
  "massnahmen/:measureId/abhaengigkeiten/neu": { get: "oC", post: "oC" },
  "massnahmen/:measureId/planung": { get: PLAN, post: "oC", form: ({ db, measureId }) => ({ rowVersion: String(db.$client.prepare("SELECT row_version FROM measure_terms WHERE measure_id = ?").pluck().get(measureId) ?? 0) }) },
  "massnahmen/:measureId/planung/foerderfenster/:windowId": { get: "oC", getStatus: [200, 404], post: "oC", postStatus: [400, 404] },
  "massnahmen/:measureId/:part/:partId": { get: "oC", post: "oC" },

  verwaltung: { get: "oa", getStatus: [302], post: null },
  "verwaltung/einstellungen": {
    get: "a",
    post: "a",
    form: (facts) => ({
      name: `Musterstadt ${facts.serial}`,
      land: "NW",
      budgetSystem: "nkf",
      productPattern: "\\d{4}",
      accountPattern: "\\d{6}",
      firstFiscalYear: "2027",
      fiscalHorizon: "4",
      budgetPeriodYears: "1",
      brandColour: "#00598c",
      rowVersion: versionOf(facts, "municipality", 1),
    }),
  },
  "verwaltung/organisation": page("oa"),
  "verwaltung/organisation/neu": { get: "oa", post: "oa", form: ({ serial }) => ({ name: "Neue Einheit", shortName: `N${serial}`, kind: "department", position: "9" }) },
  "verwaltung/organisation/:id": { get: "oa", post: "oa", form: (facts) => ({ intent: "restore", rowVersion: versionOf(facts, "org_unit", 1) }) },
  "verwaltung/personen": page("a"),
  "verwaltung/personen/neu": {
    get: "a",
    post: "a",
    form: ({ serial }) => ({ name: "Neue Person", email: `neu${serial}@musterstadt.example`, role: "viewer" }),
    formStatus: [200],
  },
  "verwaltung/personen/:id": { get: "a", post: "a", form: (facts) => ({ intent: "reactivate", rowVersion: versionOf(facts, "user", 1) }) },
  "verwaltung/protokoll": page("oa"),
};
