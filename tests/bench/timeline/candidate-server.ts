import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import type * as Esbuild from "esbuild";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { decodeTimeline, encodeTimeline } from "#app/domain/planning/timeline-columns.ts";
import type { ShownTimeline } from "#app/services/planning/show-timeline.server.ts";
import { OurPage, type OurData } from "./our-page.tsx";
import { plainPlan } from "./timeline-data.ts";

export const peers = ["svar", "dhtmlx"] as const;
export type Peer = (typeof peers)[number];
export type CandidateName = "ours" | Peer;
export const candidateLabels: Readonly<Record<CandidateName, string>> = { ours: "ours", svar: "SVAR react-gantt", dhtmlx: "dhtmlx-gantt" };

const PEERS_FOLDER = "tests/bench/peers";
const entries: Readonly<Record<CandidateName, string>> = { ours: "tests/bench/timeline/our-client.tsx", svar: `${PEERS_FOLDER}/svar.js`, dhtmlx: `${PEERS_FOLDER}/dhtmlx.js` };
const bars: Readonly<Record<CandidateName, string>> = { ours: "a[data-stop][data-measure]", svar: ".wx-bar", dhtmlx: ".gantt_task_line" };
/** So many bars fill the window, less one for the heading of a lane. */
const LEAST_BARS = 15;

/** The one that bundles the program, too. */
const { build } = createRequire(createRequire(import.meta.url).resolve("vite/package.json"))("esbuild") as typeof Esbuild;

/** Installs the peers where they are missing. */
export function installPeers(): void {
  if (existsSync(`${PEERS_FOLDER}/node_modules/.package-lock.json`)) return;
  const installed = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: PEERS_FOLDER, encoding: "utf8" });
  if (installed.status !== 0) throw new Error(`the peers cannot be installed: ${installed.stderr}`);
}

type Bundle = { readonly script: string; readonly style: string };

async function bundle(entry: string, options: Esbuild.BuildOptions = {}): Promise<Bundle> {
  const { outputFiles = [] } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2020",
    outdir: "out",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    banner: { js: 'performance.mark("script");' },
    loader: { ".woff": "empty", ".woff2": "empty", ".ttf": "empty", ".svg": "empty", ".png": "empty" },
    logLevel: "error",
    ...options,
  });
  const textOf = (kind: string): string => outputFiles.find(({ path }) => path.endsWith(kind))?.text ?? "";
  return { script: textOf(".js"), style: textOf(".css") };
}

/** What measures, as a script for any page. */
export const probeScript = async (): Promise<string> => (await bundle("tests/bench/timeline/probe.ts", { banner: {} })).script;

const timelineStyle = (): string => readFileSync("app/ui/styles/timeline.css", "utf8");
const kilobytes = (text: string): number => gzipSync(text, { level: 9 }).length / 1024;

/** What the chart costs the browser to load, gzipped, without React. */
export async function sizeOf(name: CandidateName): Promise<{ readonly script: number; readonly style: number }> {
  const external = ["react", "react-dom", "react-dom/client", "react/jsx-runtime"];
  const options: Esbuild.BuildOptions = { external, format: "esm", banner: {} };
  if (name !== "ours") {
    const { script, style } = await bundle(entries[name], options);
    return { script: kilobytes(script), style: kilobytes(style) };
  }
  const { script } = await bundle("app/charts/interactive/timeline-picture.tsx", options);
  const { outputFiles = [] } = await build({ stdin: { contents: timelineStyle(), loader: "css" }, minify: true, write: false });
  return { script: kilobytes(script), style: kilobytes(outputFiles[0]?.text ?? "") };
}

/** Of the application around the picture: a page of its kind has these, whichever chart stands in it. */
const GROUND = `
  body { margin: 0; font: 16px/1.4 "Source Sans 3", sans-serif; color: #17202a; background: #fff; }
  main { padding: 16px; }
  .visually-hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  :root { --line-strong: #b4bec9; --radius: 4px; --focus: #0a4ea2; }
  svg { display: block; }
  #chart { height: 720px; }
  #chart .wx-theme { height: 100%; }
  .timeline { max-height: 720px !important; }
`;

const asText = (data: unknown): string => JSON.stringify(data).replaceAll("<", "\\u003c");

export type CandidateServer = { readonly addressOf: (name: CandidateName | "blank", count: number) => string; readonly close: () => void };

/** Serves a page for each candidate and size; the bundles are made once. */
export async function serveCandidates(plans: ReadonlyMap<number, ShownTimeline>): Promise<CandidateServer> {
  const probe = await probeScript();
  const bundles: Record<CandidateName, Bundle> = {
    ours: { ...(await bundle(entries.ours)), style: timelineStyle() },
    svar: await bundle(entries.svar),
    dhtmlx: await bundle(entries.dhtmlx),
  };
  const pages = new Map<string, string>();
  for (const [count, plan] of plans) {
    const { today, years, lanes, marks, bands, heat, actionFields, orgUnits } = plan;
    const data: OurData = { frame: { today, years, lanes, marks, bands, heat, actionFields, orgUnits }, chart: encodeTimeline(plan) };
    const markup = renderToString(createElement(OurPage, { frame: data.frame, chart: decodeTimeline(data.chart) }));
    const plain = asText(plainPlan(plan));
    pages.set(`/ours/${count}`, page("ours", probe, asText(data), markup, count));
    for (const peer of peers) pages.set(`/${peer}/${count}`, page(peer, probe, plain, "", count));
    pages.set(`/blank/${count}`, page("blank", probe, "{}", "", count));
  }
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    const [, name = "", kind = ""] = /^\/(\w+)\.(js|css)$/.exec(path) ?? [];
    const found = Object.hasOwn(bundles, name) ? bundles[name as CandidateName] : undefined;
    const body = pages.get(path) ?? (kind === "js" ? found?.script : kind === "css" ? found?.style : undefined);
    const type = kind === "js" ? "text/javascript" : kind === "css" ? "text/css" : "text/html";
    response.writeHead(body === undefined ? 404 : 200, { "Content-Type": `${type}; charset=utf-8` });
    response.end(body ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { addressOf: (name, count) => `http://127.0.0.1:${port}/${name}/${count}`, close: () => server.close() };
}

function page(name: CandidateName | "blank", probe: string, data: string, markup: string, count: number): string {
  const chart = asText({ bar: name === "blank" ? "main" : bars[name], least: name === "blank" ? 1 : Math.min(LEAST_BARS, count) });
  const files = name === "blank" ? "" : `<link rel="stylesheet" href="/${name}.css"><script defer src="/${name}.js"></script>`;
  return `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Zeitplan</title><link rel="icon" href="data:,"><script>window.chart=${chart};${probe}</script><style>${GROUND}</style>${files}</head>
<body><main><h1>Zeitplan</h1><div id="chart">${markup}</div></main><script type="application/json" id="data">${data}</script></body></html>`;
}
