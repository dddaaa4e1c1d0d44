import type { MeasureStatus, BenefitKind, BudgetKind, CashDirection, CostProfile, CostRhythm, DemandBasis, EffectDirection, OrgUnitKind, PlanningHorizon, RaterGroupKind, StaffSource, TargetGroup, TrafficLight } from "#app/domain/measures/vocabulary.ts";
import type { Cents } from "#app/domain/money/cents.ts";
import type { Role } from "#app/domain/permissions/permissions.ts";

/**
 * How the demonstration is written down: plain data that names its relations by key instead of by row number.
 * Calendar dates are fixed; what happened in the past (saves, frozen versions, comments) is told in days before the load,
 * so that the demonstration looks lived in whenever it is loaded.
 */
export type UnitKey = "bm" | "sd" | "d1" | "fb10" | "fb11" | "fb20" | "d2" | "fb32" | "fb37" | "fb40" | "fb50" | "d3" | "fb61" | "fb66" | "swm" | "wfm";
export type FieldKey = "workplace" | "platforms" | "applications" | "citizenServices" | "schools" | "smartCity" | "organisation";
export type TeamKey = "digital" | "infrastructure" | "applications" | "processes" | "citizenOffice" | "schoolIt" | "geodata" | "network";
export type UserKey =
  | "lindner" | "kraemer"
  | "sommer" | "aydin" | "vogt" | "brandt" | "reimann"
  | "hartwig" | "petersen" | "nowak" | "demir"
  | "kaiser" | "stein" | "admin";
export type GroupKey = "administration" | "politics" | "officer";
export type GoalKey =
  | "onlineServices" | "accessible" | "reachable"
  | "paperless" | "relief" | "modernWork"
  | "secure" | "connected"
  | "equippedSchools"
  | "openData" | "resilientCity"
  | "skills";

export type SeedUnit = { key: UnitKey; parent: UnitKey | null; kind: OrgUnitKind; name: string; shortName: string };
export type SeedUser = { key: UserKey; name: string; email: string; role: Role; unit: UnitKey | null; group: GroupKey | null; parliamentaryGroup?: string };
export type SeedTeam = { key: TeamKey; unit: UnitKey; name: string; personDays: Record<2026 | 2027 | 2028 | 2029 | 2030, readonly [number, number, number, number]> };
export type SeedField = { key: FieldKey; name: string; description: string };
export type SeedGoal = { key: GoalKey; field: FieldKey; title: string; description: string };
export type SeedGroup = { key: GroupKey; name: string; kind: RaterGroupKind; weight: number };

export type SeedCost = {
  title: string;
  rhythm: CostRhythm;
  kind: BudgetKind;
  direction?: CashDirection;
  /** "1115/528100", or empty where it has not been assigned yet. */
  code: string;
  profile?: CostProfile;
  amount: Cents | null;
  /** Begins with "Laut Quelle" for a documented figure and with "Annahme" for one made up for the demonstration. */
  note: string;
};
export type SeedStaff = { team?: TeamKey; unit?: UnitKey; basis: DemandBasis; personDays: number | null; staffSource?: StaffSource; purpose?: string; note?: string };
export type SeedBenefit = { kind: BenefitKind; amount?: Cents; hours?: number; description?: string; basis: string };
export type SeedMilestone = readonly [title: string, dueDate: string, reachedOn?: string];

export type SeedMeasure = {
  key: string;
  title: string;
  summary: string;
  description: string;
  field: FieldKey | null;
  effect?: EffectDirection;
  targetGroups: readonly TargetGroup[];
  lead: UnitKey | null;
  participating?: readonly UnitKey[];
  goals?: readonly GoalKey[];
  person?: string;
  status: MeasureStatus;
  permanent?: true;
  horizon?: PlanningHorizon;
  /** "2027-Q1" */
  start?: string;
  end?: string;
  timeframe?: string;
  earliestStart?: string;
  deadline?: readonly [date: string, reason: string];
  progress?: number;
  light?: readonly [TrafficLight, reason: string];
  source: string;
  reference: string;
  createdDaysAgo: number;
  updatedDaysAgo: number;
  milestones?: readonly SeedMilestone[];
  costs?: readonly SeedCost[];
  staff?: readonly SeedStaff[];
  benefits?: readonly SeedBenefit[];
};

export const assumed = "Annahme für die Demonstration, nicht aus der Quelle";
export const karlsruheStrategy = { source: "Karlsruhe: Digitalstrategie der Stadt Karlsruhe (Anlage), Digitale Agenda 2022", reference: "Vorlage 2021/1528" } as const;
