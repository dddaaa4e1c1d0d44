import { generatePortfolio } from "#db/seed/generate.ts";
import { line, percentile, type Line } from "./line.ts";
import type { Answer, MunicipalityServer } from "./municipality-server.ts";

export const WARM_UP = 40;
/**
 * V8 goes on compiling what a page needs beside its work for about this many requests, which a server that runs for months
 * spends once: the aims for CPU hold after them. What the first requests cost is printed, too.
 */
export const COMPILED_AFTER = 2_400;
export const REQUESTS = 200;

const pages = [
  { name: "overview", path: "/" },
  { name: "list of 50", path: "/massnahmen", cpuAim: 4 },
  // Nothing of it was read before, as after every change.
  { name: "list, another search each time", path: "/massnahmen?suche=e+", isNew: true },
  { name: "detail", path: "/massnahmen/7", cpuAim: 2 },
  { name: "detail's data", path: "/massnahmen/7.data", cpuAim: 1 },
  { name: "ranking", path: "/priorisierung" },
  { name: "timeline", path: "/zeitplan" },
  { name: "staff", path: "/ressourcen/personal" },
  { name: "budget", path: "/ressourcen/haushalt" },
] as const;

/** p50 and p99 as the client waits, CPU as the server spends it, one request after the other. */
export async function measurePages(server: MunicipalityServer, aims: boolean): Promise<Line[]> {
  const lines: Line[] = [];
  for (const page of pages) {
    let status = 200;
    const addressOf = (index: number) => ("isNew" in page ? `${page.path}${index}` : page.path);
    for (let index = 0; index < WARM_UP && status === 200; index += 1) status = (await server.get(addressOf(REQUESTS + index))).status;
    if (status !== 200) {
      // A page that does not answer misses every aim.
      lines.push(line(`${page.name}: answered ${status}`, null, "ms", 100));
      continue;
    }
    const answers: Answer[] = [];
    const early = await cpuPerRequest(server, REQUESTS, async (index) => void answers.push(await server.get(addressOf(index))));
    const times = answers.map((answer) => answer.milliseconds).sort((a, b) => a - b);
    const cpuAim = "cpuAim" in page ? page.cpuAim : null;
    lines.push(
      line(`${page.name}: p50`, percentile(times, 50), "ms"),
      line(`${page.name}: p99`, percentile(times, 99), "ms", aims ? 100 : null),
      line(`${page.name}: CPU per request${cpuAim === null ? "" : ", first requests"}`, early, "ms"),
      ...(cpuAim === null ? [] : [line(`${page.name}: CPU per request`, await compiledCpu(server, page.path), "ms", aims ? cpuAim : null)]),
      line(`${page.name}: sent, compressed`, (answers[0]?.body.length ?? 0) / 1024, "kB"),
    );
  }
  return lines;
}

async function compiledCpu(server: MunicipalityServer, path: string): Promise<number | null> {
  for (let index = WARM_UP + REQUESTS; index < COMPILED_AFTER; index += 1) await server.get(path);
  return cpuPerRequest(server, 2 * REQUESTS, async () => void (await server.get(path)));
}

async function cpuPerRequest(server: MunicipalityServer, count: number, request: (index: number) => Promise<void>): Promise<number | null> {
  const before = server.cpuMilliseconds();
  for (let index = 0; index < count; index += 1) await request(index);
  const after = server.cpuMilliseconds();
  return before === null || after === null ? null : (after - before) / count;
}

export async function measureReports(server: MunicipalityServer, aims: boolean): Promise<Line[]> {
  const frozen = await server.post("/ausschuss/fassungen/neu", new URLSearchParams({ title: "Messung", note: "" }));
  expectStatus("/ausschuss/fassungen/neu", frozen, 302);
  const version = frozen.headers.location ?? "";
  const lines = [line("freeze a version", frozen.milliseconds / 1000, "s")];
  for (const format of ["pdf", "xlsx"] as const) {
    const path = `${version}/bericht.${format}`;
    const answer = await server.get(path);
    if (answer.status !== 200) {
      lines.push(line(`${format.toUpperCase()} (answered ${answer.status} after ${(answer.milliseconds / 1000).toFixed(1)} s)`, null, "s"));
      continue;
    }
    lines.push(line(format.toUpperCase(), answer.milliseconds / 1000, "s", aims && format === "pdf" ? 3 : null), line(`${format.toUpperCase()} size`, answer.body.length / 1024, "kB"));
  }
  return lines;
}

