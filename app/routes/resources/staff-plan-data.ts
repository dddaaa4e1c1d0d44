import type { PostFilter, showStaffPlan } from "#app/services/resources/show-staff-plan.server.ts";

/** What the page of the staff plan and its parts show. */
export type StaffPlanData = Extract<ReturnType<typeof showStaffPlan>, { ok: true }>["value"] & { readonly filter: PostFilter };
export type ListedPost = StaffPlanData["posts"][number];
