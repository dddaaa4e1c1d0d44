/** What an uploaded list may be at most. A list of measures is far below all of it; what is above is a mistake or an attack. */
export const importLimits = {
  fileBytes: 10 * 1024 * 1024,
  zipEntries: 200,
  unpackedBytes: 50 * 1024 * 1024,
  /** Unpacked over packed size of one entry; looked at once the entry is over `ratioFromBytes`. */
  unpackRatio: 150,
  ratioFromBytes: 1024 * 1024,
  rows: 20_000,
  columns: 100,
} as const;

/** Why a file is refused before anything of it is read into the database. */
export const fileRefusalCodes = [
  "fileMissing",
  "fileEmpty",
  "fileTooLarge",
  "wrongKind",
  "oldExcel",
  "macros",
  "encrypted",
  "contentMismatch",
  "unpacksTooLarge",
  "unsafeXml",
  "damaged",
  "noTable",
  "tooManyRows",
  "tooManyColumns",
] as const;
export type FileRefusalCode = (typeof fileRefusalCodes)[number];
