import { useEffect, useState } from 'react';

/** A day that a file says of itself, to be proposed and never taken for true: cameras and copies are often wrong. */
export interface FileDay {
  /** As dates are entered. */
  day: string;
  /** The time of day at which the camera says that it took the picture; null where it is only the file's own date. */
  takenAt: string | null;
}

/** A day as dates are entered. */
export const dayOf = (time?: number): string => new Intl.DateTimeFormat('sv-SE').format(time);

/** So far into a picture its own facts reach. */
const headBytes = 256 * 1024;
const originalDate = 0x9003;
const exifFolder = 0x8769;

/** What this file says of its day, once that was read. */
export function useFileDay(file: File): FileDay | null {
  const [found, setFound] = useState<FileDay | null>(null);
  useEffect(() => {
    let isShown = true;
    void fileDay(file).then((day) => isShown && setFound(day));
    return () => {
      isShown = false;
    };
  }, [file]);
  return found;
}

export async function fileDay(file: File): Promise<FileDay> {
  const taken = file.type.startsWith('image/') ? await whenTaken(file).catch(() => null) : null;
  return taken ?? { day: dayOf(file.lastModified), takenAt: null };
}

/** When a picture was taken by its EXIF, which JPEG and HEIC write alike behind the same mark; null without one. */
async function whenTaken(file: File): Promise<FileDay | null> {
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  const mark = [0x45, 0x78, 0x69, 0x66, 0, 0]; // Exif
  for (let at = 0; at < head.length - 14; at += 1) {
    if (!mark.every((byte, i) => head[at + i] === byte)) continue;
    const found = dateIn(new DataView(head.buffer, at + mark.length));
    if (found) return found;
  }
  return null;
}

/** Follows the folders of a TIFF to the original date. Whatever points outside throws, and is no date. */
function dateIn(tiff: DataView): FileDay | null {
  const order = tiff.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return null;
  const little = order === 0x4949;
  const find = (folder: number, tag: number): number | null => {
    const entries = tiff.getUint16(folder, little);
    for (let i = 0; i < entries; i += 1) {
      const entry = folder + 2 + i * 12;
      if (tiff.getUint16(entry, little) === tag) return tiff.getUint32(entry + 8, little);
    }
    return null;
  };
  const exif = find(tiff.getUint32(4, little), exifFolder);
  const date = exif === null ? null : find(exif, originalDate);
  if (date === null) return null;
  // 2026:03:15 14:05:00
  const text = String.fromCharCode(...Array.from({ length: 16 }, (_, i) => tiff.getUint8(date + i)));
  const [, year, month, dayOfMonth, takenAt] = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d)$/.exec(text) ?? [];
  const day = `${year}-${month}-${dayOfMonth}`;
  return takenAt && !Number.isNaN(Date.parse(day)) ? { day, takenAt } : null;
}
