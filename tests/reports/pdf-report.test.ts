import { describe, expect, it } from "vitest";
import { renderPdf } from "#app/reports/render/pdf.server.ts";
import type { SnapshotContent } from "#app/domain/committee/snapshot.ts";
import { inspectPdf } from "#tests/support/pdf.ts";
import { aPortfolio, aPortfolioOf } from "#tests/support/portfolio.ts";
import { aRatedPortfolio } from "#tests/support/rated-portfolio.ts";
import { aReport, firstMissing, landmarks } from "#tests/support/report.ts";
import { aSnapshot } from "#tests/support/snapshot.ts";
import { someStaffPlan } from "#tests/support/staff-plan.ts";

const ROOT = process.cwd();
const SLOW = { timeout: 60_000 };
const render = (content: SnapshotContent, base: SnapshotContent | null = null) => renderPdf(aReport(content, base), ROOT);
/** Without the pages of the table of contents, whose entries name everything once before. */
const body = (text: string): string => text.slice(text.lastIndexOf("heißt: nicht bekannt"));

describe("the report as PDF", () => {
  it.each([
    ["an empty plan", aSnapshot(aPortfolio()), null],
    ["a small plan with its history", aSnapshot(aRatedPortfolio(), { number: 2 }, someStaffPlan()), aSnapshot(aPortfolioOf(2))],
    ["sixty measures", aSnapshot(aPortfolioOf(60)), null],
  ])("says everything in order: %s", SLOW, async (_what, content, base) => {
    const { text } = inspectPdf(await render(content, base));
    const [municipality, title, sha256, ...sections] = landmarks(aReport(content, base));
    expect(firstMissing(text, [municipality ?? "", title ?? "", sha256 ?? ""])).toBeNull();
    expect(firstMissing(body(text), sections)).toBeNull();
  });

  it("is PDF/UA: tagged, with language, title, table headings and alternative texts", SLOW, async () => {
    const { catalogue, elements, attributes, dictionary, xmp } = inspectPdf(await render(aSnapshot(aRatedPortfolio())));
    expect(dictionary(catalogue["/StructTreeRoot"])["/Type"]).toBe("/StructTreeRoot");
    expect(dictionary(catalogue["/MarkInfo"])["/Marked"]).toBe(true);
    expect(catalogue["/Lang"]).toMatch(/^u:de/);
    expect(dictionary(catalogue["/ViewerPreferences"])["/DisplayDocTitle"]).toBe(true);
    expect(xmp).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(xmp).toContain("Digitalisierungsbericht Musterstadt");
    const tags = (tag: string) => elements.filter((element) => element["/S"] === tag);
    const headings = tags("/TH");
    expect(headings.length).toBeGreaterThan(20);
    expect(headings.every((heading) => attributes(heading).some((attribute) => attribute["/Scope"] === "/Column"))).toBe(true);
    expect(tags("/Table").length).toBe(tags("/THead").length);
    const figures = tags("/Figure");
    expect(figures.length).toBeGreaterThan(0);
    expect(figures.every((figure) => String(figure["/Alt"]).includes("Zeitplan"))).toBe(true);
    expect(tags("/TOC").length).toBeGreaterThan(0);
    // No level is skipped: whoever has a third level has a second and a first.
    expect(["/H1", "/H2", "/H3"].map((tag) => tags(tag).length > 0)).toEqual([true, true, true]);
  });

  it("is the same file, byte for byte, however often it is made", SLOW, async () => {
    const content = aSnapshot(aPortfolioOf(12));
    const [first, second] = [await render(content), await render(content)];
    expect(first.equals(second)).toBe(true);
    expect((await render(aSnapshot(aPortfolioOf(13)))).equals(first)).toBe(false);
  });

  it("prints what people typed and never runs it", SLOW, async () => {
    const [first, ...rest] = aRatedPortfolio().measures;
    if (first === undefined) throw new Error("no measure");
    const hostile = '#eval("1+1") $x$ *fett* _kursiv_ @ref <script>alert(1)</script> =cmd() \\u{41} [a]("b") `c` // d';
    const portfolio = aRatedPortfolio({
      measures: [{ ...first, title: hostile, summary: "a\u0000b\u0007c\ud800d\u202Eoben\u2066 😀 中文 العربية", description: "#include \"report.typ\"\n\n#read(\"/etc/passwd\")" }, ...rest],
    });
    const { text } = inspectPdf(await render(aSnapshot(portfolio, { title: "#panic()", note: "#set page(fill: red)" })));
    expect(text).toContain("#panic()");
    expect(text).toContain("#set page(fill: red)");
    expect(text.replace(/[ -]/g, "")).toContain(hostile.replace(/[ -]/g, ""));
    expect(text).toContain("abcdoben 😀 ?? ???????");
    expect(text).toContain('#include "report.typ"');
    expect(text).toContain('#read("/etc/passwd")');
  });
});
