import type { Project } from "./project.ts";

/**
 * Reads a single-mode file of PSPLIB (Kolisch & Sprecher 1997), ending .sm. Jobs come out in the order of their numbers, the
 * first and the last being the dummies the format asks for. Null where a section is missing or does not add up.
 */
export function readPsplib(text: string): Project | null {
  const precedence = section(text, "PRECEDENCE RELATIONS");
  const requests = section(text, "REQUESTS/DURATIONS");
  const capacities = section(text, "RESOURCEAVAILABILITIES").at(0) ?? [];
  const count = precedence.length;
  if (count === 0 || requests.length !== count || capacities.length === 0) return null;
  const successors = precedence.map((row) => row.slice(3).map((number) => number - 1));
  const inOrder = precedence.every((row, index) => row[0] === index + 1 && row[1] === 1 && row.length === 3 + (row[2] ?? -1));
  const complete = requests.every((row, index) => row[0] === index + 1 && row.length === 3 + capacities.length);
  if (!inOrder || !complete || successors.flat().some((next) => next < 0 || next >= count)) return null;
  return { durations: requests.map((row) => row[2] ?? 0), demands: requests.map((row) => row.slice(3)), capacities, successors };
}

/** The rows of whole numbers below a heading, up to the next line of stars. */
function section(text: string, heading: string): number[][] {
  const start = text.indexOf(heading);
  if (start === -1) return [];
  const body = text.slice(start).split(/\n\*+/)[0] ?? "";
  return body
    .split(/\r?\n/)
    .filter((row) => /^[\s\d]+$/.test(row) && /\d/.test(row))
    .map((row) => row.trim().split(/\s+/).map(Number));
}
