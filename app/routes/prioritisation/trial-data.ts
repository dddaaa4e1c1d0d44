import type { showTrialWeights } from "#app/services/prioritisation/show-trial-weights.server.ts";

/** What the page for trying weights and its parts show. */
export type Trial = NonNullable<Extract<ReturnType<typeof showTrialWeights>, { ok: true }>["value"]["trial"]>;
