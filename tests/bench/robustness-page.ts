import { line, type Line } from "./line.ts";
import type { MunicipalityServer } from "./municipality-server.ts";

/** The analysis runs beside the pages: its page may take its time, everybody else's may not. */
export async function measureRobustnessPage(server: MunicipalityServer, aims: boolean): Promise<Line[]> {
  const address = (spread: number) => `/priorisierung/robustheit?spielraum=${spread}`;
  const first = await server.get(address(5));
  let slowest = 0;
  let isWaiting = true;
  const asked = server.get(address(50)).finally(() => {
    isWaiting = false;
  });
  while (isWaiting) {
    slowest = Math.max(slowest, (await server.get("/api/health")).milliseconds);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const answers = [first, await asked, await server.get(address(50))];
  const wrong = answers.find((answer) => answer.status !== 200);
  if (wrong !== undefined) throw new Error(`${address(50)} answered ${wrong.status}`);
  const seconds = (index: number) => (answers[index]?.milliseconds ?? 0) / 1000;
  return [
    line("robustness page, first after the start", seconds(0), "s"),
    line("robustness page, slider moved", seconds(1), "s", aims ? 2 : null),
    line("robustness page, slowest other answer meanwhile", slowest, "ms", aims ? 50 : null),
    line("robustness page, asked again", seconds(2), "s"),
  ];
}
