import { fromBuffer, type Entry, type ZipFile } from "yauzl";
import { importLimits } from "#app/domain/import/limits.ts";
import { crc32 } from "./crc32.server.ts";
import { FileRefusal } from "./file-refusal.server.ts";

/** What reading a table needs; pictures, printer settings and custom parts are left behind. */
const NEEDED = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/sharedStrings\.xml|xl\/styles\.xml|xl\/worksheets\/[^/]+\.xml)$/i;
const DTD = [Buffer.from("<!DOCTYPE"), Buffer.from("<!ENTITY"), Buffer.from("<!doctype"), Buffer.from("<!entity")];
const LONGEST_MARK = 9;

/**
 * Unpacks a workbook counting real bytes and gives back a plain, uncompressed archive of the parts a table is made of.
 * The reader behind it therefore sees exactly what was checked here, and never the sender's own archive, whose local
 * headers may say something else than its directory.
 * @throws FileRefusal for bombs, macros, encryption, DTDs and damage
 */
export async function guardWorkbook(bytes: Buffer): Promise<Buffer> {
  const zip = await open(bytes);
  const parts: Part[] = [];
  let unpacked = 0;
  if (zip.entryCount > importLimits.zipEntries) throw new FileRefusal("unpacksTooLarge");
  try {
    for await (const entry of entriesOf(zip)) {
      if ((entry.generalPurposeBitFlag & 1) !== 0) throw new FileRefusal("encrypted");
      if (/vbaProject|vbaData|macrosheets|activeX/i.test(entry.fileName)) throw new FileRefusal("macros");
      if (entry.fileName.endsWith("/")) continue;
      if (unpacked + entry.uncompressedSize > importLimits.unpackedBytes) throw new FileRefusal("unpacksTooLarge");
      const content = await unpack(zip, entry, importLimits.unpackedBytes - unpacked);
      unpacked += content.length;
      if (/\.(?:xml|rels|vml)$/i.test(entry.fileName)) refuseUnsafeXml(content);
      if (/^\[Content_Types\]\.xml$/i.test(entry.fileName) && /macroEnabled|vbaProject/i.test(content.toString("latin1"))) throw new FileRefusal("macros");
      if (NEEDED.test(entry.fileName)) parts.push({ name: entry.fileName, content });
    }
  } catch (error) {
    throw error instanceof FileRefusal ? error : new FileRefusal("damaged");
  } finally {
    zip.close();
  }
  if (!parts.some((part) => part.name.toLowerCase() === "xl/workbook.xml")) throw new FileRefusal("contentMismatch");
  return storeArchive(parts);
}

type Part = { readonly name: string; readonly content: Buffer };

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) => {
      if (error) reject(new FileRefusal("damaged"));
      else resolve(zip);
    });
  });
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (let count = 0; count <= importLimits.zipEntries; count += 1) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      const done = (value: Entry | null) => {
        zip.removeAllListeners("entry").removeAllListeners("end").removeAllListeners("error");
        resolve(value);
      };
      zip.once("entry", done).once("end", () => done(null)).once("error", reject);
      zip.readEntry();
    });
    if (entry === null) return;
    yield entry;
  }
  throw new FileRefusal("unpacksTooLarge");
}

/** @param allowance how many more bytes may come out */
function unpack(zip: ZipFile, entry: Entry, allowance: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(error);
        return;
      }
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on("data", (chunk: Buffer) => {
        size += chunk.length;
        const isBomb = size > importLimits.ratioFromBytes && size > entry.compressedSize * importLimits.unpackRatio;
        if (size > allowance || isBomb) stream.destroy(new FileRefusal("unpacksTooLarge"));
        else chunks.push(chunk);
      });
      stream.on("error", reject);
      stream.on("end", () => resolve(Buffer.concat(chunks)));
    });
  });
}

/** XML that is not UTF-8 could hide a DTD from a search for its bytes, so only UTF-8 passes; spreadsheets write nothing else. */
function refuseUnsafeXml(content: Buffer): void {
  if (content.includes(0)) throw new FileRefusal("unsafeXml");
  if (content.length >= LONGEST_MARK && DTD.some((mark) => content.includes(mark))) throw new FileRefusal("unsafeXml");
  const declaration = content.subarray(0, 200).toString("latin1");
  const encoding = /encoding\s*=\s*["']([^"']+)["']/i.exec(declaration)?.[1];
  if (encoding !== undefined && !/^(?:utf-8|us-ascii)$/i.test(encoding)) throw new FileRefusal("unsafeXml");
}

/** A ZIP archive without compression: local headers with contents, directory, end record (APPNOTE 6.3.10, 4.3). */
function storeArchive(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of parts) {
    const nameBytes = Buffer.from(name, "utf8");
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(0x0021, 8);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([signature(0x04034b50), common, nameBytes, content]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([signature(0x02014b50), Buffer.from([20, 0]), common, tail, nameBytes]));
    bodies.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, central, signature(0x06054b50), end]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
