import { crc32, deflateSync } from 'node:zlib';

const width = 480;
const height = 300;
const palette = { paper: 0, ink: 1, grid: 2, bar: 3, last: 4, frame: 5 } as const;
const colours = ['ffffff', '1f2429', 'd9dcdf', '8a97a3', '1d6b4f', '2b3036'];
type Colour = keyof typeof palette;

/** Digits of three by five dots, a row of dots after the other. */
const digits = [
  '111101101101111',
  '010110010010111',
  '111001111100111',
  '111001111001111',
  '101101111001001',
  '111100111001111',
  '111100111101111',
  '111001001001001',
  '111101111101111',
  '111101111001111',
];

/** A bar chart as a PNG: whole numbers from 0 to 100 above their bars, the last bar set off. `framed` as seen on a screen. */
export function barChart(values: readonly number[], { framed = false } = {}): Buffer {
  const dots = new Uint8Array(width * height);
  const fill = (x: number, y: number, w: number, h: number, colour: Colour): void => {
    for (let row = y; row < y + h; row += 1) dots.fill(palette[colour], row * width + x, row * width + x + w);
  };
  if (framed) {
    fill(0, 0, width, height, 'frame');
    fill(16, 16, width - 32, height - 48, 'paper');
    fill(width / 2 - 60, height - 24, 120, 8, 'grid');
  }
  const [left, base, tall] = [60, height - 60, height - 110];
  for (let step = 0; step <= 4; step += 1) fill(left, base - Math.round((tall * step) / 4), width - 120, 1, 'grid');
  const room = Math.floor((width - 120) / values.length);
  for (const [i, value] of values.entries()) {
    const high = Math.round((tall * value) / 100);
    const x = left + i * room + Math.floor(room / 5);
    const wide = Math.floor((room * 3) / 5);
    fill(x, base - high, wide, high, i === values.length - 1 ? 'last' : 'bar');
    for (const [place, digit] of [...String(value)].entries()) {
      for (const [dot, on] of [...digits[Number(digit)]!].entries()) {
        const at = { x: x + place * 16 + (dot % 3) * 4, y: base - high - 28 + Math.floor(dot / 3) * 4 };
        if (on === '1') fill(at.x, at.y, 4, 4, 'ink');
      }
    }
  }
  fill(left, base, width - 120, 2, 'ink');
  return png(dots);
}

/** One byte a dot, which is a number of the palette. */
function png(dots: Uint8Array): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) rows.set(dots.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours.join(''), 'hex')),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
