import { expect, test } from "vitest";
import type { AmendmentMotion } from "#app/domain/committee/amendment.ts";
import { sumAmendments } from "#app/domain/committee/amendment-sums.ts";
import { plainDate } from "#app/domain/calendar/plain-date.ts";
import { euros } from "#app/domain/money/cents.ts";
import { classOfAccount } from "#app/domain/resources/account-class.ts";
import { buildMotionReport } from "#app/reports/build/motion-report.ts";
import { renderMotionPdf } from "#app/reports/render/motion-pdf.server.ts";
import { inspectPdf } from "#tests/support/pdf.ts";

/** The motion of Verl, with a second line of which less is known. */
const motion: AmendmentMotion = {
  ...{ id: 1, number: "A-27/04", title: "Masterplan Digitale Verwaltung 4.0", applicant: "Fraktion", movedOn: plainDate("2026-11-09"), state: "submitted", rowVersion: 1 },
  ...{ reasoning: "Bis zum Herbst.\nMit eigenem Personal.", statement: "" },
  lines: [
    { id: 1, fiscalYear: 2027, budgetProduct: "1115", budgetAccount: "528100", label: "Sonstige Sachleistungen", budgetReference: "S. 65–67", appropriationCents: euros(8_000), amendedCents: euros(23_000), locked: true, lockNote: "Bis zum Konzept.", postDeltaHundredths: 0, note: "" },
    { id: 2, fiscalYear: 2028, budgetProduct: "", budgetAccount: "783100", label: "", budgetReference: "", appropriationCents: null, amendedCents: euros(1_000), locked: false, lockNote: "", postDeltaHundredths: -50, note: "" },
  ],
};
const sums = sumAmendments(motion.lines, (line) => classOfAccount(line.budgetAccount, "nkf"));
const reportOf = (each: AmendmentMotion) => buildMotionReport({ motion: each, sums: each.lines.length === 0 ? [] : sums, asOf: "2027-05-10T08:00:00.000Z", municipality: { name: "Musterstadt", brandColour: "#00598c", isDemonstration: true, budgetSystem: "nkf" } });

test("the document holds exactly the fields of the motion, tagged, without a cover", { timeout: 60_000 }, async () => {
  const { text, catalogue, xmp, elements } = inspectPdf(await renderMotionPdf(reportOf(motion), process.cwd()));
  for (const field of ["Antragsnummer A-27/04", "Produkt", "1115", "Konto", "528100", "Fundstelle", "S. 65–67", "Ansatz", "8.000,00", "Neu", "23.000,00", "Differenz", "+15.000,00"]) expect(text).toContain(field);
  for (const field of ["Gestellt am 09.11.2026", "eingereicht", "1115/528100, 2027: Sperrvermerk. Bis zum Konzept.", "k. A.", "−0,5", "konsumtiv, Ausgabe", "Mit eigenem Personal.", "Noch keine Stellungnahme.", "Seite 1 von 1"]) expect(text).toContain(field);
  expect(text).not.toContain("SHA-256");
  expect(catalogue["/Lang"]).toBe("u:de-DE");
  expect(xmp).toContain("<pdfuaid:part>1</pdfuaid:part>");
  expect(elements.filter((element) => element["/S"] === "/Table")).toHaveLength(2);
});

test("a motion without lines and texts is set as well", { timeout: 60_000 }, async () => {
  const { text } = inspectPdf(await renderMotionPdf(reportOf({ ...motion, lines: [], reasoning: "", applicant: "", movedOn: null }), process.cwd()));
  for (const sentence of ["Noch keine Änderung.", "Noch keine Begründung.", "Antragsteller k. A."]) expect(text).toContain(sentence);
});
