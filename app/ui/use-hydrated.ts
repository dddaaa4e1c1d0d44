import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** False on the server and in the browser's first picture of its page, true from then on: for controls that need JavaScript. */
export const useHydrated = (): boolean => useSyncExternalStore(never, () => true, () => false);
