import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, Links, Meta, Outlet, Scripts, ScrollRestoration, useLoaderData, useRouteError, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { clearedMessageCookie, readMessage } from "#app/http/message.server.ts";
import { useNonce } from "#app/http/nonce.ts";
import { readTheme } from "#app/http/theme.server.ts";
import { t } from "#app/i18n/de/shell.ts";
import { showFrame } from "#app/services/administration/show-frame.server.ts";
import { ErrorView } from "#app/ui/error-view.tsx";
import { Shell } from "#app/ui/shell.tsx";
import icon from "#app/ui/icon.svg?url&no-inline";
import stylesheet from "#app/ui/styles/main.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: icon, type: "image/svg+xml" },
];
export const meta: MetaFunction = () => [{ title: t("product") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const { user } = context;
  const message = readMessage(request);
  const frame = {
    municipality: showFrame(context),
    user: user && { id: user.id, name: user.name, role: user.role, orgUnitIds: user.orgUnitIds },
    message,
    theme: readTheme(request),
  };
  return data(frame, message ? { headers: { "Set-Cookie": clearedMessageCookie } } : {});
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const frame = useRouteLoaderData<typeof loader>("root");
  return (
    <html lang="de" data-kern-theme={frame?.theme === "auto" ? undefined : frame?.theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  const { municipality, user, message } = useLoaderData<typeof loader>();
  return (
    <Shell municipality={municipality} user={user} message={message}>
      <Outlet />
    </Shell>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const frame = useRouteLoaderData<typeof loader>("root");
  return (
    <Shell municipality={frame?.municipality ?? null} user={frame?.user ?? null} message={null}>
      <title>{t("product")}</title>
      <ErrorView error={error} />
    </Shell>
  );
}
