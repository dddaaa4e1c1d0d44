import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Report } from "#app/reports/model.ts";
import { fontCoverage, type Coverage } from "./font-coverage.server.ts";
import { pdfData, type Picture } from "./pdf-data.ts";
import { printableData, printableText } from "./printable-text.ts";
import { renderTimelinePages } from "./timeline-svg.server.tsx";

/** Paths from the project's root, which is where the server, the build and the tests all run. */
const CHILD = join("app", "reports", "render", "pdf-child.js");
const FONT_FOLDER = join("node_modules", "@expo-google-fonts");
const KILLED_AFTER_MS = 15_000;
/** What fits below a heading on an A4 page in landscape at the width the picture is drawn. */
const PICTURE_HEIGHT = 560;

/**
 * A tagged PDF/UA-1 file, compiled by Typst in a process of its own. The same report gives the same bytes.
 * @throws Error when Typst refuses the document or needs longer than 15 s
 */
export function renderPdf(report: Report, root: string): Promise<Buffer> {
  const isDrawable = drawableIn(root);
  const pictures = timelinePictures(report, isDrawable);
  return compileReport(
    {
      data: printableData(pdfData(report, pictures.map(({ file, alt }) => ({ file, alt }))), isDrawable),
      pictures: Object.fromEntries(pictures.map(({ file, svg }) => [file, printableText(svg, isDrawable)])),
      timestamp: Math.floor(Date.parse(report.cover.frozenAt) / 1000),
    },
    root,
  );
}

/** Which characters the document's fonts can draw. */
export const drawableIn = (root: string): Coverage => fontCoverage(join(root, FONT_FOLDER));

function timelinePictures(report: Report, isDrawable: Coverage): Array<Picture & { readonly svg: string }> {
  const block = report.sections.flatMap((section) => section.blocks).find((each) => each.kind === "timeline");
  if (block === undefined) return [];
  // Drawn from the texts as they are printed: what is left out of a title must not take room.
  const plan = printableData(block.plan, isDrawable);
  return renderTimelinePages(plan, block.today, PICTURE_HEIGHT).map(({ svg, alternative }, index) => ({ file: `timeline-${index + 1}.svg`, alt: alternative, svg }));
}

/**
 * Sets what report.typ reads, in a process of its own.
 * @throws Error when Typst refuses the document or needs longer than 15 s
 */
export function compileReport(input: { readonly data: object; readonly pictures: Readonly<Record<string, string>>; readonly timestamp: number }, root: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, CHILD)], {
      cwd: root,
      env: { NODE_ENV: "production" },
      stdio: ["pipe", "pipe", "pipe"],
      timeout: KILLED_AFTER_MS,
      killSignal: "SIGKILL",
    });
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === 0) resolve(Buffer.concat(output));
      else reject(new Error(signal === null ? `the report could not be set: ${Buffer.concat(errors).toString("utf8").slice(0, 2000)}` : `the report took longer than ${KILLED_AFTER_MS} ms`));
    });
    // A child that dies early closes its input; "close" then says why.
    child.stdin.on("error", () => undefined);
    child.stdin.end(JSON.stringify({ ...input, fontFolder: join(root, FONT_FOLDER) }));
  });
}
