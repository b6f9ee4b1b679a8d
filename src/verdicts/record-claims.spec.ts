import { type Place } from '../evidence/claim.entity.js';
import { placeText } from './record-claims.js';

const region = { x: 0.125, y: 0.3, width: 0.5, height: 0.0625 };
const box = '（距左 13%、距上 30%，寬 50%、高 6%）';

it.each<[string, Place | null, string | null]>([
  ['nothing', null, null],
  ['a page', { page: 3 }, '第 3 頁'],
  ['a region of a page', { fileId: 'f', page: 3, region, note: '簽名' }, `紀錄.pdf 第 3 頁的框選區域${box} 簽名`],
  ['a region of a picture', { fileId: 'f', region }, `紀錄.pdf 框選區域${box}`],
  ['a time span', { from: 61, to: 75.5 }, '1:01 至 1:15'],
])('prints %s as a place', (_, place, text) => {
  expect(placeText(place, new Map([['f', '紀錄.pdf']]))).toBe(text);
});
