import { useEffect, useSyncExternalStore, type RefObject } from "react";

const STORED = "digitalfahrplan-rating-keys";
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Are single keys used? Null before the page runs in a browser. People can switch them off, since speech input types letters too. */
export function useKeySwitch(): { readonly isOn: boolean | null; readonly set: (on: boolean) => void } {
  const isOn = useSyncExternalStore<boolean | null>(subscribe, read, () => null);
  return { isOn, set };
}

let remembered = true;
function read(): boolean {
  try {
    return window.localStorage.getItem(STORED) !== "off";
  } catch {
    return remembered;
  }
}

function set(on: boolean): void {
  remembered = on;
  try {
    window.localStorage.setItem(STORED, on ? "on" : "off");
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

const answerOf = (key: string): string | null => (/^[0-4]$/.test(key) ? key : key.toLowerCase() === "k" ? "unknown" : null);
const TYPED_INTO = "textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=submit], [type=button])";

/**
 * 0 to 4 and K answer the question with the focus, or else the first open one, and go on to the next; after the last one
 * to the form's first button. Questions are the form's fieldsets.
 */
export function useRatingKeys(form: RefObject<HTMLFormElement>, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const listen = (event: KeyboardEvent) => {
      const value = answerOf(event.key);
      if (value === null || event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (form.current === null || (event.target instanceof Element && event.target.matches(TYPED_INTO))) return;
      const questions = [...form.current.querySelectorAll("fieldset")];
      const at = questions.findIndex((question) => question.contains(document.activeElement));
      const index = at >= 0 ? at : questions.findIndex((question) => question.querySelector("input:checked") === null);
      const choice = questions[index]?.querySelector<HTMLInputElement>(`input[value="${value}"]`);
      if (!choice) return;
      event.preventDefault();
      choice.click();
      goTo(questions[index + 1] ?? null, form.current);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [form, isOn]);
}

function goTo(question: HTMLFieldSetElement | null, form: HTMLFormElement): void {
  const target = question === null ? form.querySelector<HTMLElement>("button[name=then]") : (question.querySelector<HTMLElement>("input:checked") ?? question.querySelector<HTMLElement>("input"));
  target?.focus({ preventScroll: true });
  (question ?? target)?.scrollIntoView({ block: "center" });
}
