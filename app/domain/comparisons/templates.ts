import type { ComparisonContent } from "./comparison.ts";

export const templateKeys = ["digitalOrganisation", "citizenServiceAndIt"] as const;
export type TemplateKey = (typeof templateKeys)[number];

type TemplateCriterion = { readonly name: string; readonly question: string; readonly weight: number; readonly reversed?: true; readonly levels: readonly [string, string, string, string, string] };
type TemplateOption = { readonly name: string; readonly description: string };

const effect: TemplateCriterion = {
  name: "Wirkung in die Fachbereiche",
  question: "Wie gut lässt sich Digitalisierung über alle Fachbereiche hinweg steuern?",
  weight: 25,
  levels: ["Kein Einfluss auf andere Fachbereiche.", "Nur auf Bitte einzelner Fachbereiche.", "Beratung aller Fachbereiche, ohne eigene Zuständigkeit.", "Abstimmung mit allen Fachbereichen ist geregelt.", "Steuert verbindlich für die ganze Verwaltung."],
};
const service: TemplateCriterion = {
  name: "Nutzen für Bürgerschaft und Wirtschaft",
  question: "Merken Einwohnerinnen und Einwohner, Vereine und Betriebe einen Unterschied?",
  weight: 20,
  levels: ["Kein spürbarer Unterschied.", "Einzelne Verbesserungen.", "Spürbare Verbesserung bei einigen Leistungen.", "Spürbare Verbesserung bei den meisten Leistungen.", "Alle wichtigen Leistungen werden deutlich besser."],
};
const leadTime: TemplateCriterion = {
  name: "Schnelle Arbeitsfähigkeit",
  question: "Wie bald kann nach einem Beschluss gearbeitet werden?",
  weight: 15,
  levels: ["Mehr als zwei Jahre.", "Ein bis zwei Jahre.", "Innerhalb eines Jahres.", "Innerhalb eines halben Jahres.", "Sofort, mit vorhandenem Personal."],
};
const acceptance: TemplateCriterion = {
  name: "Rückhalt in der Verwaltung",
  question: "Tragen Leitung, Fachbereiche und Personalrat die Lösung mit?",
  weight: 15,
  levels: ["Deutlicher Widerstand.", "Große Vorbehalte.", "Teils Zustimmung, teils Vorbehalte.", "Überwiegend Zustimmung.", "Breite Zustimmung."],
};
const staffing: TemplateCriterion = {
  name: "Gewinnung und Bindung von Personal",
  question: "Lassen sich die nötigen Stellen besetzen und vertreten?",
  weight: 15,
  levels: ["Kaum zu besetzen, keine Vertretung.", "Schwer zu besetzen, Vertretung ungeklärt.", "Besetzbar, Vertretung mit Mühe.", "Gut besetzbar, Vertretung geregelt.", "Mit vorhandenem Personal besetzt und vertreten."],
};
const change: TemplateCriterion = {
  name: "Umstellungsaufwand",
  question: "Wie aufwendig ist die Umstellung?",
  weight: 10,
  reversed: true,
  levels: ["Keine Umstellung nötig.", "Einzelne Zuständigkeiten ändern sich.", "Ein Bereich wird umgebaut.", "Mehrere Bereiche werden umgebaut.", "Die Aufbauorganisation ändert sich grundlegend."],
};

const OWN: TemplateOption = { name: "Eigener Vorschlag", description: "Hier ist Platz für eine Form, die keine der genannten ist. Bitte Name und Beschreibung anpassen oder die Variante entfernen." };

