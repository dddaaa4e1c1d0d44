export const PLANNER = "/planung";
export const runPath = (runId: number): string => `${PLANNER}/laeufe/${runId}`;
export const progressPath = (runId: number): string => `${runPath(runId)}/fortschritt.json`;
export const cancelPath = (runId: number): string => `${runPath(runId)}/abbrechen`;
export const adoptPath = (runId: number): string => `${runPath(runId)}/uebernehmen`;
export const plannedMeasurePath = (runId: number, measureId: number): string => `${runPath(runId)}/massnahmen/${measureId}`;
