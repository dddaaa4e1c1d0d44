import { createTranslator } from "use-intl/core";

type Values = Readonly<Record<string, unknown>>;

/**
 * A translator over one area's messages, ICU syntax, typed keys and values. There is one language, so a translator
 * is made once per area when its module loads: no provider, and a page carries only the texts it uses.
 */
export function translatorFor<const Messages extends Record<string, unknown>>(messages: Messages) {
  const translate = createTranslator({
    locale: "de",
    messages,
    timeZone: "Europe/Berlin",
    // A missing text is a defect of the program: fail where it is seen first.
    onError: (error) => {
      throw error;
    },
  });
  const templates = new Map<string, Template | null>();
  const counts = new Map<string, string>();
  // Tables ask for thousands of texts per page. What needs no grammar is put together here, and a text that depends on
  // numbers alone is formatted once; everything else goes the full way.
  return new Proxy(translate, {
    apply(target, _this, call: [key: string, values?: Values]): unknown {
      const [key, values] = call;
      let template = templates.get(key);
      if (template === undefined) templates.set(key, (template = templateOf(messageAt(messages, key))));
      if (template !== null) return fill(template, values) ?? Reflect.apply(target, undefined, call);
      const name = nameOfCounts(key, values);
      if (name === null) return Reflect.apply(target, undefined, call);
      let text = counts.get(name);
      if (text === undefined) {
        text = String(Reflect.apply(target, undefined, call));
        if (counts.size < MOST_COUNTS) counts.set(name, text);
      }
      return text;
    },
  });
}

const MOST_COUNTS = 500;

/** Texts and names of values in turn: "{title} verschieben" is "", title, " verschieben". */
type Template = readonly string[];

function messageAt(messages: Values, key: string): unknown {
  return key.split(".").reduce<unknown>((node, part) => (typeof node === "object" && node !== null ? Reflect.get(node, part) : undefined), messages);
}

/** Null where the message needs the ICU formatter: plurals, numbers, quotes, tags. */
function templateOf(message: unknown): Template | null {
  if (typeof message !== "string" || /['<>]/.test(message)) return null;
  const parts = message.split(/\{(\w+)\}/);
  return parts.some((part) => /[{}]/.test(part)) ? null : parts;
}

/** Null where a value is missing or is no text. */
function fill(template: Template, values: Values | undefined): string | null {
  let text = template[0] ?? "";
  for (let index = 1; index < template.length; index += 2) {
    const value = values?.[template[index] ?? ""];
    if (typeof value !== "string") return null;
    text += value + (template[index + 1] ?? "");
  }
  return text;
}

function nameOfCounts(key: string, values: Values | undefined): string | null {
  let name = key;
  for (const value in values) {
    const count = values[value];
    if (typeof count !== "number") return null;
    name += ` ${value} ${count}`;
  }
  return name;
}
