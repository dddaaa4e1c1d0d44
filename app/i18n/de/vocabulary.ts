import type {
  BenefitKind,
  BudgetKind,
  BudgetSystem,
  CashDirection,
  CostProfile,
  CostRhythm,
  DemandBasis,
  EffectDirection,
  MeasureStatus,
  OrgUnitKind,
  PlanningHorizon,
  RaterGroupKind,
  StaffSource,
  TargetGroup,
  TrafficLight,
} from "#app/domain/measures/vocabulary.ts";
import type { Role } from "#app/domain/permissions/permissions.ts";

/** German labels of the closed lists; complete by type, so a new word cannot miss its label. */
export const statusLabels: Readonly<Record<MeasureStatus, string>> = {
  idea: "Idee",
  proposed: "vorgeschlagen",
  planned: "geplant",
  resolved: "beschlossen",
  inProgress: "in Umsetzung",
  implemented: "umgesetzt",
  rejected: "verworfen",
  deferred: "zurückgestellt",
};

export const effectDirectionLabels: Readonly<Record<EffectDirection, string>> = {
  inward: "nach innen (Verwaltung)",
  outward: "nach außen (Bürgerschaft, Wirtschaft)",
  both: "nach innen und außen",
};

export const planningHorizonLabels: Readonly<Record<PlanningHorizon, string>> = {
  shortTerm: "kurzfristig",
  midTerm: "mittelfristig",
  longTerm: "langfristig",
};

export const trafficLightLabels: Readonly<Record<TrafficLight, string>> = {
  green: "Grün – im Plan",
  yellow: "Gelb – Abweichung möglich",
  red: "Rot – Ziel gefährdet",
};

/** For narrow cells, always beside a sign that is not only colour. */
export const trafficLightShortLabels: Readonly<Record<TrafficLight, string>> = { green: "Grün", yellow: "Gelb", red: "Rot" };

export const targetGroupLabels: Readonly<Record<TargetGroup, string>> = {
  citizens: "Bürgerinnen und Bürger",
  businesses: "Unternehmen",
  clubs: "Vereine und Ehrenamt",
  schools: "Schulen und Kitas",
  administration: "Verwaltung",
  council: "Rat und Ausschüsse",
  visitors: "Gäste und Touristen",
};

export const costRhythmLabels: Readonly<Record<CostRhythm, string>> = { oneOff: "einmalig", running: "jährlich laufend" };
export const budgetKindLabels: Readonly<Record<BudgetKind, string>> = { investive: "investiv", consumptive: "konsumtiv" };
export const cashDirectionLabels: Readonly<Record<CashDirection, string>> = { expense: "Ausgabe", revenue: "Einnahme" };

export const costProfileLabels: Readonly<Record<CostProfile, string>> = {
  even: "gleichmäßig",
  atStart: "zu Beginn",
  atEnd: "am Ende",
  rising: "ansteigend",
  falling: "abfallend",
};

export const demandBasisLabels: Readonly<Record<DemandBasis, string>> = { total: "insgesamt", perQuarter: "je Quartal" };
export const staffSourceLabels: Readonly<Record<StaffSource, string>> = { internal: "eigenes Personal", external: "extern" };

export const benefitKindLabels: Readonly<Record<BenefitKind, string>> = {
  savingPerYear: "Einsparung pro Jahr",
  hoursPerYear: "Entlastung in Stunden pro Jahr",
  serviceGain: "Besserer Service",
};

export const orgUnitKindLabels: Readonly<Record<OrgUnitKind, string>> = {
  directorate: "Dezernat",
  department: "Fachbereich",
  staffUnit: "Stabsstelle",
  municipalCompany: "Beteiligungsgesellschaft",
};

export const budgetSystemLabels: Readonly<Record<BudgetSystem, string>> = { nkf: "NKF", doppik: "Doppik", kameral: "Kameralistik" };

export const raterGroupKindLabels: Readonly<Record<RaterGroupKind, string>> = {
  administration: "Verwaltung",
  politics: "Politik",
  digitalOfficer: "Digitalbeauftragte",
};

export const roleLabels: Readonly<Record<Role, string>> = {
  digitalOfficer: "Digitalbeauftragte*r",
  contributor: "Fachbereich",
  reviewer: "Ausschussmitglied",
  viewer: "Lesezugriff (Verwaltungsleitung, Kämmerei, Personalrat)",
  admin: "Administration",
};
