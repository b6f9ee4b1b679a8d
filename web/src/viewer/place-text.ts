import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { type EvidenceFile, type Place } from './place';
import { clockOf } from './times';
import { viewerWords } from './words';

/** Says places in words: 第 3 頁的框選區域. Of one among several files it names the file. */
export function usePlaceText(files: readonly EvidenceFile[] = []): (place: Place) => string {
  const say = useWords(viewerWords);
  const { number } = useFormats();
  return ({ fileId, page, region, from, to, note }) => {
    const on = page === undefined ? '' : number(page);
    const area = region ? (on ? say.placePageRegion(on) : say.placeRegion) : on && say.placePage(on);
    const time = from !== undefined && say.placeTime(clockOf(from), to === undefined ? '' : clockOf(to));
    const spot = [area, time].filter(Boolean).join(say.and);
    const file = files.length > 1 && files.find(({ id }) => id === fileId);
    return [file ? (spot ? say.placeFile(file.name, spot) : say.placeWhole(file.name)) : spot, note]
      .filter(Boolean)
      .join(say.and);
  };
}
