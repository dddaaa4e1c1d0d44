import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The characters the report's fonts can draw; PDF/UA refuses a document with any other. */
export type Coverage = (codePoint: number) => boolean;

const FONTS = ["source-sans-3/400Regular/SourceSans3_400Regular.ttf", "source-sans-3/700Bold/SourceSans3_700Bold.ttf"];
const EMOJI = "noto-emoji/400Regular/NotoEmoji_400Regular.ttf";

let cached: Coverage | undefined;

/** Read once per process, about 2 ms. @param fontFolder `node_modules/@expo-google-fonts` */
export function fontCoverage(fontFolder: string): Coverage {
  if (cached === undefined) {
    const drawable = new Uint8Array(0x11_0000);
    const letters = FONTS.map((font) => mappedCharacters(readFileSync(join(fontFolder, font))));
    const emoji = mappedCharacters(readFileSync(join(fontFolder, EMOJI)));
    for (const codePoint of letters[0] ?? []) if (letters.every((font) => font.has(codePoint))) drawable[codePoint] = 1;
    for (const codePoint of emoji) drawable[codePoint] = 1;
    cached = (codePoint) => drawable[codePoint] === 1;
  }
  return cached;
}

/** Reads the Unicode part of a TrueType font's cmap table, formats 4 and 12 (OpenType specification, "cmap"). */
export function mappedCharacters(font: Buffer): ReadonlySet<number> {
  const characters = new Set<number>();
  const cmap = tableOffset(font, "cmap");
  if (cmap === null) return characters;
  const count = font.readUInt16BE(cmap + 2);
  for (let index = 0; index < count; index += 1) {
    const record = cmap + 4 + index * 8;
    const platform = font.readUInt16BE(record);
    if (platform !== 0 && platform !== 3) continue;
    const subtable = cmap + font.readUInt32BE(record + 4);
    const format = font.readUInt16BE(subtable);
    if (format === 4) addSegments(font, subtable, characters);
    if (format === 12) addGroups(font, subtable, characters);
  }
  return characters;
}

function tableOffset(font: Buffer, tag: string): number | null {
  const count = font.readUInt16BE(4);
  for (let index = 0; index < count; index += 1) {
    const record = 12 + index * 16;
    if (font.toString("latin1", record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  return null;
}

function addSegments(font: Buffer, subtable: number, characters: Set<number>): void {
  const segments = font.readUInt16BE(subtable + 6) / 2;
  const [ends, starts] = [subtable + 14, subtable + 16 + segments * 2];
  const [deltas, ranges] = [starts + segments * 2, starts + segments * 4];
  for (let segment = 0; segment < segments; segment += 1) {
    const [start, end] = [font.readUInt16BE(starts + segment * 2), font.readUInt16BE(ends + segment * 2)];
    const delta = font.readUInt16BE(deltas + segment * 2);
    const range = font.readUInt16BE(ranges + segment * 2);
    for (let character = start; character <= end && character < 0xffff; character += 1) {
      const glyph = range === 0 ? character + delta : font.readUInt16BE(ranges + segment * 2 + range + (character - start) * 2);
      if (glyph % 0x1_0000 !== 0) characters.add(character);
    }
  }
}

function addGroups(font: Buffer, subtable: number, characters: Set<number>): void {
  const count = font.readUInt32BE(subtable + 12);
  for (let index = 0; index < count; index += 1) {
    const group = subtable + 16 + index * 12;
    for (let character = font.readUInt32BE(group); character <= font.readUInt32BE(group + 4); character += 1) characters.add(character);
  }
}
