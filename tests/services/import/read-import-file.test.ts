import { describe, expect, it } from "vitest";
import { importLimits } from "#app/domain/import/limits.ts";
import { readImportFile } from "#app/services/import/read-import-file.server.ts";
import { aWorkbook, aZip, workbookParts } from "#tests/support/workbooks.ts";

const read = (fileName: string, bytes: Buffer | string) => readImportFile({ fileName, bytes: Buffer.from(bytes) });
const refused = (code: string) => ({ ok: false, code });
const LIST = [
  ["Titel", "Zuständig", "Kosten"],
  ["Straßenbäume zählen", "Grünflächenamt", "1.234,50 €"],
  ["Büro „digital“", "Bürgeramt", "15 T€"],
];
const cellsOf = async (fileName: string, bytes: Buffer | string) => {
  const result = await read(fileName, bytes);
  if (!result.ok) throw new Error(result.code);
  return result.file;
};
/** What Windows programs write: Latin-1 plus a few signs of its own. */
const windows1252 = (text: string) => Buffer.from(text.replace(/€/g, "\u0080").replace(/„/g, "\u0084").replace(/“/g, "\u0093").replace(/–/g, "\u0096"), "latin1");

describe("refuses", () => {
  const CFB = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  it.each([
    ["a macro workbook by its name", "liste.xlsm", "PK\u0003\u0004", "macros"],
    ["an old workbook", "liste.xls", CFB, "oldExcel"],
    ["an old workbook under a new name", "liste.xlsx", Buffer.concat([CFB, Buffer.alloc(600)]), "oldExcel"],
    ["a workbook with a password", "liste.xlsx", Buffer.concat([CFB, Buffer.alloc(504), Buffer.from("EncryptedPackage", "utf16le")]), "encrypted"],
    ["another kind of file", "liste.pdf", "%PDF-1.7", "wrongKind"],
    ["a file without an extension", "liste", "Titel;Kosten", "wrongKind"],
    ["nothing", "liste.csv", "", "fileEmpty"],
    ["text that calls itself a workbook", "liste.xlsx", "Titel;Kosten\nA;1", "contentMismatch"],
    ["a workbook that calls itself text", "liste.csv", "PK\u0003\u0004\u0014", "contentMismatch"],
    ["a PDF that calls itself text", "liste.csv", "%PDF-1.7\n", "contentMismatch"],
    ["a web page that calls itself text", "liste.csv", "<html><table>", "contentMismatch"],
    ["control characters", "liste.csv", "Titel;Kosten\nA\u0000;1", "contentMismatch"],
    ["more than 10 MB", "liste.csv", Buffer.alloc(importLimits.fileBytes + 1, 0x41), "fileTooLarge"],
    ["headings without rows", "liste.csv", "Titel;Kosten\n", "noTable"],
    ["a cut archive", "liste.xlsx", aZip(workbookParts()).subarray(0, 400), "damaged"],
    ["an archive that is no workbook", "liste.xlsx", aZip([{ name: "brief.txt", content: "Hallo" }]), "contentMismatch"],
    ["an encrypted archive", "liste.xlsx", aZip([{ name: "xl/workbook.xml", content: "x", encrypted: true }]), "encrypted"],
    ["macros inside", "liste.xlsx", aZip([...workbookParts(), { name: "xl/vbaProject.bin", content: "x" }]), "macros"],
    ["macros by declaration", "liste.xlsx", aZip([{ name: "[Content_Types].xml", content: '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>' }, ...workbookParts().slice(1)]), "macros"],
    ["a DTD", "liste.xlsx", aZip(workbookParts('<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>')), "unsafeXml"],
    ["a DTD behind a long comment", "liste.xlsx", aZip(workbookParts(`<!--${" x".repeat(100_000)}--><!DOCTYPE x><worksheet/>`)), "unsafeXml"],
    ["XML that hides in UTF-16", "liste.xlsx", aZip(workbookParts(Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>', "utf16le"))), "unsafeXml"],
    ["XML in another encoding", "liste.xlsx", aZip(workbookParts('<?xml version="1.0" encoding="UTF-7"?><worksheet/>')), "unsafeXml"],
    ["201 entries", "liste.xlsx", aZip([...workbookParts(), ...Array.from({ length: 196 }, (_, index) => ({ name: `xl/media/${index}.png`, content: "" }))]), "unpacksTooLarge"],
    ["a path that leads out of the archive", "liste.xlsx", aZip([...workbookParts(), { name: "../../etc/passwd", content: "" }]), "damaged"],
  ])("%s", async (_what, fileName, bytes, code) => {
    expect(await read(fileName, bytes)).toEqual(refused(code));
  });

  it("a bomb that says how large it is, before unpacking it", async () => {
    const bomb = aZip(workbookParts(Buffer.alloc(64 * 1024 * 1024)));
    expect(bomb.length).toBeLessThan(importLimits.fileBytes);
    expect(await read("bombe.xlsx", bomb)).toEqual(refused("unpacksTooLarge"));
  });

  it("a bomb by its ratio, long before it is large", async () => {
    expect(await read("bombe.xlsx", aZip(workbookParts(Buffer.alloc(20 * 1024 * 1024, 0x20))))).toEqual(refused("unpacksTooLarge"));
  });

  it("a bomb that lies about its size", async () => {
    const outcome = await read("bombe.xlsx", aZip(workbookParts(Buffer.alloc(64 * 1024 * 1024, 0x20)), 1_000));
    expect(outcome.ok).toBe(false);
  });

  it("more rows and columns than any list of measures has", async () => {
    expect(await read("lang.csv", "Titel;Kosten\n" + "A;1\n".repeat(importLimits.rows + 1))).toEqual(refused("tooManyRows"));
    expect(await read("breit.csv", `Titel;${"x;".repeat(200)}x\nA;1`)).toEqual(refused("tooManyColumns"));
  });
});

describe("reads text files", () => {
  it.each([";", ",", "\t"] as const)("with the delimiter %j, quoted cells included", async (delimiter) => {
    const text = LIST.map((row) => row.map((cell) => (cell.includes(delimiter) ? `"${cell}"` : cell)).join(delimiter)).join("\r\n");
    const file = await cellsOf("liste.csv", text);
    expect(file.reading).toEqual({ format: "csv", encoding: "UTF-8", delimiter, headingRow: 1 });
    expect([file.headings, ...file.rows.map((row) => row.cells)]).toEqual(LIST);
  });

  it.each([
    ["UTF-8", (text: string) => Buffer.from(text)],
    ["UTF-8 mit BOM", (text: string) => Buffer.from(`\uFEFF${text}`)],
    ["UTF-16", (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le")],
    ["Windows-1252", windows1252],
  ] as const)("in %s", async (encoding, encode) => {
    const file = await cellsOf("liste.csv", encode(LIST.map((row) => row.join(";")).join("\n")));
    expect(file.reading).toMatchObject({ encoding });
    expect([file.headings, ...file.rows.map((row) => row.cells)]).toEqual(LIST);
  });

  it("with a title above the headings, empty rows between, line breaks in cells, and rows of unequal length", async () => {
    const file = await cellsOf("liste.csv", 'Maßnahmenliste 2027;;\n;;\nTitel;Zuständig;Kosten\n\n"E-Akte\nStufe 2";IT;5\nTermine\n;;\n');
    expect(file.reading.headingRow).toBe(3);
    expect(file.rows).toEqual([
      { rowNumber: 5, cells: ["E-Akte\nStufe 2", "IT", "5"] },
      { rowNumber: 6, cells: ["Termine", null, null] },
    ]);
  });

  it("with Excel's hint line, which is no row", async () => {
    const file = await cellsOf("liste.csv", "sep=,\r\nTitel,Kosten\r\nA,5\r\n");
    expect(file).toMatchObject({ reading: { delimiter: ",", headingRow: 1 }, rows: [{ rowNumber: 2, cells: ["A", "5"] }] });
  });
});

describe("reads workbooks", () => {
  it("with numbers as numbers and days as days", async () => {
    const file = await cellsOf("liste.xlsx", await aWorkbook([["Titel", "Kosten", "Ende"], ["E-Akte", 264_798.8, new Date("2027-03-31")], ["Termine", "15 T€", null]]));
    expect(file.reading).toMatchObject({ format: "xlsx", headingRow: 1, otherSheets: [] });
    expect(file.rows).toEqual([
      { rowNumber: 2, cells: ["E-Akte", 264_798.8, { date: "2027-03-31" }] },
      { rowNumber: 3, cells: ["Termine", "15 T€", null] },
    ]);
  });

  it("from the parts that were checked and nothing else", async () => {
    const file = await cellsOf("liste.xlsx", aZip([...workbookParts(), { name: "xl/media/bild.png", content: "x" }]));
    expect(file).toMatchObject({ headings: ["Titel"], rows: [{ rowNumber: 2, cells: ["E-Akte"] }], reading: { sheet: "Liste" } });
  });
});
