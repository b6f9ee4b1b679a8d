const rate = 8000;

/** A recording as WAV, 8 kHz mono: two voices in turn, a low and a high one, without words. */
export function recording(seconds: number): Buffer {
  const samples = Buffer.alloc(rate * seconds * 2);
  for (let i = 0; i < rate * seconds; i += 1) {
    const at = i / rate;
    const pitch = Math.floor(at / 2) % 2 === 0 ? 125 : 205;
    const syllable = Math.max(0, Math.sin(2 * Math.PI * 2.2 * at)) * (at % 2 < 1.7 ? 1 : 0);
    const voice = [1, 0.6, 0.4, 0.25].reduce(
      (sum, loud, k) => sum + loud * Math.sin(2 * Math.PI * pitch * (k + 1) * at),
      0,
    );
    samples.writeInt16LE(Math.round(voice * syllable * 7000), i * 2);
  }
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}
