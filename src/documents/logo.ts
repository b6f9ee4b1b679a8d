import { inflateSync, crc32 } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { inside } from './pdfkit-inside.js';

/** Pixels along one side: more than print can show at that size. */
const longest = 2000;
const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** How many samples a pixel has, by the PNG's type of colour; and which depths that type may have. */
const pngColours = new Map([
  [0, { samples: 1, depths: [1, 2, 4, 8] }],
  [2, { samples: 3, depths: [8] }],
  [3, { samples: 1, depths: [1, 2, 4, 8] }],
  [4, { samples: 2, depths: [8] }],
  [6, { samples: 4, depths: [8] }],
]);

/**
 * The bytes of a logo as they can safely be drawn, or null if this is no PNG or JPEG that can. PDFKit unpacks a PNG where
 * nobody can catch what goes wrong, and the server with it: so all of it is looked at here, and only what makes the
 * picture is kept.
 */
export function safeLogo(bytes: Buffer): Buffer | null {
  if (bytes.subarray(0, 8).equals(pngSignature)) return safePng(bytes);
  return bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) && isSafeJpeg(bytes) ? bytes : null;
}

function safePng(bytes: Buffer): Buffer | null {
  const chunks = pngChunks(bytes);
  const header = chunks?.[0];
  if (!chunks || header?.type !== 'IHDR' || header.data.length !== 13) return null;
  const [width, height] = [header.data.readUInt32BE(0), header.data.readUInt32BE(4)];
  const [depth = 0, type = 0, compression, filter, interlace] = header.data.subarray(8);
  const colour = pngColours.get(type);
  if (!isSize(width, height) || !colour?.depths.includes(depth) || compression || filter || interlace) return null;
  const of = (wanted: string): Buffer =>
    Buffer.concat(chunks.filter((one) => one.type === wanted).map((one) => one.data));
  const [palette, transparent, packed] = [of('PLTE'), of('tRNS'), of('IDAT')];
  const colours = palette.length / 3;
  if (type === 3 && (!Number.isInteger(colours) || colours < 1 || colours > 256)) return null;
  // Of the other types it names one colour, which few tools write and fewer draw alike.
  if (transparent.length > 0 && (type !== 3 || transparent.length > colours)) return null;
  const row = 1 + Math.ceil((width * depth * colour.samples) / 8);
  const pixels = unpacked(packed, row * height);
  if (!pixels) return null;
  for (let y = 0; y < height; y += 1) if (pixels[y * row]! > 4) return null;
  return Buffer.concat([
    pngSignature,
    chunk('IHDR', header.data),
    ...(type === 3 ? [chunk('PLTE', palette)] : []),
    ...(transparent.length > 0 ? [chunk('tRNS', transparent)] : []),
    chunk('IDAT', packed),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunks(bytes: Buffer): { type: string; data: Buffer }[] | null {
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const end = at + 8 + length;
    if (end + 4 > bytes.length || crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) return null;
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (type === 'IEND') return chunks;
    chunks.push({ type, data: bytes.subarray(at + 8, end) });
    at = end + 4;
  }
  return null;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** Exactly so many bytes, or null. */
function unpacked(packed: Buffer, size: number): Buffer | null {
  try {
    const bytes = inflateSync(packed, { maxOutputLength: size });
    return bytes.length === size ? bytes : null;
  } catch {
    return null;
  }
}

/** Its pixels go into the document as they are, so only its head matters. Four colours are for printing presses. */
function isSafeJpeg(bytes: Buffer): boolean {
  const document = new PDFDocument({ font: null as never, autoFirstPage: false });
  try {
    const { width, height, bits, colorSpace } = inside(document).openImage(bytes);
    return isSize(width, height) && bits === 8 && (colorSpace === 'DeviceRGB' || colorSpace === 'DeviceGray');
  } catch {
    return false;
  }
}

const isSize = (width: number, height: number): boolean =>
  [width, height].every((side) => side >= 1 && side <= longest) && width / height <= 20 && height / width <= 20;
