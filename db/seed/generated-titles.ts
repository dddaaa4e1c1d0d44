/** What measures of digital strategies are about, by field of the demonstration municipality; combined into titles. */
export const subjects = {
  workplace: ["mobile Arbeitsplätze", "Videokonferenzräume", "eine neue Telefonanlage", "Bürokommunikation in der Cloud", "digitale Sitzungsdienste", "Einmalanmeldung", "Geräte für Außendienste"],
  platforms: ["Glasfaser an Verwaltungsstandorten", "ein zweites Rechenzentrum", "Netztrennung", "Notbetrieb", "WLAN in öffentlichen Gebäuden", "Identitätsverwaltung", "ein Sicherheitslagebild", "Datensicherung"],
  applications: ["die E-Akte im Sozialwesen", "das Dokumentenmanagement", "den Rechnungsworkflow", "die digitale Poststelle", "das Personalverfahren", "die Vergabeplattform", "das Ratsinformationssystem", "die Bauakte"],
  citizenServices: ["den Online-Bauantrag", "die Terminvergabe", "das Serviceportal", "die Online-Kitaanmeldung", "die Gewerbeanmeldung", "das Hundesteuerportal", "die Mängelmeldung", "den Chat des Bürgerservice", "E-Payment", "das Fundbüro"],
  schools: ["Schul-WLAN", "digitale Tafeln", "Leihgeräte", "die Lernplattform", "den Schul-Support", "Medienentwicklungspläne", "Glasfaser an Schulen"],
  smartCity: ["ein Open-Data-Portal", "den digitalen Zwilling", "Parkraumsensoren", "das Starkregen-Frühwarnsystem", "intelligente Straßenbeleuchtung", "Verkehrszählung", "LoRaWAN", "Füllstände der Wertstoffbehälter"],
  organisation: ["Digitallotsinnen und -lotsen", "das Prozessregister", "die IT-Stelle des Zweckverbands", "Schulungen zur Barrierefreiheit", "das Innovationsbudget", "den Digitalbeirat", "die interkommunale IT"],
  mobility: ["das Parkleitsystem", "die Verkehrsdatenplattform", "Ladeinfrastruktur", "die Mobilitäts-App", "digitale Verkehrszeichen", "Bike-Sharing-Stationen"],
  climate: ["das Energiemonitoring", "die Wärmeplanung", "Photovoltaik-Kataster", "die Baumdatenbank", "smarte Wasserzähler", "die Abfall-App"],
  culture: ["die digitale Bibliothek", "das Museumsportal", "die Hallenbelegung", "das Veranstaltungsportal", "Ticketverkauf der Bäder", "das Stadtarchiv"],
  social: ["den Online-Wohngeldantrag", "das Pflegeportal", "die Kita-Planung", "das Ehrenamtsportal", "die digitale Teilhabe im Quartier", "den Sozialatlas"],
  finance: ["den elektronischen Haushaltsplan", "die E-Vergabe", "das Vertragsregister", "die Anlagenbuchhaltung", "E-Payment", "die digitale Steuerakte"],
} as const;

export const undertakings = ["Einführung", "Ausbau", "Konzept", "Vergabe", "Erneuerung", "Pilot", "Evaluation"] as const;
export const places = ["", "", "", " – Stufe 2", " – Dezernat I", " – Dezernat II", " – Ortsteile", " – Rathaus", " – Betriebe", " – Nachnutzung im Kreis"] as const;

export const sentences = [
  "Der Fachbereich hat den Bedarf gemeldet; die Bestandsaufnahme liegt vor.",
  "Medienbrüche fallen weg, die Bearbeitung wird kürzer.",
  "Die Anforderungen an Datenschutz und Barrierefreiheit sind im Leistungsverzeichnis enthalten.",
  "Eine gemeinsame Beschaffung mit den Nachbargemeinden ist möglich.",
  "Der Personalrat wird früh beteiligt.",
  "Nach einem Jahr wird geprüft, ob der erwartete Nutzen eingetreten ist.",
  "Die Einführung folgt den Erfahrungen anderer Städte gleicher Größe.",
] as const;

export const milestoneTitles = ["Konzept beschlossen", "Vergabe erteilt", "Pilot abgenommen", "Schulung abgeschlossen", "Betrieb aufgenommen"] as const;
export const costTitles = ["Lizenzen", "Hardware", "Dienstleistung zur Einführung", "Wartung und Pflege", "Schulung", "Betrieb im Rechenzentrum"] as const;
