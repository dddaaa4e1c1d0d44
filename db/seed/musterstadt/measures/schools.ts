import { euros } from "#app/domain/money/cents.ts";
import { assumed, karlsruheStrategy, type SeedMeasure } from "#db/seed/musterstadt/shape.ts";

export const schoolMeasures: readonly SeedMeasure[] = [
  {
    key: "mediaPlan",
    title: "Medienentwicklungsplan (5 Jahre)",
    summary: "Ein Plan für die Technik an allen Schulen: was wird wann beschafft, wer hilft bei Problemen.",
    description: "Plan auf Basis der Medienkonzepte der Schulen, mit Beschaffung in Jahresscheiben und Antrag auf Fördermittel.",
    field: "schools", effect: "outward", targetGroups: ["schools"], lead: "fb40", participating: ["fb11", "fb20"], goals: ["equippedSchools"], person: "Yusuf Aydin",
    status: "inProgress", horizon: "longTerm", start: "2026-Q3", end: "2030-Q4", progress: 10, light: ["yellow", "Förderbescheid steht aus, die erste Jahresscheibe wird vorfinanziert."],
    source: "Eschweiler: Medienentwicklungsplan (5 Jahre)", reference: "rat.eschweiler.de, TOP 21645", createdDaysAgo: 400, updatedDaysAgo: 29,
    milestones: [["Förderantrag gestellt", "2026-10-15"], ["Erste Jahresscheibe beschafft", "2027-06-30"], ["Zwischenbericht an den Rat", "2028-09-30"]],
    costs: [
      { title: "Endgeräte und Präsentationstechnik", rhythm: "oneOff", kind: "investive", code: "2431/783100", amount: euros(1_350_000), note: assumed },
      { title: "Fördermittel", rhythm: "oneOff", kind: "investive", direction: "revenue", code: "2431/681100", amount: null, note: "Förderbescheid liegt noch nicht vor" },
    ],
    staff: [{ team: "schoolIt", basis: "perQuarter", personDays: 28 }],
    benefits: [{ kind: "serviceGain", description: "Zwei Geräte je drei Lernende an jeder Schule.", basis: "Ausstattungsziel des Plans" }],
  },
  {
    key: "mediaPlanOld",
    title: "Medienentwicklungsplan 2018–2023",
    summary: "Der alte Plan für die Technik an Schulen. Er wurde gestreckt, weil Fördermittel fehlten.",
    description: "Umsetzung nur bei Gegenfinanzierung durch Fördermittel, sonst Streckung. Abgelöst durch den neuen Medienentwicklungsplan.",
    field: "schools", effect: "outward", targetGroups: ["schools"], lead: "fb40", goals: ["equippedSchools"], person: "Yusuf Aydin",
    status: "implemented", timeframe: "2018–2023", progress: 100,
    source: "Wermelskirchen: Medienentwicklungsplan 2018–2023", reference: "ris-bi.wermelskirchen.de, TOP 26169", createdDaysAgo: 515, updatedDaysAgo: 390,
  },
  {
    key: "schoolSupport",
    title: "Neukonzeption IT-Support und Betrieb an Schulen",
    summary: "Wer hilft, wenn an der Schule der Rechner streikt? Das wird neu geregelt.",
    description: "Neuordnung des Schul-IT-Supports. Die Kosten der Quelle gelten für eine Großstadt; ein kleinerer Zuschnitt mit den Nachbarstädten wird geprüft.",
    field: "schools", effect: "outward", targetGroups: ["schools"], lead: "fb40", participating: ["fb11"], goals: ["equippedSchools"], person: "Yusuf Aydin",
    status: "deferred", horizon: "longTerm", start: "2028-Q3", end: "2030-Q4", timeframe: "in der Quelle: seit 09/2023; für die Demonstration verlegt",
    source: "Karlsruhe: Neukonzeption IT-Support und Betrieb an Schulen", reference: "Vorlage 2024/0606", createdDaysAgo: 390, updatedDaysAgo: 110,
    costs: [
      { title: "Neuordnung gesamt", rhythm: "oneOff", kind: "consumptive", code: "2431/529100", amount: euros(7_150_000), note: "Laut Quelle: maximal 7.150.000 €" },
      { title: "Folgekosten", rhythm: "running", kind: "consumptive", code: "2431/529100", amount: euros(1_560_000), note: "Laut Quelle: 1.560.000 € im Jahr" },
    ],
  },
  {
    key: "learningIslands",
    title: "Projekt Lerninseln",
    summary: "Auf einer Karte findet man ruhige Orte zum Lernen mit WLAN.",
    description: "Lernräume mit WLAN werden auf einer digitalen Karte auffindbar; Bücherei, Jugendzentrum und Schulen machen mit.",
    field: "schools", effect: "outward", targetGroups: ["schools", "citizens"], lead: "fb40", participating: ["fb50", "fb61"], goals: ["equippedSchools"], person: "Carla Weidner",
    status: "idea", horizon: "midTerm", start: "2028-Q1", end: "2028-Q2",
    ...karlsruheStrategy, createdDaysAgo: 250, updatedDaysAgo: 130,
    costs: [{ title: "Karte und Schilder", rhythm: "oneOff", kind: "consumptive", code: "2720/528100", amount: euros(6_500), note: assumed }],
    staff: [{ team: "geodata", basis: "total", personDays: 10 }],
  },
];
