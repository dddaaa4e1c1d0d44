/** The closed lists of the field, as stored and as used in code; German labels live in i18n. */
export const measureStatuses = ["idea", "proposed", "planned", "resolved", "inProgress", "implemented", "rejected", "deferred"] as const;
export type MeasureStatus = (typeof measureStatuses)[number];

/** Statuses in which a measure no longer competes for a place or asks for attention. What it still costs is another question: see `claimsMoney`. */
export const settledStatuses: readonly MeasureStatus[] = ["implemented", "rejected", "deferred"];

export const effectDirections = ["inward", "outward", "both"] as const;
export type EffectDirection = (typeof effectDirections)[number];

export const planningHorizons = ["shortTerm", "midTerm", "longTerm"] as const;
export type PlanningHorizon = (typeof planningHorizons)[number];

export const trafficLights = ["green", "yellow", "red"] as const;
export type TrafficLight = (typeof trafficLights)[number];

export const targetGroups = ["citizens", "businesses", "clubs", "schools", "administration", "council", "visitors"] as const;
export type TargetGroup = (typeof targetGroups)[number];

export const costRhythms = ["oneOff", "running"] as const;
export type CostRhythm = (typeof costRhythms)[number];

export const budgetKinds = ["investive", "consumptive"] as const;
export type BudgetKind = (typeof budgetKinds)[number];

export const cashDirections = ["expense", "revenue"] as const;
export type CashDirection = (typeof cashDirections)[number];

/** How a one-off amount is spread over the quarters from start to end. */
export const costProfiles = ["even", "atStart", "atEnd", "rising", "falling"] as const;
export type CostProfile = (typeof costProfiles)[number];

export const demandBases = ["total", "perQuarter"] as const;
export type DemandBasis = (typeof demandBases)[number];

export const staffSources = ["internal", "external"] as const;
export type StaffSource = (typeof staffSources)[number];

export const benefitKinds = ["savingPerYear", "hoursPerYear", "serviceGain"] as const;
export type BenefitKind = (typeof benefitKinds)[number];

export const orgUnitKinds = ["directorate", "department", "staffUnit", "municipalCompany"] as const;
export type OrgUnitKind = (typeof orgUnitKinds)[number];

export const budgetSystems = ["nkf", "doppik", "kameral"] as const;
export type BudgetSystem = (typeof budgetSystems)[number];

export const raterGroupKinds = ["administration", "politics", "digitalOfficer"] as const;
export type RaterGroupKind = (typeof raterGroupKinds)[number];
