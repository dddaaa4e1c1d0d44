import type { SeedField, SeedGoal } from "./shape.ts";

export const actionFields: readonly SeedField[] = [
  { key: "workplace", name: "IT-moderner Arbeitsplatz", description: "Geräte, Telefonie und Werkzeuge, mit denen die Beschäftigten überall arbeiten können." },
  { key: "platforms", name: "Infrastruktur und Plattformen", description: "Netze, Server, Sicherheit und die gemeinsamen Dienste, auf denen alles andere steht." },
  { key: "applications", name: "Fachanwendungen und E-Akte", description: "Fachverfahren, elektronische Akte und durchgängig digitale Vorgänge." },
  { key: "citizenServices", name: "Bürgerservice", description: "Leistungen der Stadt online, verständlich und barrierefrei – und weiterhin mit Hilfe vor Ort." },
  { key: "schools", name: "Digitale Schule", description: "Ausstattung, Betrieb und Unterstützung der Schulen in Trägerschaft der Stadt." },
  { key: "smartCity", name: "Smart City und Daten", description: "Daten und Sensoren für Stadtentwicklung, Klimaanpassung, Handel und Ehrenamt." },
  { key: "organisation", name: "Strategie, Organisation und Kultur", description: "Zuständigkeiten, Fähigkeiten und Zusammenarbeit über Fachbereiche und Gemeinden hinweg." },
];

export const goals: readonly SeedGoal[] = [
  { key: "onlineServices", field: "citizenServices", title: "Die 50 meistgenutzten Leistungen sind durchgängig online", description: "Antrag, Nachweis, Bezahlung und Bescheid ohne Medienbruch." },
  { key: "accessible", field: "citizenServices", title: "Alle Angebote sind barrierefrei und verständlich", description: "Gemessen an der EN 301 549, geprüft von Menschen mit Behinderung." },
  { key: "reachable", field: "citizenServices", title: "Anliegen lassen sich rund um die Uhr anstoßen und verfolgen", description: "Termin, Auskunft und Bearbeitungsstand ohne Anruf im Rathaus." },
  { key: "paperless", field: "applications", title: "Neue Vorgänge werden nur noch elektronisch geführt", description: "Vom Posteingang bis zur Aussonderung." },
  { key: "relief", field: "applications", title: "Beschäftigte werden von Routinearbeit entlastet", description: "Gemessen in Stunden je Jahr und Verfahren." },
  { key: "modernWork", field: "workplace", title: "Jeder Büroarbeitsplatz ist mobil nutzbar", description: "Ein Gerät je Person, am Schreibtisch wie unterwegs." },
  { key: "secure", field: "platforms", title: "Die Stadt bleibt auch bei einem Angriff handlungsfähig", description: "Geübter Notbetrieb, getrennte Sicherungen, erneuerte Grundsysteme." },
  { key: "connected", field: "platforms", title: "Rathaus, Schulen und Gewerbegebiete sind gigabitfähig angebunden", description: "Glasfaser bis ins Gebäude, WLAN dort, wo es gebraucht wird." },
  { key: "equippedSchools", field: "schools", title: "Jede Schule hat verlässliche Technik und verlässlichen Support", description: "Störungen sind in der Regel am nächsten Schultag behoben." },
  { key: "openData", field: "smartCity", title: "Städtische Daten sind auffindbar und wo möglich offen", description: "Ein Katalog, klare Rollen, offene Lizenzen." },
  { key: "resilientCity", field: "smartCity", title: "Sensordaten helfen bei Starkregen, Hitze und Verkehr", description: "Warnung in Minuten statt Kontrolle nach Plan." },
  { key: "skills", field: "organisation", title: "Jeder Fachbereich hat Menschen, die den Wandel tragen", description: "Digitallotsinnen und -lotsen mit Zeit und Qualifizierung." },
];
