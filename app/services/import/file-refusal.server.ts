import type { FileRefusalCode } from "#app/domain/import/limits.ts";

/** Thrown inside the file readers and turned into a Result where they are called. */
export class FileRefusal extends Error {
  constructor(readonly code: FileRefusalCode) {
    super(code);
    this.name = "FileRefusal";
  }
}
