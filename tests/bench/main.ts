// Measures the built server over generated municipalities and prints every figure beside its aim.
import { spawnSync } from "node:child_process";
import { cpus } from "node:os";
import { measureImport, measureMemory, measurePages, measureReports, type Line } from "./measurements.ts";
import { startMunicipality } from "./municipality-server.ts";

const SIZES = [60, 400, 2_000];
/** The aims hold for a large municipality's plan. */
const SIZE_WITH_AIMS = 400;
const NAME_WIDTH = 52;

const wanted = process.argv.slice(2).map(Number).filter(Number.isInteger);
const sizes = wanted.length > 0 ? wanted : SIZES;
const built = spawnSync("npm", ["run", "build", "--silent"], { encoding: "utf8" });
if (built.status !== 0) {
  console.error(built.stderr);
  process.exit(1);
}

let missed = 0;
console.log(`Node ${process.version}, ${cpus().length} cores, 200 requests per page after 40 to warm up`);
for (const size of sizes) {
  const aims = size === SIZE_WITH_AIMS;
  const server = await startMunicipality(size);
  try {
    console.log(`\n${size} measures`);
    print(await measurePages(server, aims));
    print(measureMemory(server, "after the pages", aims));
    print(await measureReports(server, aims));
    print(await measureImport(server));
    print(measureMemory(server, "after reports and import", false));
  } finally {
    await server.stop();
  }
}
console.log(missed === 0 ? "\nEvery aim holds." : `\n${missed} ${missed === 1 ? "aim is" : "aims are"} missed.`);

function print(lines: readonly Line[]): void {
  for (const { what, value, unit, aim } of lines) {
    const figure = value === null ? "–" : `${value.toFixed(unit === "kB" || unit === "MB" ? 0 : value < 10 ? 2 : 0)} ${unit}`;
    const holds = aim !== null && value !== null && value <= aim;
    if (aim !== null && !holds) missed += 1;
    console.log(`  ${what.padEnd(NAME_WIDTH)}  ${figure.padStart(10)}${aim === null ? "" : `   aim ${aim} ${unit}: ${holds ? "holds" : "MISSED"}`}`);
  }
}
