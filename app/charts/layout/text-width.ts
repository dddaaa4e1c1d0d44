/**
 * Widths are estimated, because server, browser and document must reach the same picture without measuring a font:
 * em shares that are a little generous for the humanist sans-serif faces in use.
 */
const NARROW = new Set("iljtfrI.,:;'|!()[]/-– ‚‘’");
const WIDE = new Set("mwMWÄÖQOG@%&—…");

export function estimateTextWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const character of text) {
    if (NARROW.has(character)) ems += 0.34;
    else if (WIDE.has(character)) ems += 0.84;
    else if (character >= "A" && character <= "Z") ems += 0.66;
    else ems += 0.56;
  }
  return ems * fontSize;
}

export type TextLines = { readonly lines: readonly string[]; /** The last line is wider than the space and must be clipped. */ readonly clipped: boolean };

/** Breaks between words and after hyphens into at most `maxLines` lines; whatever is left stays on the last one. */
export function breakText(text: string, maxWidth: number, fontSize: number, maxLines: number): TextLines {
  const words = text.match(/[^\s-]*-|[^\s-]+\s*|\s+/g) ?? [text];
  const lines: string[] = [];
  let line = "";
  for (const word of words) {
    const fits = estimateTextWidth((line + word).trimEnd(), fontSize) <= maxWidth;
    if (!fits && line !== "" && lines.length < maxLines - 1) {
      lines.push(line.trimEnd());
      line = word;
    } else {
      line += word;
    }
  }
  lines.push(line.trimEnd());
  return { lines, clipped: estimateTextWidth(lines.at(-1) ?? "", fontSize) > maxWidth };
}
