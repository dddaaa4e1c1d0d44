import { refusalResponse } from "#app/http/respond.server.ts";
import { ErrorView } from "#app/ui/error-view.tsx";
import { useRouteError } from "@remix-run/react";

/** Every address that is no page: 404 inside the usual frame, whatever the method. */
export function loader(): never {
  throw refusalResponse({ code: "missing" });
}

export const action = loader;

export default function NotFound() {
  return null;
}

export function ErrorBoundary() {
  return <ErrorView error={useRouteError()} />;
}
