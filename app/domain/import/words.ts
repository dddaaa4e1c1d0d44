import type { BudgetKind, EffectDirection, MeasureStatus, PlanningHorizon, TargetGroup, TrafficLight } from "#app/domain/measures/vocabulary.ts";
import { normaliseWord } from "./cell.ts";

/** The words lists use for the closed vocabularies, German and English. Whatever is not here is shown as unknown. */
type Words<T extends string> = Readonly<Record<T, readonly string[]>>;

const STATUS: Words<MeasureStatus> = {
  idea: ["idee", "projektidee", "ideenspeicher", "idea"],
  proposed: ["vorgeschlagen", "vorschlag", "beantragt", "proposed"],
  planned: ["geplant", "in planung", "planung", "vorgesehen", "planned"],
  resolved: ["beschlossen", "genehmigt", "approved", "resolved", "decided"],
  inProgress: ["in umsetzung", "umsetzung", "laufend", "läuft", "in arbeit", "in bearbeitung", "begonnen", "gestartet", "in progress", "ongoing", "started", "running"],
  implemented: ["umgesetzt", "abgeschlossen", "erledigt", "fertig", "beendet", "done", "completed", "implemented", "finished"],
  rejected: ["verworfen", "abgelehnt", "gestrichen", "rejected", "cancelled", "canceled"],
  deferred: ["zurückgestellt", "verschoben", "pausiert", "ruht", "ruhend", "deferred", "postponed", "on hold"],
};

const DIRECTION: Words<EffectDirection> = {
  inward: ["innen", "nach innen", "intern", "nach innen verwaltung", "verwaltungsintern", "inward", "internal"],
  outward: ["außen", "nach außen", "extern", "nach außen bürgerschaft wirtschaft", "outward", "external"],
  both: ["beides", "beide", "innen und außen", "nach innen und außen", "both"],
};

const HORIZON: Words<PlanningHorizon> = {
  shortTerm: ["kurzfristig", "kurz", "sofort", "short term", "short"],
  midTerm: ["mittelfristig", "mittel", "mid term", "medium term", "medium"],
  longTerm: ["langfristig", "lang", "long term", "long"],
};

const LIGHT: Words<TrafficLight> = {
  green: ["grün", "gruen", "g", "green", "grün im plan"],
  yellow: ["gelb", "orange", "yellow", "amber", "gelb abweichung möglich"],
  red: ["rot", "red", "rot ziel gefährdet"],
};

const TARGET: Words<TargetGroup> = {
  citizens: ["bürger", "bürgerinnen", "bürgerinnen und bürger", "bürger innen", "bürgerschaft", "einwohner", "einwohnerinnen und einwohner", "öffentlichkeit", "citizens", "public"],
  businesses: ["unternehmen", "wirtschaft", "gewerbe", "handel", "betriebe", "businesses", "companies"],
  clubs: ["vereine", "verein", "vereine und ehrenamt", "ehrenamt", "clubs", "associations"],
  schools: ["schulen", "schule", "kitas", "schulen und kitas", "schülerinnen und schüler", "lehrkräfte", "schools"],
  administration: ["verwaltung", "mitarbeitende", "mitarbeiter", "mitarbeiterinnen und mitarbeiter", "beschäftigte", "intern", "administration", "staff"],
  council: ["rat", "politik", "ausschüsse", "rat und ausschüsse", "gremien", "council"],
  visitors: ["gäste", "touristen", "gäste und touristen", "besucher", "besucherinnen und besucher", "tourismus", "visitors", "tourists"],
};

const KIND: Words<BudgetKind> = {
  investive: ["investiv", "investition", "investive", "inv", "investment", "capex"],
  consumptive: ["konsumtiv", "aufwand", "konsumtive", "kons", "consumptive", "opex"],
};

const YES_NO: Words<"yes" | "no"> = { yes: ["ja", "j", "x", "wahr", "yes", "y", "true", "1", "daueraufgabe"], no: ["nein", "n", "falsch", "no", "false", "0"] };

function lookupIn<T extends string>(words: Words<T>): (text: string) => T | null {
  const index = new Map<string, T>();
  for (const key in words) for (const word of words[key]) index.set(normaliseWord(word), key);
  return (text) => index.get(normaliseWord(text)) ?? null;
}

export const readStatus = lookupIn(STATUS);
export const readEffectDirection = lookupIn(DIRECTION);
export const readPlanningHorizon = lookupIn(HORIZON);
export const readTrafficLight = lookupIn(LIGHT);
export const readTargetGroup = lookupIn(TARGET);
export const readBudgetKind = lookupIn(KIND);
export const readYesNo = lookupIn(YES_NO);

/** What a person said an unknown word means, by "kind:normalised word"; null means "leave empty". */
export type WordChoices = Readonly<Record<string, number | string | null>>;
export const wordKinds = ["unit", "actionField", "status"] as const;
export type WordKind = (typeof wordKinds)[number];
export const wordKey = (kind: WordKind, text: string): string => `${kind}:${normaliseWord(text)}`;

/** Splits "Schulen, Vereine und Rat" where the whole is no known word. */
export const splitList = (text: string): string[] =>
  text
    .split(/[;\n|]|,(?!\d)| \/ /)
    .map((part) => part.trim())
    .filter((part) => part !== "");
