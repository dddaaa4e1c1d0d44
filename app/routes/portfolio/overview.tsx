import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { requireUser } from "#app/http/require-user.server.ts";
import { t } from "#app/i18n/de/shell.ts";
import { Page } from "#app/ui/page.tsx";

export const meta: MetaFunction = () => [{ title: t("navigation.overview") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  requireUser(request, context);
  return null;
}

export default function Overview() {
  return <Page title={t("navigation.overview")}>{null}</Page>;
}
