import { normaliseWord } from "#app/domain/import/cell.ts";

type Titled = { readonly id: number; readonly title: string };

/** Words that stand in so many budgets and titles that they say nothing of one measure. */
const COMMON = new Set(
  ["aufwand", "aufwendungen", "ausbau", "auszahlung", "auszahlungen", "beschaffung", "betrieb", "digital", "digitale", "digitalen", "digitaler", "digitales", "digitalisierung", "einfuehrung", "einfuhrung", "einführung", "erneuerung", "hardware", "hard", "software", "system", "systeme", "fuer", "haushalt", "investition", "investitionen", "kosten", "leistungen", "neue", "projekt", "sachmittel", "sonstige", "stadt", "staedtische", "städtische", "umsetzung", "unterhaltung", "verwaltung", "weitere"].map(normaliseWord),
);
const SHORTEST = 4;
/** Inside a compound ("Schulportal" and "Portal") only longer words count. */
const SHORTEST_INSIDE = 6;
/** "Glasfasernetz" and "Glasfaserausbau" share their stem. */
const SHORTEST_STEM = 9;
const MOST_TITLES = 3;
const MOST_PROPOSALS = 3;

/**
 * Measures a budget line may be for, by words of its label in their titles, the best first: a word counts the more, the fewer
 * titles hold it, and words of more than three titles count for nothing. A proposal for a person to confirm, nothing else.
 */
export function proposeMeasures(labels: ReadonlyArray<{ readonly id: number; readonly label: string }>, measures: readonly Titled[]): ReadonlyMap<number, readonly number[]> {
  const wordsOf = measures.map((measure) => ({ id: measure.id, words: words(measure.title) }));
  const known = new Map<string, readonly number[]>();
  const titlesWith = (word: string): readonly number[] => {
    const found = known.get(word) ?? wordsOf.filter((each) => each.words.some((other) => alike(word, other))).map((each) => each.id);
    known.set(word, found);
    return found;
  };
  return new Map(labels.map(({ id, label }) => [id, bestOf(words(label).map(titlesWith))]));
}

function bestOf(hits: ReadonlyArray<readonly number[]>): number[] {
  const points = new Map<number, number>();
  for (const titles of hits) {
    if (titles.length > MOST_TITLES) continue;
    for (const id of titles) points.set(id, (points.get(id) ?? 0) + 1 / titles.length);
  }
  return [...points]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_PROPOSALS)
    .map(([id]) => id);
}

const words = (text: string): string[] => [...new Set(normaliseWord(text).split(" "))].filter((word) => word.length >= SHORTEST && !COMMON.has(word) && !/^\d+$/.test(word));

function alike(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return (short.length >= SHORTEST_INSIDE && long.includes(short)) || (short.length >= SHORTEST_STEM && short.slice(0, SHORTEST_STEM) === long.slice(0, SHORTEST_STEM));
}
