import type { BudgetKind, CashDirection } from "#app/domain/measures/vocabulary.ts";
import { euros, type Cents } from "#app/domain/money/cents.ts";

export type SeedLine = {
  fiscalYear: number;
  /** "1115/528100" */
  code: string;
  label: string;
  kind: BudgetKind;
  direction?: CashDirection;
  appropriation: Cents | null;
  committed?: Cents;
  spent?: Cents;
  commitmentAppropriation?: Cents;
  lock?: string;
  coverage?: string;
  reference: string;
  limits?: true;
  /** Keys of measures mapped by hand. */
  measures?: readonly string[];
};

type Series = Omit<SeedLine, "fiscalYear" | "appropriation"> & { readonly amounts: Readonly<Record<number, number>>; readonly only?: Readonly<Record<number, Partial<SeedLine>>> };

/** The same code over several years, with what holds for one of them alone. */
const overYears = ({ amounts, only = {}, ...line }: Series): SeedLine[] =>
  Object.entries(amounts).map(([year, amount]) => ({ ...line, fiscalYear: Number(year), appropriation: euros(amount), ...only[Number(year)] }));

/**
 * Musterstadt's draft budget as far as it concerns the digital measures. Codes and amounts go with the cost items of the
 * measures: most suffice, two do not, some limit the plan, and a few purchases are scattered over other products.
 */
export const budgetLines: readonly SeedLine[] = [
  ...overYears({
    code: "1115/528100",
    label: "Sachmittel digitale Verwaltung",
    kind: "consumptive",
    reference: "S. 65–67",
    amounts: { 2027: 8_000, 2028: 8_000 },
  }),
  ...overYears({
    code: "1115/529100",
    label: "Dienstleistungen Dritter für Digitalisierung",
    kind: "consumptive",
    reference: "S. 65–67",
    limits: true,
    coverage: "gegenseitig deckungsfähig mit 1115/543100",
    amounts: { 2027: 390_000, 2028: 360_000, 2029: 180_000, 2030: 150_000 },
    only: { 2027: { committed: euros(142_500), spent: euros(18_760) } },
  }),
  ...overYears({
    code: "1115/543100",
    label: "Miete und Wartung von Software",
    kind: "consumptive",
    reference: "S. 65–67",
    coverage: "gegenseitig deckungsfähig mit 1115/529100",
    amounts: { 2027: 20_000, 2028: 90_000, 2029: 200_000, 2030: 200_000 },
    only: { 2027: { committed: euros(4_760) } },
  }),
  ...overYears({
    code: "1115/783100",
    label: "Erwerb von IT-Ausstattung",
    kind: "investive",
    reference: "S. 68",
    limits: true,
    amounts: { 2027: 260_000, 2028: 1_415_000, 2029: 90_000 },
    only: { 2027: { committed: euros(118_000), spent: euros(41_250), commitmentAppropriation: euros(900_000) } },
  }),
  ...overYears({ code: "1115/414100", label: "Zuweisungen des Landes für Onlinedienste", kind: "consumptive", direction: "revenue", reference: "S. 64", amounts: { 2027: 15_000, 2028: 15_000 } }),
  ...overYears({ code: "1110/783100", label: "Ausstattung der Scanstelle", kind: "investive", reference: "S. 51", amounts: { 2027: 65_000 } }),
  ...overYears({ code: "1221/783100", label: "Ausstattung des Bürgerbüros", kind: "investive", reference: "S. 112", amounts: { 2027: 37_500, 2028: 25_000 } }),
  ...overYears({
    code: "1260/783100",
    label: "Leitstelle: Hard- und Software der Redundanz",
    kind: "investive",
    reference: "S. 131",
    amounts: { 2027: 0, 2028: 470_000, 2029: 118_000 },
    only: { 2027: { commitmentAppropriation: euros(588_000) } },
  }),
  ...overYears({ code: "1260/681200", label: "Kostenanteil des Kreises an der Leitstelle", kind: "investive", direction: "revenue", reference: "S. 131", amounts: { 2028: 352_000, 2029: 88_000 } }),
  ...overYears({ code: "2431/783100", label: "Medienausstattung der Schulen", kind: "investive", reference: "S. 188", limits: true, amounts: { 2027: 300_000, 2028: 300_000, 2029: 300_000, 2030: 300_000 } }),
  ...overYears({
    code: "5110/783200",
    label: "Digitaler Geozwilling, Befliegung und Modell",
    kind: "investive",
    reference: "S. 274",
    limits: true,
    amounts: { 2028: 90_000, 2029: 90_000 },
    only: { 2028: { lock: "Freigabe durch den Ausschuss für Stadtentwicklung nach Vorlage des Betriebskonzepts" } },
  }),
  ...overYears({ code: "5110/529100", label: "Smart City: Sensorik und Datenplattform", kind: "consumptive", reference: "S. 273", amounts: { 2027: 65_000, 2028: 80_000 } }),
  ...overYears({ code: "5210/783100", label: "Digitale Bauakte", kind: "investive", reference: "S. 281", amounts: { 2027: 75_000, 2028: 290_000, 2029: 145_000 } }),
  ...overYears({ code: "5360/785200", label: "Städtisches Glasfasernetz, Tiefbau", kind: "investive", reference: "S. 296", amounts: { 2027: 290_000, 2028: 290_000 }, only: { 2027: { committed: euros(204_000) } } }),
  ...overYears({ code: "5360/681100", label: "Bundesmittel Glasfasernetz", kind: "investive", direction: "revenue", reference: "S. 296", amounts: { 2027: 109_000, 2028: 109_000 } }),
  // Scattered over the draft: nobody has said which measure they belong to.
  ...overYears({ code: "1220/543100", label: "Lizenz Online-Terminvergabe Standesamt", kind: "consumptive", reference: "S. 109", amounts: { 2027: 3_600 } }),
  ...overYears({ code: "1260/528100", label: "Tablets für Einsatzfahrzeuge", kind: "consumptive", reference: "S. 130", amounts: { 2027: 9_500 } }),
  ...overYears({ code: "2720/528100", label: "Stadtbücherei: Anschluss an das Glasfasernetz", kind: "consumptive", reference: "S. 201", amounts: { 2027: 6_800 } }),
  ...overYears({ code: "5520/529100", label: "Grundwassermessung mit LoRaWAN", kind: "consumptive", reference: "S. 310", amounts: { 2028: 14_000 } }),
  ...overYears({ code: "2431/529100", label: "Betreuung der Schul-IT durch Dritte", kind: "consumptive", reference: "S. 187", amounts: { 2027: 48_000 }, only: { 2027: { measures: ["mediaPlan"] } } }),
];
