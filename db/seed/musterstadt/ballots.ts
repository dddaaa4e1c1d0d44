import { euros, type Cents } from "#app/domain/money/cents.ts";
import type { BallotKind, LeftoverRule } from "#app/domain/prioritisation/ballot-terms.ts";
import type { UserKey } from "./shape.ts";

export type SeedBallot = {
  readonly title: string;
  readonly question: string;
  readonly kind: BallotKind;
  readonly pointsPerMember: number | null;
  readonly budget: Cents;
  readonly leftoverRule: LeftoverRule;
  readonly openedDaysAgo: number;
  readonly closedDaysAgo: number | null;
  /** By measure key. */
  readonly measures: readonly string[];
  readonly members: readonly UserKey[];
  /** Who has voted, by name; what was voted stands apart, in no order that has to do with it. */
  readonly voted: readonly UserKey[];
  readonly papers: ReadonlyArray<Readonly<Record<string, number>>>;
};

const members = ["hartwig", "petersen", "nowak", "demir"] as const;

/** One that runs, and one that is closed and in which the two ways to count differ. Both are secret. */
export const ballots: readonly SeedBallot[] = [
  {
    title: "Was tragen wir ins Haushaltsjahr 2028?",
    question: "Welche Vorhaben sind Ihnen am wichtigsten, wenn 2028 einmalig 250.000 € zur Verfügung stehen?",
    kind: "points",
    pointsPerMember: 10,
    budget: euros(250_000),
    leftoverRule: "addOne",
    openedDaysAgo: 6,
    closedDaysAgo: null,
    measures: ["cityApp", "website", "eInbox", "serviceAccount", "buildingApplication"],
    members,
    voted: ["nowak"],
    papers: [{ serviceAccount: 5, website: 4, eInbox: 1 }],
  },
  {
    title: "Sachmittel für neue Vorhaben 2027",
    question: "Welche dieser Maßnahmen würden Sie mit einem Budget von 300.000 € bezahlen?",
    kind: "approval",
    pointsPerMember: null,
    budget: euros(300_000),
    leftoverRule: "addOne",
    openedDaysAgo: 60,
    closedDaysAgo: 46,
    measures: ["wlan", "scanCentre", "chatBot", "digitalOffice", "masterPlan"],
    members,
    voted: members,
    papers: [
      { wlan: 1, scanCentre: 1, chatBot: 1 },
      { wlan: 1, scanCentre: 1, chatBot: 1 },
      { wlan: 1, scanCentre: 1, chatBot: 1 },
      { digitalOffice: 1, masterPlan: 1 },
    ],
  },
];
