import { vitePlugin as remix } from "@remix-run/dev";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

/**
 * What nearly every page needs comes as two files that stay in the browser, instead of two dozen small ones that each page
 * has to name and an old laptop has to ask for one by one.
 */
function sharedFiles(module: string): string | undefined {
  if (/\/node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|@remix-run|turbo-stream)\//.test(module)) return "framework";
  if (/\/app\/(ui\/|http\/(nonce|packed)|i18n\/(format|translator|de\/(shell|vocabulary))|domain\/(calendar|money|permissions|measures\/vocabulary))/.test(module)) return "frame";
  return undefined;
}

/** A second entry of the server's build, in the same step: what the computing threads need, without pages and services. */
const threadsEntry: Plugin = {
  name: "threads-entry",
  apply: (_config, { command, isSsrBuild }) => command === "build" && isSsrBuild === true,
  buildStart() {
    this.emitFile({ type: "chunk", id: "app/http/threads.server.ts", fileName: "threads.js", preserveSignature: "strict" });
  },
};

const isTest = process.env["VITEST"] !== undefined;

export default defineConfig(({ isSsrBuild }) => ({
  build: { target: "es2020", rollupOptions: { output: isSsrBuild === true ? {} : { manualChunks: sharedFiles } } },
  publicDir: false,
  plugins: isTest
    ? []
    : [
        remix({
          appDirectory: "app",
          future: {
            v3_fetcherPersist: true,
            v3_relativeSplatPath: true,
            v3_throwAbortReason: true,
            v3_singleFetch: true,
            v3_routeConfig: true,
          },
        }),
        threadsEntry,
      ],
  test: {
    // Every level asserts no stray output: a console.error fails the test (tests/support/setup.ts).
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/{domain,charts,forms,planner,reports,db,services,routes,i18n,house}/**/*.test.{ts,tsx}"],
          setupFiles: ["tests/support/setup.ts"],
          environment: "node",
          // A limit for tests that hang, not a stopwatch: a busy machine must not fail them.
          testTimeout: 60_000,
          hookTimeout: 120_000,
          env: { TZ: "Europe/Berlin" },
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          environment: "node",
          env: { TZ: "Europe/Berlin" },
          testTimeout: 120_000,
          hookTimeout: 180_000,
          globalSetup: ["tests/support/build-first.ts"],
          // A busy machine takes its time; nothing here measures it.
          expect: { poll: { timeout: 20_000 } },
          // What a browser shows for a moment only may be missed on a machine that is busy with something else.
          retry: 1,
          // Every file starts servers of its own; two at a time keep two cores busy while one waits for its browser.
          maxWorkers: 2,
        },
      },
    ],
  },
}));
