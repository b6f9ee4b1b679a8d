import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { type Place } from './place';
import { clockOf } from './times';
import { viewerWords } from './words';

/** Says places in words: 第 3 頁的框選區域. */
export function usePlaceText(): (place: Place) => string {
  const say = useWords(viewerWords);
  const { number } = useFormats();
  return ({ page, region, from, to, note }) => {
    const on = page === undefined ? '' : number(page);
    const spot = region ? (on ? say.placePageRegion(on) : say.placeRegion) : on && say.placePage(on);
    const time = from !== undefined && say.placeTime(clockOf(from), to === undefined ? '' : clockOf(to));
    return [spot, time, note].filter(Boolean).join(say.and);
  };
}
