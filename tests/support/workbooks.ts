import writeWorkbook from "write-excel-file/node";
import { deflateRawSync } from "node:zlib";
import { crc32 } from "#app/services/import/crc32.server.ts";

export type SheetValue = string | number | Date | null;

/** A workbook as a spreadsheet program would save it. */
export async function aWorkbook(rows: ReadonlyArray<readonly SheetValue[]>): Promise<Buffer> {
  const data = rows.map((row) => row.map((value) => (value === null ? null : value instanceof Date ? { type: Date, value, format: "dd.mm.yyyy" } : { value })));
  return writeWorkbook(data).toBuffer();
}

type ZipPart = { readonly name: string; readonly content: Buffer | string; readonly encrypted?: boolean };

/** A ZIP archive of these parts, deflated; `claimedSize` lets its directory lie about how large a part is. */
export function aZip(parts: readonly ZipPart[], claimedSize?: number): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const packed = deflateRawSync(content);
    const name = Buffer.from(part.name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(part.encrypted === true ? 1 : 0, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claimedSize ?? content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), common, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\u0001\u0002", "latin1"), Buffer.from([20, 0]), common, tail, name]));
    bodies.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, central, Buffer.from("PK\u0005\u0006", "latin1"), end]);
}

const NAMESPACE = "http://schemas.openxmlformats.org";
const SHEET = `<worksheet xmlns="${NAMESPACE}/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Titel</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>E-Akte</t></is></c></row></sheetData></worksheet>`;

/** The least parts that make a workbook with the cells "Titel" and "E-Akte"; `sheet` replaces the sheet's XML. */
export const workbookParts = (sheet: string | Buffer = SHEET): ZipPart[] => [
  {
    name: "[Content_Types].xml",
    content: `<Types xmlns="${NAMESPACE}/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
  },
  { name: "_rels/.rels", content: `<Relationships xmlns="${NAMESPACE}/package/2006/relationships"><Relationship Id="rId1" Type="${NAMESPACE}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>` },
  {
    name: "xl/workbook.xml",
    content: `<workbook xmlns="${NAMESPACE}/spreadsheetml/2006/main" xmlns:r="${NAMESPACE}/officeDocument/2006/relationships"><sheets><sheet name="Liste" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  },
  {
    name: "xl/_rels/workbook.xml.rels",
    content: `<Relationships xmlns="${NAMESPACE}/package/2006/relationships"><Relationship Id="rId1" Type="${NAMESPACE}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  },
  { name: "xl/worksheets/sheet1.xml", content: sheet },
];
