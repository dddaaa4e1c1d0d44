import { translatorFor } from "#app/i18n/translate.ts";

/** Texts of log-in, log-out and the own account. */
export const messages = {
  logIn: "Anmelden",
  email: "E-Mail-Adresse",
  password: "Passwort",
  emailMissing: "Geben Sie Ihre E-Mail-Adresse ein.",
  passwordMissing: "Geben Sie Ihr Passwort ein.",
  wrongCredentials: "E-Mail-Adresse oder Passwort stimmen nicht.",
  loggedOut: "Sie sind abgemeldet.",
} as const;

export const t = translatorFor(messages);
