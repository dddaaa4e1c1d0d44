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

  // Ausschuss
  route("ausschuss", "routes/committee/versions.tsx"),
  route("ausschuss/fassungen/neu", "routes/committee/freeze-version.tsx"),
  route("ausschuss/fassungen/:id", "routes/committee/version.tsx"),
  route("ausschuss/fassungen/:id/massnahmen/:measureId", "routes/committee/version-measure.tsx"),
  route("ausschuss/fassungen/:id/bericht.pdf", "routes/reports/report-pdf.ts"),
  route("ausschuss/fassungen/:id/bericht.xlsx", "routes/reports/report-xlsx.ts"),
  route("ausschuss/fassungen/:id/fassung.json", "routes/reports/version-json.ts"),

  // Berichte
  route("berichte", "routes/reports/reports.tsx"),

  route("*", "routes/portfolio/not-found.tsx"),
] satisfies RouteConfig;
