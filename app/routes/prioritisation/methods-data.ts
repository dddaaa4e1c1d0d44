import type { showMethods } from "#app/services/prioritisation/show-methods.server.ts";

/** What the page of the methods and its parts show. */
export type MethodsData = NonNullable<Extract<ReturnType<typeof showMethods>, { ok: true }>["value"]["methods"]>;
