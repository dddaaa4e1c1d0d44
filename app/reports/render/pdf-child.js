import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

/**
 * Compiles one report and ends: the compiler keeps some megabytes of every document, so it never runs in the server's
 * own process. Plain JavaScript, so that it needs no build. Reads { data, pictures, timestamp } as JSON from standard
 * input and writes the PDF to standard output; a failure is one line on standard error and exit code 1.
 */
const FOLDER = fileURLToPath(new URL(".", import.meta.url));
const FONTS = [
  "source-sans-3/400Regular/SourceSans3_400Regular.ttf",
  "source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf",
  "source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf",
  "source-sans-3/700Bold/SourceSans3_700Bold.ttf",
  "noto-emoji/400Regular/NotoEmoji_400Regular.ttf",
];

function compileReport({ data, pictures, timestamp, fontFolder }) {
  const compiler = NodeCompiler.create({ workspace: FOLDER, fontArgs: [{ fontBlobs: FONTS.map((font) => readFileSync(join(fontFolder, font))) }] });
  compiler.mapShadow(join(FOLDER, "data.json"), Buffer.from(JSON.stringify(data)));
  for (const [name, svg] of Object.entries(pictures)) compiler.mapShadow(join(FOLDER, name), Buffer.from(svg));
  const compiled = compiler.compile({ mainFilePath: join(FOLDER, "report.typ") });
  if (compiled.result === null) throw new Error(JSON.stringify(compiler.fetchDiagnostics(compiled.takeError())));
  return compiler.pdf(compiled.result, { pdfStandard: "ua-1", creationTimestamp: timestamp });
}

try {
  process.stdout.write(compileReport(JSON.parse(readFileSync(0, "utf8"))));
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
