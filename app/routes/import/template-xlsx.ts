import type { LoaderFunctionArgs } from "@remix-run/node";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { makeXlsxTemplate } from "#app/services/import/make-template.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  requirePermission(user, "measure:import");
  return new Response(new Uint8Array(await makeXlsxTemplate()), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": 'attachment; filename="massnahmen-vorlage.xlsx"',
    },
  });
}
