import { translatorFor } from "#app/i18n/translate.ts";

/** What the program says in the terminal while it starts, or why it does not. */
const messages = {
  running: "Digitalfahrplan läuft: {url}",
  setUp: "Es gibt noch kein Konto. Richten Sie das Programm hier ein (die Adresse gilt einmal): {url}",
  demonstrationLoaded: "Die Demonstrationskommune ist geladen.",
  demonstrationAccounts: "Zugänge zum Ausprobieren, alle mit dem Kennwort {password}",
  refused: {
    portTaken: "Der Port {port} ist belegt: Beenden Sie das Programm, das ihn benutzt, oder wählen Sie einen anderen, zum Beispiel mit PORT=3001 npm start.",
    portForbidden: "Der Port {port} darf von diesem Benutzerkonto nicht geöffnet werden: Wählen Sie einen Port über 1023, zum Beispiel mit PORT=3000 npm start.",
    hostUnknown: "Die Adresse {host} gehört nicht zu diesem Rechner: Setzen Sie HOST auf 127.0.0.1 oder auf eine Adresse dieses Rechners.",
    unwritable:
      "Die Datenbank {path} lässt sich nicht schreiben: Geben Sie dem Benutzerkonto des Programms Schreibrecht auf die Datei und ihren Ordner, oder nennen Sie mit DATABASE_PATH einen anderen Ort.",
    corrupt:
      "Die Datei {path} ist keine unversehrte Datenbank und wurde nicht verändert: Spielen Sie eine Sicherung ein (npm run db:restore -- SICHERUNG --replace), oder nennen Sie mit DATABASE_PATH eine andere Datei.",
    foreign: "Die Datei {path} ist die Datenbank eines anderen Programms und wurde nicht verändert: Nennen Sie mit DATABASE_PATH eine andere Datei.",
    newer: "Die Datenbank {path} stammt von einer neueren Fassung des Programms und wurde nicht verändert: Installieren Sie diese oder eine neuere Fassung.",
    busy: "Die Datenbank {path} wird gerade von einem anderen Programm beschrieben: Beenden Sie es und starten Sie noch einmal.",
    pragma: "Die Datenbank {path} lässt sich nicht mit der nötigen Ausfallsicherheit öffnen: Legen Sie sie auf ein lokales Laufwerk, nicht auf ein Netzlaufwerk.",
    demonstrationInProduction:
      "Die Datenbank {path} enthält Demonstrationszugänge mit bekanntem Kennwort, der Produktivbetrieb wird deshalb verweigert: Nennen Sie mit DATABASE_PATH eine neue Datei.",
  },
} as const;

export const t = translatorFor(messages);
