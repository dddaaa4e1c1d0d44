import { execFileSync, type ExecFileSyncOptionsWithStringEncoding } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Looks into a PDF with Debian's qpdf and poppler-utils, which know nothing of the program that wrote it. */
export function inspectPdf(bytes: Buffer) {
  const folder = mkdtempSync(join(tmpdir(), "report-"));
  try {
    const path = join(folder, "report.pdf");
    writeFileSync(path, bytes);
    const options: ExecFileSyncOptionsWithStringEncoding = { encoding: "utf8", maxBuffer: 256_000_000, stdio: ["ignore", "pipe", "ignore"] };
    const text = execFileSync("pdftotext", ["-layout", path, "-"], options);
    const json = JSON.parse(execFileSync("qpdf", ["--json", "--json-stream-data=inline", "--decode-level=generalized", path], options)) as { qpdf: [unknown, Record<string, RawObject>] };
    return { text: normal(text), ...structure(json.qpdf[1]) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type RawObject = { readonly value?: unknown; readonly stream?: { readonly dict: Dictionary; readonly data?: string } };
export type Dictionary = Readonly<Record<string, unknown>>;

/** Line breaks and hyphens at their ends are the printer's, not the text's. */
export const normal = (text: string): string => text.replace(/[\s\u00a0]+/g, " ");

const isDictionary = (value: unknown): value is Dictionary => typeof value === "object" && value !== null && !Array.isArray(value);

function structure(objects: Readonly<Record<string, RawObject>>) {
  const resolve = (value: unknown): unknown => (typeof value === "string" && / 0 R$/.test(value) ? objects[`obj:${value}`]?.value : value);
  const dictionary = (value: unknown): Dictionary => {
    const found = resolve(value);
    return isDictionary(found) ? found : {};
  };
  const catalogue = dictionary(dictionary(objects["trailer"]?.value)["/Root"]);
  const elements = Object.values(objects).flatMap(({ value }) => (isDictionary(value) && value["/Type"] === "/StructElem" ? [value] : []));
  const metadata = Object.values(objects).find(({ stream }) => stream?.dict["/Type"] === "/Metadata")?.stream?.data ?? "";
  const attributes = (element: Dictionary): Dictionary[] => {
    const value = resolve(element["/A"]);
    return (Array.isArray(value) ? value : [value]).map(dictionary);
  };
  return { catalogue, elements, attributes, dictionary, xmp: Buffer.from(metadata, "base64").toString("utf8") };
}
