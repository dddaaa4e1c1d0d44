import { readWhole } from "./whole-param.ts";

export const DEFAULT_SPREAD = 30;
export const DEFAULT_TOP = 10;

/** The address of the robustness page: `?runde=3&spielraum=30&oben=10&seite=2`. What cannot be read is the default. */
export const readRobustness = (params: URLSearchParams) => ({
  roundId: readWhole(params.get("runde"), 1, Number.MAX_SAFE_INTEGER),
  spread: readWhole(params.get("spielraum"), 0, 100) ?? DEFAULT_SPREAD,
  top: readWhole(params.get("oben"), 1, 10_000) ?? DEFAULT_TOP,
  page: readWhole(params.get("seite"), 1, 10_000) ?? 1,
});
