import { delayMapping } from "#app/domain/prioritisation/delay-mapping.ts";
import { rankByMethods, rankingMethods, type RankedByMethods, type RankingMethod } from "#app/domain/prioritisation/rank-by-methods.ts";
import { delayParts, type DelayPart } from "#app/domain/prioritisation/weighted-shortest-job.ts";
import { horizonOf, lastQuarterOf } from "#app/domain/resources/horizon.ts";
import { ok } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { loadCostedMeasures, loadStaffedMeasures } from "#db/queries/partial-measures.server.ts";
import { loadMunicipality } from "#db/queries/portfolio.server.ts";
import { nameOf, roundToShow, type ShownRound } from "./round-to-show.server.ts";

const PAGE_SIZE = 50;
const MOST_NAMED = 5;

export type MethodSortKey = RankingMethod | "title" | "spread";
type Asked = {
  readonly sort: MethodSortKey;
  readonly direction: "ascending" | "descending";
  /** Which part of the cost of delay a criterion feeds, where somebody chose. */
  readonly parts: ReadonlyMap<number, DelayPart | "none">;
  readonly page: number;
};

/** A round's measures by four methods, side by side. */
export function showMethods(service: Pick<ServiceContext, "db" | "user">, { roundId, ...asked }: Asked & { readonly roundId: number | null }) {
  const opened = roundToShow(service, roundId);
  if (!opened.ok) return opened;
  const { rounds, shown } = opened.value;
  return ok({ rounds, methods: shown === null ? null : methodsOf(service.db, shown, asked) });
}

function methodsOf(db: ServiceContext["db"], { round, data }: ShownRound, { sort, direction, parts, page: askedPage }: Asked) {
  const municipality = loadMunicipality(db);
  const costs = new Map(loadCostedMeasures(db).map((measure) => [measure.id, measure.costItems]));
  const plan = loadStaffedMeasures(db).map((measure) => ({ ...measure, actionFieldId: null, costItems: costs.get(measure.id) ?? [] }));
  const mapping = delayMapping(data.criteria, parts);
  const ranked = rankByMethods({ round: data, plan, years: municipality.fiscalHorizon, lastQuarter: lastQuarterOf(horizonOf(municipality)), mapping });
  const titles = new Map(data.measures.map((measure) => [measure.id, measure.title]));
  const named = (measureId: number) => ({ measureId, title: titles.get(measureId) ?? "" });
  const figures = figuresOf(ranked);
  const rows = ranked.comparison.measures.map(({ measureId, places, spread, highest, lowest }) => {
    const placeOf = (method: RankingMethod) => places.find((place) => place.name === method) ?? null;
    return {
      ...named(measureId),
      spread,
      highest: highest === null ? null : { method: highest, place: placeOf(highest)?.commonPosition ?? 0 },
      lowest: lowest === null ? null : { method: lowest, place: placeOf(lowest)?.commonPosition ?? 0 },
      places: rankingMethods.map((method) => ({ method, position: placeOf(method)?.position ?? null, ...figures(method, measureId) })),
    };
  });
  const pageCount = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
  const page = Math.min(askedPage, pageCount);
  return {
    round: nameOf(round),
    years: municipality.fiscalHorizon,
    overrideCount: data.overrides.length,
    criteria: data.criteria.map(({ id, name }) => ({ id, name, part: delayParts.find((part) => mapping[part].includes(id)) ?? ("none" as const) })),
    commonCount: ranked.comparison.commonCount,
    /** `comparison` has the largest spread first. */
    apart: rows.filter((row) => (row.spread ?? 0) > 0).slice(0, MOST_NAMED).map(({ places: _, ...row }) => row),
    rows: sortRows(rows, sort, direction).slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
    rowCount: rows.length,
    page,
    pageCount,
    costUnknown: ranked.benefitPerCost.notComparable.filter(({ gap }) => gap.isCostUnknown && !gap.isUnrated).map((each) => named(each.measureId)),
    sizeUnknown: (ranked.shortestJob?.notComparable ?? []).filter(({ gap }) => gap.isSizeUnknown && gap.missing.length === 0).map((each) => named(each.measureId)),
    unratedCount: ranked.weightedSum.unrated.length,
    hasDelay: ranked.shortestJob !== null,
  };
}

type Row = { readonly title: string; readonly spread: number | null; readonly places: ReadonlyArray<{ readonly method: RankingMethod; readonly position: number | null }> };

/** What has no place comes last in both directions. */
function sortRows<R extends Row>(rows: readonly R[], sort: MethodSortKey, direction: Asked["direction"]): R[] {
  const sign = direction === "ascending" ? 1 : -1;
  if (sort === "title") return [...rows].sort((a, b) => sign * a.title.localeCompare(b.title, "de"));
  const keyOf = (row: R): number | null => (sort === "spread" ? row.spread : (row.places.find((place) => place.method === sort)?.position ?? null));
  return [...rows].sort((a, b) => {
    const [first, second] = [keyOf(a), keyOf(b)];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return sign * (first - second);
  });
}

type Gap = "unrated" | "partlyRated" | "costUnknown" | "sizeUnknown" | "notComputed";
export type MethodFigure = { readonly figure: number | null; readonly gap: Gap | null };

/** The number each method ranks by, or why it gives the measure no place. */
function figuresOf({ weightedSum, benefitPerCost, shortestJob, idealDistance }: RankedByMethods): (method: RankingMethod, measureId: number) => MethodFigure {
  const known: Record<RankingMethod, Map<number, MethodFigure>> = {
    weightedSum: new Map(weightedSum.entries.map((entry) => [entry.measureId, figure(entry.scoreTenths)])),
    benefitPerCost: new Map([
      ...benefitPerCost.entries.map((entry) => [entry.measureId, figure(entry.figures.pointsPerHundredThousandEuro)] as const),
      ...benefitPerCost.notComparable.map(({ measureId, gap }) => [measureId, because(gap.isUnrated ? "unrated" : "costUnknown")] as const),
    ]),
    shortestJob: new Map([
      ...(shortestJob?.entries ?? []).map((entry) => [entry.measureId, figure(entry.figures.costOfDelayPerSize)] as const),
      ...(shortestJob?.notComparable ?? []).map(({ measureId, gap }) => [measureId, because(gap.isSizeUnknown ? "sizeUnknown" : "partlyRated")] as const),
    ]),
    idealDistance: new Map([
      ...(idealDistance?.entries ?? []).map((entry) => [entry.measureId, figure(entry.figures.closeness)] as const),
      ...(idealDistance?.notComparable ?? []).map(({ measureId }) => [measureId, because("partlyRated")] as const),
    ]),
  };
  return (method, measureId) => known[method].get(measureId) ?? because(method === "shortestJob" && shortestJob === null ? "notComputed" : "unrated");
}

const figure = (value: number | null): MethodFigure => ({ figure: value, gap: null });
const because = (gap: Gap): MethodFigure => ({ figure: null, gap });
