import { can, type Actor } from "#app/domain/permissions/permissions.ts";

/** Who may see the living plan sees drafts as well; committee members see what was submitted to them, and nothing else. */
export const canSeeVersion = (actor: Actor, version: { readonly submission: object | null }): boolean =>
  can(actor, "version:read") && (version.submission !== null || can(actor, "plan:read"));
