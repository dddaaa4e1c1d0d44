import { quarter } from "#app/domain/calendar/quarter.ts";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { euros } from "#app/domain/money/cents.ts";
import type { Portfolio } from "#app/domain/portfolio/portfolio.ts";
import { aBenefit, aCostItem, aMeasure, aMilestone, aPortfolio, aStaffDemand } from "./portfolio.ts";

/**
 * Three measures with something of everything: measure 2 is rated best, measure 3 by nobody, measure 3 has no dates and
 * an unknown cost item, 2027 is over its consumptive frame, and team 1 over its capacity.
 */
export const aRatedPortfolio = (overrides: Partial<Portfolio> = {}): Portfolio =>
  aPortfolio({
    goals: [{ id: 1, actionFieldId: 1, title: "Anträge ohne Papier", description: "", position: 1 }],
    measures: [
      aMeasure({
        id: 1,
        title: "E-Akte einführen",
        summary: "Alle Ämter führen ihre Akten elektronisch.",
        goalIds: [1],
        targetGroups: ["administration"],
        status: "resolved",
        responsiblePerson: "Kim Kaya",
        participatingUnitIds: [3],
        milestones: [aMilestone({ id: 1 })],
        costItems: [
          aCostItem({ id: 1, title: "Lizenzen", amountCents: euros(23_000) }),
          aCostItem({ id: 2, title: "Pflege", rhythm: "running", amountCents: euros(4_800), budgetAccount: "529100" }),
        ],
        staffDemands: [aStaffDemand({ id: 1, personDays: 20 })],
        benefits: [aBenefit({ id: 1, estimateBasis: "Zählung 2025" })],
      }),
      aMeasure({
        id: 2,
        title: "Serviceportal ausbauen",
        summary: "Anträge können jederzeit von zu Hause gestellt werden.",
        actionFieldId: 2,
        leadUnitId: 3,
        status: "inProgress",
        trafficLight: "yellow",
        trafficLightReason: "Schnittstelle fehlt noch",
        progressPercent: 40,
        startQuarter: quarter("2027-Q2"),
        endQuarter: quarter("2028-Q1"),
        deadline: plainDate("2028-03-31"),
        deadlineReason: "Onlinezugangsgesetz",
        costItems: [aCostItem({ id: 3, title: "Server", budgetKind: "investive", budgetAccount: "783100", amountCents: euros(40_000) }), aCostItem({ id: 5, title: "Schulung", amountCents: null, estimateNote: "ca. 15 T€" })],
        staffDemands: [aStaffDemand({ id: 2, personDays: 30 })],
      }),
      aMeasure({
        id: 3,
        title: "Schul-WLAN erneuern",
        actionFieldId: 3,
        leadUnitId: null,
        status: "proposed",
        startQuarter: null,
        endQuarter: null,
        timeframeText: "ab 2027 schrittweise",
        costItems: [aCostItem({ id: 4, title: "Zugangspunkte", amountCents: null })],
      }),
    ],
    dependencies: [{ id: 1, predecessorId: 1, successorId: 2, lagQuarters: 0 }],
    capacities: [{ teamId: 1, quarter: quarter("2027-Q2"), personDays: 25 }],
    budgetFrames: [
      { fiscalYear: 2027, budgetKind: "consumptive", amountCents: euros(20_000) },
      { fiscalYear: 2027, budgetKind: "investive", amountCents: euros(100_000) },
    ],
    criteria: [
      { id: 1, name: "Nutzen", question: "Wie groß ist der Nutzen?", weight: 60, reversed: false, position: 1, levels: [] },
      { id: 2, name: "Risiko", question: "Wie groß ist das Risiko?", weight: 40, reversed: true, position: 2, levels: [] },
    ],
    raterGroups: [
      { id: 1, name: "Verwaltung", kind: "administration", weight: 50, position: 1 },
      { id: 2, name: "Politik", kind: "politics", weight: 50, position: 2 },
    ],
    ratings: [
      { measureId: 1, criterionId: 1, userId: 1, raterGroupId: 1, value: 2 },
      { measureId: 1, criterionId: 2, userId: 1, raterGroupId: 1, value: 3 },
      { measureId: 2, criterionId: 1, userId: 1, raterGroupId: 1, value: 4 },
      { measureId: 2, criterionId: 2, userId: 1, raterGroupId: 1, value: 1 },
      { measureId: 2, criterionId: 1, userId: 2, raterGroupId: 2, value: 3 },
    ],
    ...overrides,
  });
