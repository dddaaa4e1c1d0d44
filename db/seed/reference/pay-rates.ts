import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { euros } from "#app/domain/money/cents.ts";
import type { PayRate } from "#app/domain/resources/posts.ts";

/**
 * What German municipalities have stated in public council papers, as a start until the own treasury's rates are entered.
 * They are old, and say so: every post shows from when the rate is that it is reckoned with.
 */
export const payRates: ReadonlyArray<Omit<PayRate, "id" | "rowVersion">> = [
  { kind: "personnel", payGrade: "E 11", validFrom: plainDate("2018-01-01"), yearlyCostCents: euros(79_600), percent: null, fullCost: false, source: "Öffentliche Ratsvorlage 2018: Personalkosten einer Stelle E 11" },
  { kind: "personnel", payGrade: "E 11", validFrom: plainDate("2020-01-01"), yearlyCostCents: euros(83_000), percent: null, fullCost: true, source: "Öffentliche Ratsvorlage 2020: Kosten eines Arbeitsplatzes E 11" },
  { kind: "personnel", payGrade: "gehobener Dienst", validFrom: plainDate("2024-01-01"), yearlyCostCents: euros(95_000), percent: null, fullCost: false, source: "Öffentliche Ratsvorlage 2024: je VZÄ im gehobenen Dienst" },
  { kind: "workplace", payGrade: "", validFrom: plainDate("2022-01-01"), yearlyCostCents: euros(9_082), percent: null, fullCost: false, source: "Öffentliche Ratsvorlage 2022: Sachkostenpauschale eines Büroarbeitsplatzes" },
  { kind: "overhead", payGrade: "", validFrom: plainDate("2018-01-01"), yearlyCostCents: null, percent: 20, fullCost: false, source: "KGSt, Kosten eines Arbeitsplatzes: Gemeinkosten in Prozent der Personalkosten" },
];
