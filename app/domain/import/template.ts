/** A list to fill in: headings every column of which is recognised, and two rows that show how. */
export const templateHeadings = [
  "Kennung",
  "Titel",
  "Kurzfassung",
  "Beschreibung",
  "Handlungsfeld",
  "Federführung",
  "Beteiligte",
  "Ansprechperson",
  "Status",
  "Zielgruppen",
  "Planungshorizont",
  "Beginn",
  "Ende",
  "Frist",
  "Grund der Frist",
  "Investive Kosten",
  "Konsumtive Kosten",
  "Laufende Kosten pro Jahr",
  "Produkt",
  "Konto",
  "Personentage",
  "Quelle",
] as const;

export const templateRows: ReadonlyArray<readonly string[]> = [
  ["B-1", "Beispiel: Online-Terminvergabe", "Termine im Rathaus online buchen.", "Ein Terminsystem für alle Dienststellen mit Publikumsverkehr.", "", "", "", "", "geplant", "Bürgerinnen und Bürger", "kurzfristig", "Q1 2027", "Q4 2027", "", "", "", "38.500,00 €", "4.200,00 €", "", "", "40", "Diese Zeile vor dem Import löschen"],
  ["B-2", "Beispiel: Sensoren für den Hochwasserschutz", "Pegelstände in Echtzeit.", "", "", "", "", "", "Idee", "Verwaltung", "mittelfristig", "2028", "2029", "31.12.2029", "Ratsbeschluss", "15 T€", "k. A.", "", "", "", "", "Diese Zeile vor dem Import löschen"],
];
