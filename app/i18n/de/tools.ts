import { translatorFor } from "#app/i18n/translate.ts";

/** What the command line tools say. */
const messages = {
  migrated: "Die Datenbank {path} ist auf dem neuesten Stand.",
  seeded: "Die Datenbank {path} enthält jetzt {name} mit {count, plural, one {# Maßnahme} other {# Maßnahmen}}.",
  seedNotEmpty: "Die Datenbank {path} enthält schon eine Kommune und wurde nicht verändert: Nennen Sie mit DATABASE_PATH eine neue Datei.",
  seedUsage: "Aufruf: npm run db:seed, oder npm run db:seed -- --generate ANZAHL --seed ZAHL",
  generatedAccounts: "Zugänge: {email} und weitere, alle mit dem Kennwort {password}",
  backedUp: "Gesichert und geprüft: {path} ({tables, number} Tabellen, {rows, number} Zeilen).",
  backupUsage: "Aufruf: npm run db:backup -- ZIELDATEI",
  targetExists: "Die Datei {path} gibt es schon und wird nicht überschrieben: Nennen Sie eine andere.",
  sourceMissing: "Die Datei {path} gibt es nicht.",
  restored: "Eingespielt und geprüft: {path} ({rows, number} Zeilen).",
  restoredKept: "Die bisherige Datenbank liegt unverändert in {path}.",
  restoreUsage: "Aufruf: npm run db:restore -- SICHERUNG [--replace]",
  restoreExists: "Die Datenbank {path} gibt es schon: Mit --replace wird sie beiseitegelegt und durch die Sicherung ersetzt.",
  restoreInUse: "Die Datenbank {path} wird gerade benutzt: Beenden Sie Digitalfahrplan und rufen Sie den Befehl noch einmal auf.",
  backupBroken: "Die Sicherung {path} ist nicht in Ordnung und wurde nicht eingespielt: {findings}",
  sound: "Die Datenbank {path} ist in Ordnung ({rows, number} Zeilen, {snapshots, plural, one {# Fassung} other {# Fassungen}} mit gültiger Prüfsumme).",
  unsound: "Die Datenbank {path} ist nicht in Ordnung: Spielen Sie eine Sicherung ein (npm run db:restore).",
  finding: {
    integrity: "beschädigter Inhalt: {detail}",
    foreignKey: "Verweis ins Leere: {detail}",
    snapshot: "Fassung {detail} wurde nach dem Einfrieren verändert",
    trigger: "Schutz gegen nachträgliche Änderung fehlt: {detail}",
  },
  exported: "Ausgegeben: {path}",
  exportUsage: "Aufruf: npm run export -- ZIELDATEI",
} as const;

export const t = translatorFor(messages);
