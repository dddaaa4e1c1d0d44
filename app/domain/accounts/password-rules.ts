/** What a new password must not be. Length does the work; the rest catches what is tried first. */
export const MIN_PASSWORD_LENGTH = 12;
export const MAX_PASSWORD_LENGTH = 200;

export type PasswordProblem = "tooShort" | "tooLong" | "tooCommon" | "personal";

const COMMON_WORDS = [
  "passwort", "password", "kennwort", "geheim", "qwertz", "qwerty", "qwertzuiop", "qwertyuiop", "asdfghjkl", "yxcvbnm", "letmein", "welcome", "willkommen",
  "hallo", "hallowelt", "admin", "administrator", "administration", "iloveyou", "sonne", "sommer", "winter", "herbst", "fruehling", "frühling", "dragon", "monkey",
  "football", "fussball", "schatz", "digitalfahrplan", "digital", "digitalisierung", "rathaus", "verwaltung", "stadtverwaltung", "gemeinde", "stadt", "musterstadt",
  "test", "testtest", "changeme", "master", "superman", "batman", "starwars", "princess", "michael", "deutschland", "abc", "abcdef", "abcdefghijkl", "schalke",
];

/** Letters only, small, with the usual substitutions undone: "P4ssw0rt2026!!" → "passwort". */
const coreOf = (password: string): string =>
  password
    .toLowerCase()
    .replace(/[\d\W_]+$/u, "")
    .replace(/^[\d\W_]+/u, "")
    .replace(/0/g, "o")
    .replace(/1/g, "i")
    .replace(/3/g, "e")
    .replace(/4|@/g, "a")
    .replace(/5|\$/g, "s");

/** The first reason against a password; null when there is none. */
export function judgePassword(password: string, { email, name }: { email: string; name: string }): PasswordProblem | null {
  const length = [...password].length;
  if (length < MIN_PASSWORD_LENGTH) return "tooShort";
  if (length > MAX_PASSWORD_LENGTH) return "tooLong";
  if (new Set(password.toLowerCase()).size < 5) return "tooCommon";
  const core = coreOf(password);
  if (core === "" || COMMON_WORDS.some((word) => core === word || core === word + word)) return "tooCommon";
  const lower = password.toLowerCase();
  const own = [email, email.split("@")[0] ?? "", ...name.split(/\s+/)].map((part) => part.toLowerCase()).filter((part) => part.length >= 4);
  return own.some((part) => lower.includes(part) && lower.length - part.length < 8) ? "personal" : null;
}
