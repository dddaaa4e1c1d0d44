import type { FieldProblem } from "#app/domain/result.ts";
import { translatorFor } from "#app/i18n/translate.ts";

/** Why a field of a measure, or of any form that uses the same kinds of field, is refused. */
const messages = {
  titleMissing: "Geben Sie einen Titel ein.",
  endBeforeStart: "Das Ende liegt vor dem Beginn.",
  deadlineReasonMissing: "Nennen Sie, woraus der Stichtag folgt.",
  trafficLightReasonMissing: "Begründen Sie Gelb oder Rot.",
  progressOutOfRange: "Geben Sie eine ganze Zahl von 0 bis 100 ein.",
  notOwnUnit: "Sie können nur Maßnahmen Ihrer eigenen Organisationseinheit anlegen und behalten. Wählen Sie eine davon als Federführung.",
  unknownChoice: "Diese Auswahl gibt es nicht mehr. Bitte wählen Sie neu.",
  archived: "Diese Maßnahme ist archiviert. Stellen Sie sie zuerst wieder her.",
  notArchived: "Diese Maßnahme ist nicht archiviert.",
  oneAddressee: "Wählen Sie ein Team oder eine Organisationseinheit.",
  serviceGainMissing: "Beschreiben Sie, was besser wird.",
  dependencyExists: "Diese Abhängigkeit gibt es schon.",
  dependencyCycle: "Das ergäbe einen Kreis, in dem jede auf die andere wartet: {cycle}",
  tooLong: "Höchstens {max, number} Zeichen.",
  notADate: "Geben Sie ein Datum ein, das es gibt, zum Beispiel 31.03.2027.",
  notAQuarter: "Wählen Sie ein Quartal aus der Liste.",
  notAChoice: "Wählen Sie einen Eintrag aus der Liste.",
  notWhole: "Geben Sie eine ganze Zahl von 0 bis {max, number} ein.",
  notAnAmount: "Dieser Betrag ist nicht lesbar. Schreiben Sie zum Beispiel 12.500 oder 12.500,50.",
  amountTooLarge: "Dieser Betrag ist zu groß.",
  amountNegative: "Beträge stehen ohne Minus; ob Ausgabe oder Einnahme, sagt die Richtung.",
  dueDateMissing: "Geben Sie einen Termin an.",
  predecessorMissing: "Wählen Sie die Maßnahme, auf die gewartet wird.",
  nothingSelected: "Wählen Sie mindestens eine Maßnahme aus.",
  bulkObstacles: "Nicht alle ausgewählten Maßnahmen können geändert werden.",
  other: "Diese Angabe kann so nicht gespeichert werden.",
} as const;

const t = translatorFor(messages);

type PlainProblem = Exclude<keyof typeof messages, "dependencyCycle" | "tooLong" | "notWhole">;
const isProblem = (code: string): code is PlainProblem => Object.hasOwn(messages, code);

/** The German sentence for a refused field. */
export function problemText({ code, values }: FieldProblem): string {
  if (code === "dependencyCycle") return t("dependencyCycle", { cycle: String(values?.["cycle"] ?? "") });
  if (code === "tooLong") return t("tooLong", { max: Number(values?.["max"] ?? 0) });
  if (code === "notWhole") return t("notWhole", { max: Number(values?.["max"] ?? 0) });
  return isProblem(code) ? t(code) : t("other");
}

/** German sentences by field name. */
export const problemTexts = (fields: Readonly<Record<string, readonly FieldProblem[]>>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(fields).map(([field, problems]) => [field, problems.map(problemText)]));