const IMPORTED_ROWS = 10_000;

/** Upload and preview of a list, then its import, as a browser without JavaScript would do it. */
export async function measureImport(server: MunicipalityServer): Promise<Line[]> {
  const upload = new FormData();
  upload.set("file", new File([importList()], "liste.csv", { type: "text/csv" }));
  const uploaded = await server.post("/massnahmen/import/hochladen", upload);
  if (uploaded.status === 404 || uploaded.status === 405) return [line("import (this build has no such page)", null, "s")];
  expectStatus("/massnahmen/import/hochladen", uploaded, 200);
  const { address } = JSON.parse(await plainText(uploaded)) as { address: string };
  const preview = await server.get(address);
  expectStatus(address, preview, 200);
  const data = await plainText(preview);
  const stamp = /name="stamp" value="([^"]*)"/.exec(data)?.[1] ?? "";
  const [imported, whileImporting] = await withHealthWatched(server, () => server.post(address, new URLSearchParams({ intent: "import", stamp })));
  expectStatus(`${address}, import`, imported, 302);
  const report = await server.get(`${address}/bericht`);
  expectStatus(`${address}/bericht`, report, 200);
  const [undone, whileUndoing] = await withHealthWatched(server, () => server.post(`${address}/bericht`, new URLSearchParams()));
  expectStatus(`${address}/bericht, undo`, undone, 302);
  return [
    line(`import of ${IMPORTED_ROWS} rows: upload and preview`, (uploaded.milliseconds + preview.milliseconds) / 1000, "s", 5),
    line(`import of ${IMPORTED_ROWS} rows: import`, imported.milliseconds / 1000, "s", 10),
    line(`import of ${IMPORTED_ROWS} rows: slowest other answer meanwhile`, whileImporting, "ms", 50),
    line(`import of ${IMPORTED_ROWS} rows: report`, report.milliseconds / 1000, "s"),
    line(`import of ${IMPORTED_ROWS} rows: undo`, undone.milliseconds / 1000, "s", 10),
    line(`import of ${IMPORTED_ROWS} rows: slowest other answer at undo`, whileUndoing, "ms", 50),
  ];
}

/** Does something and asks all the while whether the server is well; its longest answer in milliseconds. */
async function withHealthWatched<T>(server: MunicipalityServer, work: () => Promise<T>): Promise<[T, number]> {
  let isWorking = true;
  const done = work().finally(() => {
    isWorking = false;
  });
  let slowest = 0;
  while (isWorking) {
    slowest = Math.max(slowest, (await server.get("/api/health")).milliseconds);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return [await done, slowest];
}

async function plainText(answer: Answer): Promise<string> {
  if (answer.headers["content-encoding"] !== "gzip") return answer.body.toString();
  return new Response(new Blob([new Uint8Array(answer.body)]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

function importList(): string {
  const { measures } = generatePortfolio({ count: IMPORTED_ROWS, seed: 99 });
  const rows = measures.map(({ title, summary, startQuarter, endQuarter, costItems }) => {
    const cost = costItems[0]?.amountCents ?? null;
    const amount = cost === null ? "" : (cost / 100).toFixed(2).replace(".", ",");
    return [`Liste ${title}`, summary, startQuarter ?? "", endQuarter ?? "", amount].map((cell) => `"${cell.replaceAll('"', '""')}"`).join(";");
  });
  return `Titel;Kurzfassung;Beginn;Ende;Kosten\r\n${rows.join("\r\n")}\r\n`;
}

export function measureMemory(server: MunicipalityServer, what: string, aims: boolean): Line[] {
  const memory = server.memory();
  return [line(`resident memory ${what}`, memory?.now ?? null, "MB", aims ? 300 : null), line(`resident memory ${what}, peak`, memory?.peak ?? null, "MB")];
}

function expectStatus(path: string, answer: Answer, status: number): void {
  if (answer.status !== status) throw new Error(`${path} answered ${answer.status} instead of ${status}`);
}
