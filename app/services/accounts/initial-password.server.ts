import { randomInt } from "node:crypto";

/** Without signs that are mistaken for one another when read aloud or typed from paper. */
const SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

/** Sixteen random signs in four groups, about 79 bits: handed over once, then replaced by the user's own. */
export const initialPassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join("")).join("-");
