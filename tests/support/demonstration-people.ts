import type { UserKey } from "#db/seed/musterstadt/shape.ts";
import { users } from "#db/seed/musterstadt/users.ts";

export function emailOf(key: UserKey): string {
  const user = users.find((each) => each.key === key);
  if (!user) throw new Error(`nobody is called ${key}`);
  return user.email;
}
