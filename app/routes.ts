import { index, route, type RouteConfig } from "@remix-run/route-config";

/** The site map: German address → module. Read it top to bottom. */
export default [
  // Übersicht
  index("routes/portfolio/overview.tsx"),

  // Zugang und eigenes Konto
  route("anmelden", "routes/accounts/log-in.tsx"),
  route("abmelden", "routes/accounts/log-out.tsx"),
  route("einrichtung", "routes/accounts/set-up.tsx"),
  route("konto", "routes/accounts/account.tsx"),
  route("konto/passwort", "routes/accounts/password.tsx"),

  // Strategie
  route("strategie", "routes/strategy/strategy.tsx"),
  route("strategie/:kind/:itemId", "routes/strategy/strategy-item.tsx"),

  // Maßnahmen
  route("massnahmen", "routes/measures/list.tsx"),
  route("massnahmen/board", "routes/measures/board.tsx"),
  route("massnahmen/sammelaenderung", "routes/measures/bulk-change.tsx"),
  route("massnahmen/neu", "routes/measures/create.tsx"),
  route("massnahmen/:measureId", "routes/measures/sheet.tsx"),
  route("massnahmen/:measureId/bearbeiten", "routes/measures/edit.tsx"),
  route("massnahmen/:measureId/verlauf", "routes/measures/history.tsx"),
  route("massnahmen/:measureId/abhaengigkeiten/neu", "routes/measures/add-dependency.tsx"),
  route("massnahmen/:measureId/planung", "routes/planning/measure-planning.tsx"),
  route("massnahmen/:measureId/planung/foerderfenster/:windowId", "routes/planning/funding-window.tsx"),
  route("massnahmen/:measureId/:part/:partId", "routes/measures/part.tsx"),

  // Import
  route("massnahmen/import", "routes/import/imports.tsx"),
  route("massnahmen/import/hochladen", "routes/import/upload.ts"),
  route("massnahmen/import/vorlage.csv", "routes/import/template-csv.ts"),
  route("massnahmen/import/vorlage.xlsx", "routes/import/template-xlsx.ts"),
  route("massnahmen/import/:id", "routes/import/preview.tsx"),
  route("massnahmen/import/:id/fortschritt", "routes/import/progress.tsx"),
  route("massnahmen/import/:id/fortschritt.json", "routes/import/progress-json.ts"),
  route("massnahmen/import/:id/bericht", "routes/import/report.tsx"),

  // Priorisierung
  route("priorisierung", "routes/prioritisation/ranking.tsx"),
  route("priorisierung/runden", "routes/prioritisation/rounds.tsx"),
  route("priorisierung/runden/neu", "routes/prioritisation/round-form.tsx", { id: "routes/prioritisation/new-round" }),
  route("priorisierung/runden/:roundId", "routes/prioritisation/round.tsx"),
  route("priorisierung/runden/:roundId/bearbeiten", "routes/prioritisation/round-form.tsx"),
  route("priorisierung/runden/:roundId/schliessen", "routes/prioritisation/close-round.tsx"),
  route("priorisierung/runden/:roundId/annehmen", "routes/prioritisation/adopt-round.tsx"),
  route("priorisierung/runden/:roundId/vergleich", "routes/prioritisation/compare-rounds.tsx"),
  route("priorisierung/runden/:roundId/plaetze/:measureId", "routes/prioritisation/override.tsx"),
  route("priorisierung/kriterien", "routes/prioritisation/weighting.tsx"),
  route("priorisierung/kriterien/:criterionId", "routes/prioritisation/criterion.tsx"),
  route("priorisierung/gruppen/:raterGroupId", "routes/prioritisation/rater-group.tsx"),
  route("priorisierung/gruppen/:raterGroupId/loeschen", "routes/prioritisation/delete-rater-group.tsx"),
  route("priorisierung/gewichte-probieren", "routes/prioritisation/trial-weights.tsx"),
  route("priorisierung/verfahren", "routes/prioritisation/methods.tsx"),
  route("priorisierung/robustheit", "routes/prioritisation/robustness.tsx"),
  route("priorisierung/gewichte", "routes/prioritisation/weights.tsx"),
  route("priorisierung/gewichte/:raterGroupId", "routes/prioritisation/group-weights.tsx"),
  route("priorisierung/matrix", "routes/prioritisation/rating-matrix.tsx"),
  route("priorisierung/umfrage", "routes/prioritisation/survey.tsx"),
  route("priorisierung/bewerten", "routes/prioritisation/rating-tasks.tsx"),
  route("priorisierung/bewerten/:measureId", "routes/prioritisation/rating-sheet.tsx"),
  route("priorisierung/bewerten/:measureId/antwort", "routes/prioritisation/answer.ts"),
  route("priorisierung/portfolio", "routes/prioritisation/benefit-and-effort.tsx"),
  route("priorisierung/abweichungen", "routes/prioritisation/disagreements.tsx"),

  // Variantenvergleich
  route("variantenvergleich", "routes/comparisons/list.tsx"),
  route("variantenvergleich/neu", "routes/comparisons/create.tsx"),
  route("variantenvergleich/:id", "routes/comparisons/comparison.tsx"),
  route("variantenvergleich/:id/bearbeiten", "routes/comparisons/edit.tsx"),
  route("variantenvergleich/:id/bewerten", "routes/comparisons/rate.tsx"),
  route("variantenvergleich/:id/vergleich.pdf", "routes/comparisons/comparison-pdf.ts"),

  // Meinungsbilder
  route("abstimmungen", "routes/ballots/ballots.tsx"),
  route("abstimmungen/neu", "routes/ballots/ballot-form.tsx", { id: "routes/ballots/new-ballot" }),
  route("abstimmungen/:ballotId", "routes/ballots/ballot.tsx"),
  route("abstimmungen/:ballotId/bearbeiten", "routes/ballots/ballot-form.tsx"),
  route("abstimmungen/:ballotId/schliessen", "routes/ballots/close-ballot.tsx"),

  // Zeitplan
  route("zeitplan", "routes/planning/timeline.tsx"),
  route("zeitplan.svg", "routes/planning/timeline-svg.ts"),
  route("zeitplan/rueckgaengig", "routes/planning/undo-move.tsx"),
  route("zeitplan/wiederholen", "routes/planning/redo-move.tsx"),
  route("zeitplan.csv", "routes/planning/timeline-csv.ts"),
  route("zeitplan/:id/verschieben", "routes/planning/move-measure.tsx"),
  route("zeitplan/:id/wirkung.json", "routes/planning/move-impact-json.ts"),

  // Planung
  route("planung/vorgaben", "routes/planning/planning-rules.tsx"),
  route("planung/vorgaben/paare/:pairId", "routes/planning/measure-pair.tsx"),
  route("planung/laeufe/:runId/uebernehmen", "routes/planning/adopt-plan.tsx"),

  // Szenarien
  route("szenarien", "routes/planning/scenarios.tsx"),
  route("szenarien/neu", "routes/planning/new-scenario.tsx"),
  route("szenarien/vergleich", "routes/planning/compare-plans.tsx"),
  route("szenarien/vergleich.pdf", "routes/planning/export-comparison.ts", { id: "routes/planning/comparison-pdf" }),
  route("szenarien/vergleich.xlsx", "routes/planning/export-comparison.ts", { id: "routes/planning/comparison-xlsx" }),
  route("szenarien/vergleich.csv", "routes/planning/export-comparison.ts"),
  route("szenarien/:scenarioId", "routes/planning/scenario.tsx"),
  route("szenarien/:scenarioId/bearbeiten", "routes/planning/edit-scenario.tsx"),

  // Planung
  route("planung", "routes/planning/planner.tsx"),
  route("planung/laeufe/:runId", "routes/planning/plan-run.tsx"),
  route("planung/laeufe/:runId/fortschritt.json", "routes/planning/plan-run-progress-json.ts"),
  route("planung/laeufe/:runId/zeitplan.svg", "routes/planning/plan-picture-svg.ts"),
  route("planung/laeufe/:runId/abbrechen", "routes/planning/cancel-plan-run.ts"),
  route("planung/laeufe/:runId/massnahmen/:measureId", "routes/planning/planned-measure.tsx"),

  // Ressourcen
  route("ressourcen/personal", "routes/resources/staff.tsx"),
  route("ressourcen/personal/kapazitaeten", "routes/resources/teams.tsx"),
  route("ressourcen/personal/kapazitaeten/:teamId", "routes/resources/team.tsx"),
  route("ressourcen/personal/kapazitaeten/:teamId/besetzung/:staffingId", "routes/resources/team-staffing.tsx"),
  route("ressourcen/stellenbedarf", "routes/resources/staffing-need.tsx"),
  route("ressourcen/stellenplan", "routes/resources/staff-plan.tsx"),
  route("ressourcen/stellenplan/stellenplan.csv", "routes/resources/staff-plan-csv.ts"),
  route("ressourcen/stellenplan/kostensaetze", "routes/resources/pay-rates.tsx"),
  route("ressourcen/stellenplan/kostensaetze/:rateId", "routes/resources/pay-rate.tsx"),
  route("ressourcen/stellenplan/:postId", "routes/resources/post.tsx"),
  route("ressourcen/haushalt", "routes/resources/budget.tsx"),
  route("ressourcen/haushalt/rahmen", "routes/resources/budget-frames.tsx"),
  route("ressourcen/haushalt/konten.csv", "routes/resources/account-table-csv.ts"),
  route("ressourcen/haushalt/stellen", "routes/resources/budget-lines.tsx"),
  route("ressourcen/haushalt/stellen/neu", "routes/resources/new-budget-line.tsx"),
  route("ressourcen/haushalt/stellen/nicht-zugeordnet", "routes/resources/unmapped-lines.tsx"),
  route("ressourcen/haushalt/stellen/import", "routes/resources/import-lines.tsx"),
  route("ressourcen/haushalt/stellen/:lineId", "routes/resources/budget-line.tsx"),

  // Ausschuss
  route("ausschuss", "routes/committee/versions.tsx"),
  route("ausschuss/aenderungsantraege", "routes/committee/amendment-motions.tsx"),
  route("ausschuss/aenderungsantraege/neu", "routes/committee/motion-form.tsx", { id: "routes/committee/new-motion" }),
  route("ausschuss/aenderungsantraege/:motionId", "routes/committee/amendment-motion.tsx"),
  route("ausschuss/aenderungsantraege/:motionId/bearbeiten", "routes/committee/motion-form.tsx"),
  route("ausschuss/aenderungsantraege/:motionId/antrag.pdf", "routes/reports/motion-pdf.ts"),
  route("ausschuss/fassungen/neu", "routes/committee/freeze-version.tsx"),
  route("ausschuss/fassungen/:id", "routes/committee/version.tsx"),
  route("ausschuss/fassungen/:id/massnahmen/:measureId", "routes/committee/version-measure.tsx"),
  route("ausschuss/fassungen/:id/zeitplan.svg", "routes/committee/version-timeline.ts"),
  route("ausschuss/fassungen/:id/bericht.pdf", "routes/reports/report-pdf.ts"),
  route("ausschuss/fassungen/:id/bericht.xlsx", "routes/reports/report-xlsx.ts"),
  route("ausschuss/fassungen/:id/fassung.json", "routes/reports/version-json.ts"),

  // Berichte
  route("berichte", "routes/reports/reports.tsx"),

  // Verwaltung
  route("verwaltung", "routes/administration/index.tsx"),
  route("verwaltung/einstellungen", "routes/administration/settings.tsx"),
  route("verwaltung/organisation", "routes/administration/org-units.tsx"),
  route("verwaltung/organisation/neu", "routes/administration/org-unit.tsx", { id: "routes/administration/new-org-unit" }),
  route("verwaltung/organisation/:id", "routes/administration/org-unit.tsx"),
  route("verwaltung/personen", "routes/administration/users.tsx"),
  route("verwaltung/personen/neu", "routes/administration/user.tsx", { id: "routes/administration/new-user" }),
  route("verwaltung/personen/:id", "routes/administration/user.tsx"),
  route("verwaltung/protokoll", "routes/administration/audit-log.tsx"),

  // Hilfe
  route("hilfe", "routes/portfolio/help.tsx"),
  route("barrierefreiheit", "routes/portfolio/accessibility.tsx"),

  route("*", "routes/portfolio/not-found.tsx"),
] satisfies RouteConfig;
