/** On the width of an A3 page in landscape the picture of 1,400 pixels then has more than 200 dots per inch. */
const SHARPEST = 2.5;
/** Below, letters on paper are blurred. */
const COARSEST = 1.5;
/** What browsers can draw on. */
const LONGEST_SIDE = 32_000;
const MOST_PIXELS = 130_000_000;

/** How many dots a pixel of the picture becomes; null where the picture is too large to stay readable on paper. */
export function pngScale(width: number, height: number): number | null {
  const scale = Math.min(SHARPEST, LONGEST_SIDE / width, LONGEST_SIDE / height, Math.sqrt(MOST_PIXELS / (width * height)));
  return scale < COARSEST ? null : scale;
}

/** Draws a picture of this server in dots for print. "tooLarge" where that would be unreadable. @throws where the browser cannot draw it */
export async function drawPng(address: string): Promise<Blob | "tooLarge"> {
  const picture = new Image();
  picture.src = address;
  await picture.decode();
  const { naturalWidth: width, naturalHeight: height } = picture;
  const scale = pngScale(width, height);
  if (scale === null) return "tooLarge";
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (png === null) throw new Error("the browser drew no picture");
  return png;
}
