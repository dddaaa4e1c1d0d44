import { index, route, type RouteConfig } from "@remix-run/route-config";

/** The site map: German address → module. Read it top to bottom. */
export default [
  // Übersicht
  index("routes/portfolio/overview.tsx"),

  // Zugang und eigenes Konto
  route("anmelden", "routes/accounts/log-in.tsx"),
  route("abmelden", "routes/accounts/log-out.tsx"),
  route("konto", "routes/accounts/account.tsx"),
  route("konto/passwort", "routes/accounts/password.tsx"),

  // Zeitplan
  route("zeitplan", "routes/planning/timeline.tsx"),
  route("zeitplan.svg", "routes/planning/timeline-svg.ts"),

  route("*", "routes/portfolio/not-found.tsx"),
] satisfies RouteConfig;
