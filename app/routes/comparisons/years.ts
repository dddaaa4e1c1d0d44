import { HORIZON } from "#app/domain/comparisons/option-costs.ts";

/** The span of the cost sum from the address; anything odd is the usual one. */
export function yearsOf(request: Request): number {
  const value = new URL(request.url).searchParams.get("jahre") ?? "";
  const years = /^\d{1,2}$/.test(value) ? Number(value) : HORIZON.usual;
  return years >= HORIZON.least && years <= HORIZON.most ? years : HORIZON.usual;
}
