import { euros, type Cents } from "#app/domain/money/cents.ts";
import type { UserKey } from "./shape.ts";

/** Musterstadt weighs the template's forms of organisation. Every figure is invented; null is one that nobody has estimated yet. */
type Figures = { readonly oneOffCents: Cents | null; readonly yearlyCents: Cents | null; readonly postHundredths: number | null };

/** In the order of the template's options. */
export const figures: readonly Figures[] = [
  { oneOffCents: euros(60_000), yearlyCents: euros(285_000), postHundredths: 300 },
  { oneOffCents: euros(25_000), yearlyCents: euros(240_000), postHundredths: 250 },
  { oneOffCents: euros(12_000), yearlyCents: euros(142_500), postHundredths: 150 },
  { oneOffCents: null, yearlyCents: euros(95_000), postHundredths: 100 },
  { oneOffCents: euros(18_000), yearlyCents: euros(190_000), postHundredths: 200 },
  { oneOffCents: null, yearlyCents: null, postHundredths: null },
];

export const ownProposal = {
  name: "Eigener Vorschlag: Stabsstelle mit Lotsennetz",
  description: "Eine kleine Stabsstelle steuert; in jedem Fachbereich übernimmt eine Person mit einem festen Zeitanteil die Rolle einer Digitallotsin oder eines Digitallotsen.\nDafür spricht: Wirkung in alle Fachbereiche mit wenig neuem Personal.\nDagegen spricht: Die Zeitanteile müssen in den Fachbereichen frei werden; Kosten sind noch nicht geschätzt.",
};

export const recommendation =
  "Die Verwaltung empfiehlt die Stabsstelle bei der Verwaltungsleitung. Sie wirkt in alle Fachbereiche und lässt sich binnen eines halben Jahres einrichten.\nDer eigene Vorschlag mit einem Lotsennetz soll nach einem Jahr als Ausbau geprüft werden, sobald seine Kosten geschätzt sind.";

/** One digit per criterion and option, in the template's order; "-" is "kann ich nicht beurteilen". Who has not come to an option yet gave none. */
export const answers: Readonly<Partial<Record<UserKey, readonly string[]>>> = {
  lindner: ["332213", "221223", "223322", "112431", "433322", "433222"],
  vogt: ["231114", "322322", "213322", "113321", "322312", "32-212"],
  sommer: ["342213", "222322", "233422", "123431", "333322", "343322"],
  reimann: ["22-114", "212322", "223331", "113330", "423212"],
  hartwig: ["343224", "2312-3", "232322", "12332-", "432323", "342223"],
  nowak: ["24--24", "13--22", "33--22", "12--30", "33--22"],
};

/** Option and criterion by their place in the template. */
export const notes: ReadonlyArray<{ readonly user: UserKey; readonly option: number; readonly criterion: number; readonly note: string }> = [
  { user: "sommer", option: 0, criterion: 1, note: "Eine sichtbare Anlaufstelle hilft auch am Schalter." },
  { user: "vogt", option: 0, criterion: 5, note: "Die Aufgaben der IT müssten neu zugeschnitten werden." },
  { user: "lindner", option: 4, criterion: 0, note: "Die Nähe zur Leitung hat sich bei der E-Akte bewährt." },
];
