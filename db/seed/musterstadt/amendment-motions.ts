import type { AmendmentState } from "#app/domain/committee/amendment.ts";
import { euros, type Cents } from "#app/domain/money/cents.ts";

export type SeedMotion = {
  readonly number: string;
  readonly title: string;
  readonly applicant: string;
  readonly movedOn: string | null;
  readonly state: AmendmentState;
  readonly reasoning: string;
  readonly statement: string;
  readonly lines: ReadonlyArray<{
    readonly fiscalYear: number;
    readonly product: string;
    readonly account: string;
    readonly label: string;
    readonly reference: string;
    readonly appropriation: Cents | null;
    readonly amended: Cents;
    readonly lock?: string;
    readonly postHundredths?: number;
    readonly note?: string;
  }>;
};

/** The first is a real council motion (Verl, Masterplan Digitale Verwaltung 4.0); its year and mover, and the other two are made up for the demonstration. */
export const amendmentMotions: readonly SeedMotion[] = [
  {
    number: "A-27/04",
    title: "Masterplan Digitale Verwaltung 4.0",
    applicant: "Bürgerliste Musterstadt",
    movedOn: "2026-11-09",
    state: "submitted",
    reasoning: "Bis zum Herbst soll mit eigenem Personal und der nötigen fachlichen Begleitung ein Masterplan „Digitale Verwaltung 4.0“ entstehen. Dafür reicht der bisherige Ansatz nicht aus.",
    statement: "",
    lines: [{ fiscalYear: 2027, product: "1115", account: "528100", label: "Aufwendungen für sonstige Sachleistungen", reference: "S. 65–67", appropriation: euros(8_000), amended: euros(23_000) }],
  },
  {
    number: "A-27/07",
    title: "Barrierefreiheit der Onlinedienste (Demonstration)",
    applicant: "Forum Klima und Stadt",
    movedOn: null,
    state: "draft",
    reasoning: "Die Überwachungsstelle verlangt Abhilfe bis Jahresende.",
    statement: "",
    lines: [
      { fiscalYear: 2027, product: "1115", account: "529100", label: "Prüfung und Nachbesserung der Onlinedienste", reference: "S. 66", appropriation: null, amended: euros(30_000), lock: "Gesperrt, bis der Prüfbericht dem Ausschuss vorliegt." },
      { fiscalYear: 2027, product: "1115", account: "501200", label: "Stelle Barrierefreiheit, E 11", reference: "S. 64", appropriation: euros(360_000), amended: euros(407_500), postHundredths: 50, note: "Eine halbe Stelle, befristet bis Ende 2028." },
      { fiscalYear: 2028, product: "1115", account: "501200", label: "Stelle Barrierefreiheit, E 11", reference: "", appropriation: euros(360_000), amended: euros(407_500) },
    ],
  },
  {
    number: "A-26/11",
    title: "Lerninseln in der Stadtbücherei (Demonstration)",
    applicant: "Soziale Liste",
    movedOn: "2025-11-17",
    state: "rejected",
    reasoning: "Orte zum Lernen sollen auch ohne eigenes Gerät offenstehen.",
    statement: "Die Verwaltung empfiehlt, den Bedarf zunächst zu erheben.",
    lines: [{ fiscalYear: 2026, product: "2720", account: "528100", label: "Karte und Schilder", reference: "S. 112", appropriation: euros(0), amended: euros(6_500) }],
  },
];
