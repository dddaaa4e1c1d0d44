import { importLimits, type FileRefusalCode } from "#app/domain/import/limits.ts";
import { refusalResponse } from "#app/http/respond.server.ts";
import { readImportFile } from "#app/services/import/read-import-file.server.ts";
import { uploadList } from "#app/services/import/upload-list.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";

/** What both ways of uploading share: with a form, and with JavaScript that shows the progress. */
export async function receiveList(request: Request, service: ServiceContext): Promise<{ ok: true; batchId: number } | { ok: false; code: FileRefusalCode }> {
  const upload = (await request.formData()).get("file");
  if (!(upload instanceof File) || upload.name === "") return { ok: false, code: "fileMissing" };
  if (upload.size > importLimits.fileBytes) return { ok: false, code: "fileTooLarge" };
  const read = await readImportFile({ fileName: upload.name, bytes: Buffer.from(await upload.arrayBuffer()) });
  if (!read.ok) return read;
  const result = uploadList(service, { fileName: upload.name, file: read.file });
  if (!result.ok) throw refusalResponse(result.refusal);
  return { ok: true, batchId: result.value.batchId };
}
