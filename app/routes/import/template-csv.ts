import type { LoaderFunctionArgs } from "@remix-run/node";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { makeCsvTemplate } from "#app/services/import/make-template.server.ts";

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  requirePermission(user, "measure:import");
  return new Response(makeCsvTemplate(), {
    headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": 'attachment; filename="massnahmen-vorlage.csv"' },
  });
}
