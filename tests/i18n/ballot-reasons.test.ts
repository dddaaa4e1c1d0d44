import { describe, expect, it } from "vitest";
import { euros } from "#app/domain/money/cents.ts";
import { closeElection, type Paper } from "#app/domain/prioritisation/ballot/ballot-result.ts";
import type { BallotKind, LeftoverRule } from "#app/domain/prioritisation/ballot-terms.ts";
import type { BallotOutcome } from "#app/domain/prioritisation/ballot/outcome.ts";
import { reasonText } from "#app/i18n/de/ballot-reasons.ts";

const ITEMS = [
  { measureId: 1, title: "Chatbot", costCents: euros(45_000) },
  { measureId: 2, title: "Portal", costCents: euros(46_000) },
  { measureId: 3, title: "WLAN", costCents: euros(210_000) },
  { measureId: 4, title: "Zwilling", costCents: euros(1_000) },
];
const paper = (...ids: readonly number[]): Paper => ({ voter: null, choices: new Map(ids.map((id) => [id, 1])) });

function close(papers: readonly Paper[], { kind = "approval", leftoverRule = "addOne" }: { kind?: BallotKind; leftoverRule?: LeftoverRule } = {}) {
  const ballot = { title: "", question: "", kind, pointsPerMember: kind === "points" ? 10 : null, budgetCents: euros(300_000), leftoverRule, isSecret: true, openedAt: null, closedAt: "2027-05-10T08:00:00.000Z", memberCount: 4 };
  const { equalShares, greedy } = closeElection({ ballot, items: ITEMS, papers });
  if (equalShares === null || greedy === null) throw new Error("not counted");
  return { equalShares, greedy };
}
const plain = (text: string) => text.replaceAll("\u00a0", " ");
const reasonsOf = (outcome: BallotOutcome, kind: BallotKind = "approval") =>
  outcome.projects.map((project) => plain(reasonText(project, { kind, titleOf: (id) => ITEMS.find((item) => String(item.measureId) === id)?.title ?? "" })));

describe("every reason of a result is a German sentence", () => {
  const { equalShares, greedy } = close([paper(1, 3), paper(1, 3), paper(1, 3), paper(2)]);

  it("by equal shares: who paid, and where the money of the others went", () => {
    expect(reasonsOf(equalShares)).toEqual([
      "Gefördert als Nr. 1, weil 3 Mitglieder zugestimmt haben und deren Anteile die 45.000 € decken: 3 zahlen je 15.000 €.",
      "Gefördert als Nr. 2, weil ein Mitglied zugestimmt hat und dessen Anteil die 46.000 € deckt.",
      "Nicht gefördert: Die 3 Unterstützenden hatten am Ende zusammen noch 180.000 € der nötigen 210.000 €, es fehlen 30.000 €. Ihr übriges Geld ging an „Chatbot“ (45.000 €).",
      "Nicht gefördert: Niemand hat die Maßnahme unterstützt.",
    ]);
  });

  it("greedily: the place, and what was left when it was its turn", () => {
    expect(reasonsOf(greedy)).toEqual([
      "Gefördert: Platz 1 nach Unterstützung, und von 300.000 € waren die 45.000 € noch da.",
      "Nicht gefördert: Platz 3 nach Unterstützung; als sie an der Reihe war, waren nur noch 45.000 € da.",
      "Gefördert: Platz 2 nach Unterstützung, und von 255.000 € waren die 210.000 € noch da.",
      "Nicht gefördert: Niemand hat die Maßnahme unterstützt.",
    ]);
  });

  it("with points, and with the rest spent by votes", () => {
    const points: Paper[] = [
      { voter: null, choices: new Map([[3, 10]]) },
      { voter: null, choices: new Map([[1, 4], [2, 6]]) },
      { voter: null, choices: new Map([[2, 1]]) },
    ];
    const texts = reasonsOf(close(points, { kind: "points", leftoverRule: "addOneGreedy" }).equalShares, "points");
    expect(texts[0]).toMatch(/^Gefördert als Nr. \d, weil ein Mitglied 4 Punkte gegeben hat und/);
    expect(texts[2]).toMatch(/^(Nicht gefördert: Das unterstützende Mitglied|Gefördert aus dem Rest)/);
  });
});