const templates: Readonly<Record<TemplateKey, { readonly title: string; readonly question: string; readonly criteria: readonly TemplateCriterion[]; readonly options: readonly TemplateOption[] }>> = {
  digitalOrganisation: {
    title: "Organisationsform für Digitalisierung",
    question: "In welcher Organisationsform soll die Stadt die Digitalisierung dauerhaft steuern?",
    criteria: [effect, service, leadTime, acceptance, staffing, change],
    options: [
      { name: "Digitales Büro", description: "Ein eigenes Büro bündelt Planung, Projekte und Kommunikation zur Digitalisierung.\nDafür spricht: sichtbare Anlaufstelle nach innen und außen.\nDagegen spricht: neue Schnittstellen zu IT und Organisation." },
      { name: "Fachdienst", description: "Ein Fachdienst in der bestehenden Aufbauorganisation übernimmt die Digitalisierung als Daueraufgabe.\nDafür spricht: klare Zuständigkeit, Vertretung innerhalb des Fachdienstes.\nDagegen spricht: Querschnittsaufgabe in der Linie eines Fachbereichs." },
      { name: "Zentrale Koordinierungsstelle", description: "Eine Stelle koordiniert; umgesetzt wird in den Fachbereichen.\nDafür spricht: Fachwissen bleibt in den Fachbereichen, Synergien werden gesehen.\nDagegen spricht: Koordination ohne eigene Umsetzungskraft." },
      { name: "Digitalbeauftragte*r", description: "Eine Person ist beauftragt und erste Ansprechperson für Verwaltung und Politik.\nDafür spricht: schnell einzurichten.\nDagegen spricht: hängt an einer Person, Vertretung ungeklärt." },
      { name: "Stabsstelle", description: "Eine Stabsstelle bei der Verwaltungsleitung steuert fachbereichsübergreifend.\nDafür spricht: Nähe zur Leitung, Wirkung in alle Fachbereiche.\nDagegen spricht: Abstand zum Tagesgeschäft der Fachbereiche." },
      OWN,
    ],
  },
  citizenServiceAndIt: {
    title: "Bürgerservice und IT zusammenlegen",
    question: "Sollen Bürgerservice und IT zusammengelegt werden, und in welcher Form?",
    criteria: [{ ...service, weight: 30 }, { ...effect, name: "Durchgängige Abläufe", question: "Wie gut greifen Antrag, Bearbeitung und Technik ineinander?", weight: 20, levels: ["Viele Medienbrüche, ungeklärte Zuständigkeit.", "Häufige Medienbrüche.", "Einzelne Medienbrüche, Zuständigkeit geklärt.", "Kaum Medienbrüche.", "Durchgängig digital aus einer Hand."] }, acceptance, staffing, leadTime, { ...change, weight: 5 }],
    options: [
      { name: "Zusammenlegen", description: "Bürgerservice und IT werden eine Organisationseinheit.\nDafür spricht: kurze Wege zwischen Antrag und Technik.\nDagegen spricht: unterschiedliche Aufgaben und Arbeitszeiten." },
      { name: "Getrennt lassen", description: "Beide Einheiten bleiben, wie sie sind.\nDafür spricht: kein Umbau.\nDagegen spricht: Abstimmung bleibt Sache der Beteiligten." },
      { name: "Gemeinsame Leitung", description: "Zwei Einheiten unter einer Leitung.\nDafür spricht: gemeinsame Ziele bei eigenen Teams.\nDagegen spricht: eine Leitung für sehr verschiedene Aufgaben." },
      { name: "Feste Zusammenarbeit", description: "Getrennte Einheiten mit einer gemeinsamen Arbeitsgruppe und vereinbarten Zielen.\nDafür spricht: schnell begonnen und rückholbar.\nDagegen spricht: ohne gemeinsame Weisung." },
      OWN,
    ],
  },
};

/** A new comparison's content. No template names a figure: cost and posts are unknown until somebody types them. */
export function contentOfTemplate(key: TemplateKey): ComparisonContent {
  const { title, question, criteria, options } = templates[key];
  return {
    title,
    question,
    recommendation: "",
    criteria: criteria.map(({ reversed, ...criterion }) => ({ ...criterion, id: null, reversed: reversed === true })),
    options: options.map((option) => ({ ...option, id: null, oneOffCents: null, yearlyCents: null, postHundredths: null })),
  };
}
