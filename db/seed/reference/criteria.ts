import type { Derivation } from "#app/domain/prioritisation/derivation.ts";

/** Five sentences, for levels 0 to 4. */
type ReferenceCriterion = {
  readonly name: string;
  readonly question: string;
  readonly weight: number;
  readonly reversed: boolean;
  readonly levels: readonly [string, string, string, string, string];
  /** Only what the sentences say anyway, in hours or cents. */
  readonly derivation?: Derivation;
};

/**
 * The criteria every municipality starts with and can change; they answer what council motions ask of a ranking.
 * The ratings of the demonstration give one digit per criterion in this order.
 */
export const criteria: readonly ReferenceCriterion[] = [
  {
    name: "Beitrag zu den Zielen",
    question: "Wie stark trägt die Maßnahme zu den Zielen der Digitalstrategie bei?",
    weight: 20,
    reversed: false,
    levels: ["Kein erkennbarer Bezug zu einem Ziel.", "Streift ein Ziel am Rande.", "Trägt zu einem Ziel spürbar bei.", "Trägt zu mehreren Zielen spürbar bei.", "Ohne diese Maßnahme ist mindestens ein Ziel nicht erreichbar."],
  },
  {
    name: "Nutzen für Bürgerschaft und Wirtschaft",
    question: "Was haben Einwohnerinnen und Einwohner, Vereine und Betriebe davon?",
    weight: 20,
    reversed: false,
    levels: ["Kein Nutzen außerhalb der Verwaltung.", "Nutzen für wenige oder selten.", "Spürbare Erleichterung für eine Gruppe.", "Spürbare Erleichterung für viele.", "Große Erleichterung für fast alle, oft im Jahr."],
  },
  {
    name: "Entlastung der Verwaltung",
    question: "Wie viel Arbeitszeit wird dauerhaft frei?",
    weight: 15,
    reversed: false,
    levels: ["Keine Entlastung oder Mehrarbeit.", "Einzelne Stunden im Monat.", "Etwa eine Zehntelstelle.", "Etwa eine halbe Stelle.", "Eine Stelle oder mehr."],
    derivation: { source: "hoursRelieved", bounds: [12, 150, 700, 1_400] },
  },
  {
    name: "Rechtliche Pflicht und Dringlichkeit",
    question: "Ist die Stadt verpflichtet, und drängt die Zeit?",
    weight: 15,
    reversed: false,
    levels: ["Freiwillig und ohne Zeitdruck.", "Freiwillig, ein Aufschub kostet aber etwas.", "Eine Pflicht ist absehbar.", "Pflicht mit Frist in den nächsten drei Jahren.", "Pflicht, deren Frist abgelaufen ist oder in Kürze abläuft."],
  },
  {
    name: "Einsparungen",
    question: "Wie viel Geld spart die Maßnahme im Jahr?",
    weight: 10,
    reversed: false,
    levels: ["Keine Einsparung.", "Unter 5.000 € im Jahr.", "5.000 € bis 25.000 € im Jahr.", "25.000 € bis 100.000 € im Jahr.", "Über 100.000 € im Jahr."],
    derivation: { source: "annualSavings", bounds: [1, 500_000, 2_500_000, 10_000_001] },
  },
  {
    name: "Umsetzbarkeit",
    question: "Sind Menschen, Technik und Zuständigkeit vorhanden?",
    weight: 10,
    reversed: false,
    levels: ["Wesentliche Voraussetzungen fehlen.", "Viele Fragen sind offen.", "Machbar mit Unterstützung von außen.", "Machbar mit eigenem Personal.", "Kann sofort beginnen."],
  },
  {
    name: "Risiko",
    question: "Wie wahrscheinlich und wie schwer wäre ein Scheitern? (Eine hohe Bewertung ist ungünstig.)",
    weight: 5,
    reversed: true,
    levels: ["Kaum ein Risiko, leicht rückholbar.", "Geringes Risiko.", "Mittleres Risiko, Vorsorge ist möglich.", "Hohes Risiko oder starke Abhängigkeit von Dritten.", "Scheitern ist wahrscheinlich oder träfe die Stadt schwer."],
  },
  {
    name: "Synergie und Nachnutzung",
    question: "Hilft die Maßnahme anderen, oder lässt sich Vorhandenes nachnutzen?",
    weight: 5,
    reversed: false,
    levels: ["Steht für sich allein.", "Einzelne Bausteine sind wiederverwendbar.", "Hilft einer weiteren Maßnahme.", "Grundlage für mehrere Maßnahmen.", "Nachnutzung einer fertigen Lösung oder gemeinsam mit anderen Gemeinden."],
  },
];
