/**
 * Widths are estimated, because server, browser and document must reach the same picture without measuring a font:
 * em shares that are a little generous for the humanist sans-serif faces in use.
 */
const NARROW = new Set("iljtfrI.,:;'|!()[]/-– ‚‘’");
const WIDE = new Set("mwMWÄÖQOG@%&—…");

const shareOf = (character: string): number => (NARROW.has(character) ? 0.34 : WIDE.has(character) ? 0.84 : character >= "A" && character <= "Z" ? 0.66 : 0.56);
/** Of the characters of European languages; looked up for every letter of every title. */
const shares = Float64Array.from({ length: 0x250 }, (_, code) => shareOf(String.fromCharCode(code)));

export function estimateTextWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    // The second half of a pair belongs to a sign that is counted already.
    if (code >= 0xdc00 && code <= 0xdfff) continue;
    ems += shares[code] ?? shareOf(text.charAt(index));
  }
  return ems * fontSize;
}

export type TextLines = { readonly lines: readonly string[]; /** The last line is wider than the space and must be clipped. */ readonly clipped: boolean };

/** Breaks between words and after hyphens into at most `maxLines` lines; whatever is left stays on the last one. */
export function breakText(text: string, maxWidth: number, fontSize: number, maxLines: number): TextLines {
  if (estimateTextWidth(text, fontSize) <= maxWidth) return { lines: [text.trimEnd()], clipped: false };
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
