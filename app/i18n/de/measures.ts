import { translatorFor } from "#app/i18n/translate.ts";
import { formMessages } from "./measure-form.ts";
import { listMessages } from "./measure-list.ts";
import { partMessages } from "./measure-parts.ts";
import { sheetMessages } from "./measure-sheet.ts";

/** All texts of the pages of measures, each noun in its own file. */
export const messages = { measures: "Maßnahmen", ...listMessages, ...sheetMessages, ...formMessages, ...partMessages } as const;

export const t = translatorFor(messages);
