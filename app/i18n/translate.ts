import { createTranslator } from "use-intl/core";

/**
 * A translator over one area's messages, ICU syntax, typed keys and values. There is one language, so a translator
 * is made once per area when its module loads: no provider, and a page carries only the texts it uses.
 */
export function translatorFor<const Messages extends Record<string, unknown>>(messages: Messages) {
  return createTranslator({
    locale: "de",
    messages,
    timeZone: "Europe/Berlin",
    // A missing text is a defect of the program: fail where it is seen first.
    onError: (error) => {
      throw error;
    },
  });
}
