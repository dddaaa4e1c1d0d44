import type { MeasureFindingCode } from "#app/domain/portfolio/attention.ts";
import type { FactCode } from "./completeness.ts";
import type { MeasureStatus, PlanningHorizon, TrafficLight } from "./vocabulary.ts";

/** "none" asks for measures where the fact is not stated; null does not ask. */
export type Asked<T> = T | "none" | null;

export type MeasureFilter = {
  /** Every word must occur somewhere in title, texts, responsible person, source or reference. */
  readonly search: string;
  readonly actionFieldId: Asked<number>;
  /** The lead unit or any unit below it. */
  readonly leadUnitId: Asked<number>;
  /** "open": neither implemented nor rejected nor deferred; "pursued": neither rejected nor deferred. */
  readonly status: MeasureStatus | "open" | "pursued" | null;
  readonly planningHorizon: Asked<PlanningHorizon>;
  /** Measures whose time falls into the year, by the rule of the timeline; "none": those without a start. */
  readonly year: Asked<number>;
  readonly trafficLight: Asked<TrafficLight>;
  readonly missing: FactCode | "any" | null;
  /** What the start page found to be wrong in time. */
  readonly attention: MeasureFindingCode | null;
  /** True shows the archive instead of the living plan. */
  readonly archived: boolean;
};

export const noFilter: MeasureFilter = {
  search: "",
  actionFieldId: null,
  leadUnitId: null,
  status: null,
  planningHorizon: null,
  year: null,
  trafficLight: null,
  missing: null,
  attention: null,
  archived: false,
};

export const measureSorts = ["title", "priority", "actionField", "leadUnit", "status", "start", "end", "trafficLight", "progress", "oneOffCost", "updatedAt"] as const;
export type MeasureSort = (typeof measureSorts)[number];

export const measureColumns = [
  "priority",
  "actionField",
  "leadUnit",
  "responsiblePerson",
  "status",
  "period",
  "planningHorizon",
  "trafficLight",
  "progress",
  "oneOffCost",
  "runningCost",
  "personDays",
  "missing",
  "updatedAt",
  "confirmedAt",
] as const;
export type MeasureColumn = (typeof measureColumns)[number];

export const defaultColumns: readonly MeasureColumn[] = ["priority", "actionField", "leadUnit", "status", "period", "trafficLight", "progress", "oneOffCost", "missing"];

export const MEASURES_PER_PAGE = 50;

export type MeasureListView = {
  readonly filter: MeasureFilter;
  readonly sort: MeasureSort;
  readonly descending: boolean;
  readonly columns: readonly MeasureColumn[];
  /** Counts from 1. */
  readonly page: number;
};
