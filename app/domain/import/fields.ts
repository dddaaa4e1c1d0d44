/** What a column of an imported list can mean. */
export const importFields = [
  "title",
  "externalReference",
  "summary",
  "description",
  "actionField",
  "goals",
  "leadUnit",
  "participatingUnits",
  "responsiblePerson",
  "status",
  "effectDirection",
  "targetGroups",
  "planningHorizon",
  "permanentTask",
  "timeframe",
  "start",
  "end",
  "earliestStart",
  "deadline",
  "deadlineReason",
  "progress",
  "trafficLight",
  "trafficLightReason",
  "costOneOff",
  "costInvestive",
  "costConsumptive",
  "costRunning",
  "revenue",
  "budgetKind",
  "budgetProduct",
  "budgetAccount",
  "personDays",
  "savingPerYear",
  "hoursPerYear",
  "source",
] as const;
export type ImportField = (typeof importFields)[number];

export const isImportField = (text: string): text is ImportField => (importFields as readonly string[]).includes(text);

/** One entry per column of the file: what it means, or null for "not imported". */
export type ColumnMapping = ReadonlyArray<ImportField | null>;

/** @throws Error when a stored mapping is not what this program wrote */
export function parseMapping(json: string): ColumnMapping {
  const values: unknown = JSON.parse(json);
  if (!Array.isArray(values)) throw new Error("a stored mapping is not a list");
  return values.map((value: unknown) => (typeof value === "string" && isImportField(value) ? value : null));
}

/** Fields claimed by more than one column, with the positions of those columns. */
export function conflictsOf(columns: ColumnMapping): ReadonlyArray<{ readonly field: ImportField; readonly columns: readonly number[] }> {
  return importFields.flatMap((field) => {
    const positions = columns.flatMap((claimed, index) => (claimed === field ? [index] : []));
    return positions.length > 1 ? [{ field, columns: positions }] : [];
  });
}
