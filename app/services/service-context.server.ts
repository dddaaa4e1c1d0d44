import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import type { Actor } from "#app/domain/permissions/permissions.ts";
import type { Db } from "#db/client.server.ts";

/** Time as a parameter: `now` is an ISO instant in UTC, `today` the calendar day in Germany. */
export type Clock = { readonly now: () => string; readonly today: () => PlainDate };

/** The logged-in user as services and pages need it. */
export type CurrentUser = Actor & {
  readonly name: string;
  readonly email: string;
  readonly orgUnitId: number | null;
  readonly raterGroupId: number | null;
  readonly parliamentaryGroup: string | null;
  readonly mustChangePassword: boolean;
};

export type ServiceContext = { readonly db: Db; readonly clock: Clock; readonly user: CurrentUser };
