import { can } from "#app/domain/permissions/permissions.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { findLatestPlan } from "#db/queries/plan-runs.server.ts";

/** The newest plan of the live settings, whose page says of each measure why it stands where; null where there is none or it may not be read. */
export const findExplainingRun = ({ db, user }: Pick<ServiceContext, "db" | "user">): number | null => (can(user, "plan:read") ? (findLatestPlan(db, null)?.id ?? null) : null);
