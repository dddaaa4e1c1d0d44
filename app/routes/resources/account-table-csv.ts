import type { LoaderFunctionArgs } from "@remix-run/node";
import { readScope } from "#app/forms/resources.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { exportAccountTable } from "#app/services/resources/export-account-table.server.ts";

/** The table per Produkt and Konto as a download. */
export function loader({ request, context }: LoaderFunctionArgs): Response {
  const user = requireUser(request, context);
  const scope = readScope(new URL(request.url).searchParams);
  const { fileName, content } = unwrap(exportAccountTable({ db: context.db, clock: context.clock, user }, scope));
  return new Response(content, {
    headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="${fileName}"`, "Cache-Control": "no-store" },
  });
}
