/**
 * Makes an animated WebP from screenshots, with no other tool than the browser that took them: the browser encodes the
 * changed part of each frame, and the container around them is written here (RFC 9649).
 */

/**
 * @param {import("playwright-core").Browser} browser
 * @param {readonly { png: Buffer, ms: number }[]} frames screenshots of the same size, and how long each is shown;
 * equal consecutive screenshots become one frame
 * @returns {Promise<Buffer>}
 */
export async function movingPicture(browser, frames) {
  const page = await browser.newPage();
  try {
    const parts = [];
    for (const { png, ms } of frames) {
      const drawn = await page.evaluate(drawChange, png.toString("base64"));
      if (drawn.isSame) parts.at(-1).ms = Math.max(parts.at(-1).ms, ms);
      else parts.push({ ...drawn, ms });
    }
    const [{ width, height }] = parts;
    return riff([
      chunk("VP8X", Buffer.concat([Buffer.from([hasAnimation, 0, 0, 0]), uint24(width - 1), uint24(height - 1)])),
      chunk("ANIM", Buffer.from([255, 255, 255, 255, 0, 0])),
      ...parts.map(frameOf),
    ]);
  } finally {
    await page.close();
  }
}

/** Runs in the page: the changed part of a screenshot as a still WebP, and its position. */
async function drawChange(png) {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const { width, height } = image;
  const canvas = new OffscreenCanvas(width, height);
  const drawing = canvas.getContext("2d", { alpha: false, willReadFrequently: true });
  drawing.drawImage(image, 0, 0);
  const pixels = new Uint32Array(drawing.getImageData(0, 0, width, height).data.buffer);
  const before = globalThis.before;
  globalThis.before = pixels;
  let [left, top, right, bottom] = before ? [width, height, -1, -1] : [0, 0, width - 1, height - 1];
  if (before)
    for (let at = 0; at < pixels.length; at++) {
      if (pixels[at] === before[at]) continue;
      const [x, y] = [at % width, Math.floor(at / width)];
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  if (right < 0) return { isSame: true };
  // Offsets of a frame must be even.
  left -= left % 2;
  top -= top % 2;
  const part = new OffscreenCanvas(right - left + 1, bottom - top + 1);
  part.getContext("2d", { alpha: false }).drawImage(image, -left, -top);
  const blob = await part.convertToBlob({ type: "image/webp", quality: 0.8 });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const webp = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return { width, height, left, top, wide: part.width, high: part.height, webp };
}

const hasAnimation = 2;
const noBlending = 2;

function frameOf({ left, top, wide, high, webp, ms }) {
  const place = [left / 2, top / 2, wide - 1, high - 1, ms].map(uint24);
  const picture = pictureIn(Buffer.from(webp, "base64"));
  return chunk("ANMF", Buffer.concat([...place, Buffer.from([noBlending]), picture]));
}

/** The chunk of a still WebP with the picture; the others describe colours. */
function pictureIn(still) {
  for (let at = riffHeadBytes; at < still.length; ) {
    const size = still.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    if (/^VP8[ L]$/.test(still.toString("latin1", at, at + 4))) return still.subarray(at, end);
    at = end;
  }
  throw new Error("the browser made a WebP without a picture");
}

const riffHeadBytes = 12;

function riff(chunks) {
  return chunk("RIFF", Buffer.concat([Buffer.from("WEBP"), ...chunks]));
}

function chunk(name, content) {
  const head = Buffer.alloc(8);
  head.write(name, "latin1");
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
}

function uint24(value) {
  const bytes = Buffer.alloc(3);
  bytes.writeUIntLE(value, 0, 3);
  return bytes;
}
