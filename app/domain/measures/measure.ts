import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import type { Quarter } from "#app/domain/calendar/quarter.ts";
import type { Cents } from "#app/domain/money/cents.ts";
import type {
  BenefitKind,
  BudgetKind,
  CashDirection,
  CostProfile,
  CostRhythm,
  DemandBasis,
  EffectDirection,
  MeasureStatus,
  PlanningHorizon,
  StaffSource,
  TargetGroup,
  TrafficLight,
} from "./vocabulary.ts";

/** A measure (Maßnahme) with everything that hangs on it. Null always means unknown, never zero. */
export type Measure = {
  readonly id: number;
  readonly title: string;
  readonly summary: string;
  readonly description: string;
  readonly actionFieldId: number | null;
  readonly effectDirection: EffectDirection | null;
  readonly targetGroups: readonly TargetGroup[];
  readonly leadUnitId: number | null;
  readonly participatingUnitIds: readonly number[];
  readonly goalIds: readonly number[];
  readonly responsiblePerson: string;
  readonly status: MeasureStatus;
  readonly permanentTask: boolean;
  readonly planningHorizon: PlanningHorizon | null;
  readonly startQuarter: Quarter | null;
  readonly endQuarter: Quarter | null;
  readonly timeframeText: string;
  readonly earliestStart: PlainDate | null;
  readonly deadline: PlainDate | null;
  readonly deadlineReason: string;
  readonly progressPercent: number | null;
  readonly trafficLight: TrafficLight | null;
  readonly trafficLightReason: string;
  readonly source: string;
  readonly externalReference: string;
  /** ISO instants in UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly archivedAt: string | null;
  readonly rowVersion: number;
  readonly milestones: readonly Milestone[];
  readonly costItems: readonly CostItem[];
  readonly staffDemands: readonly StaffDemand[];
  readonly benefits: readonly Benefit[];
};

export type Milestone = {
  readonly id: number;
  readonly title: string;
  readonly dueDate: PlainDate;
  readonly reachedOn: PlainDate | null;
  readonly rowVersion: number;
};

/** `amountCents` is the whole amount for "oneOff" and the amount per full year for "running"; never negative. */
export type CostItem = {
  readonly id: number;
  readonly title: string;
  readonly rhythm: CostRhythm;
  readonly budgetKind: BudgetKind;
  readonly direction: CashDirection;
  readonly budgetProduct: string;
  readonly budgetAccount: string;
  readonly profile: CostProfile;
  readonly amountCents: Cents | null;
  readonly estimateNote: string;
  readonly rowVersion: number;
};

/** Exactly one of `teamId` and `orgUnitId` is set. `personDays` is per quarter or in total, as `basis` says. */
export type StaffDemand = {
  readonly id: number;
  readonly teamId: number | null;
  readonly orgUnitId: number | null;
  readonly basis: DemandBasis;
  readonly personDays: number | null;
  readonly staffSource: StaffSource;
  /** What the staff is for, in the words of the staff plan ("Barrierefreiheit"); empty where nobody says. */
  readonly purpose?: string | undefined;
  readonly note: string;
  readonly rowVersion: number;
};

export type Benefit = {
  readonly id: number;
  readonly kind: BenefitKind;
  readonly amountCents: Cents | null;
  readonly hoursPerYear: number | null;
  readonly description: string;
  readonly estimateBasis: string;
  readonly rowVersion: number;
};

/** Finish-to-start: the successor starts at the earliest `lagQuarters` quarters after the quarter following the predecessor's end. */
export type Dependency = {
  readonly id: number;
  readonly predecessorId: number;
  readonly successorId: number;
  readonly lagQuarters: number;
};
