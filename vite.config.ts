import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vitest/config";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

const isTest = process.env["VITEST"] !== undefined;

export default defineConfig({
  build: { target: "es2020" },
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
          fileParallelism: false,
        },
      },
    ],
  },
});
