/** The action fields every municipality starts with and can change: inside the house, for its citizens, schools, the town. */
export const actionFields: ReadonlyArray<{ readonly name: string; readonly description: string }> = [
  { name: "Digitale Verwaltung", description: "Arbeitsplätze, E-Akte, Fachverfahren und Abläufe im Haus." },
  { name: "Bürgerservice", description: "Leistungen von zu Hause aus, rund um die Uhr und barrierefrei." },
  { name: "Digitale Schule", description: "Netze, Geräte und Betreuung für die Schulen in städtischer Trägerschaft." },
  { name: "Smart City", description: "Daten, Sensorik und Infrastruktur, oft gemeinsam mit den Stadtwerken." },
  { name: "Organisation und Kultur", description: "Zuständigkeiten, Qualifizierung, Zusammenarbeit und Beteiligung." },
];
