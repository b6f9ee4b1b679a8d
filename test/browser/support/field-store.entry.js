import { beginEntry, queueEntry, writeDown } from '../../../web/src/field/kept/entries.ts';
import { addPhotos } from '../../../web/src/field/kept/photos.ts';

/** Writes one observation down with so many photos and hands it over to be sent. Answers its id and the photos' hashes. */
export async function writeDownOne({ index, count, userId, assessmentId }) {
  const whose = { userId, assessmentId, candidateName: '林小美' };
  const { id } = await beginEntry({ ...whose, form: 'observation', place: '信義門市' });
  const outcomes = { 1.1: { outcome: 'shown', note: `第 ${index} 次` } };
  await writeDown(id, () => ({ outcomes, notes: `第 ${index} 次觀察` }));
  const files = [];
  for (let number = 0; number < count; number += 1) files.push(await photo(index, number));
  await addPhotos(id, files);
  await queueEntry(id, true);
  return [id, await Promise.all(files.map(sha256))];
}

/** Small, but a picture, and unlike any other. */
async function photo(index, number) {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [160, 120];
  const paint = canvas.getContext('2d');
  for (let x = 0; x < canvas.width; x += 8)
    for (let y = 0; y < canvas.height; y += 8) {
      paint.fillStyle = `hsl(${(index * 37 + number * 11 + x * y) % 360} 60% ${30 + ((x + y) % 40)}%)`;
      paint.fillRect(x, y, 8, 8);
    }
  paint.fillStyle = 'white';
  paint.fillText(`${index} / ${number}`, 8, 16);
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg'));
  return new File([blob], `IMG_${number}.jpg`, { type: 'image/jpeg' });
}

async function sha256(file) {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
