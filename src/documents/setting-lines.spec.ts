import { defaultRuleSettings } from '../settings/rule-settings.js';
import { pinnedSettings } from '../verdicts/pinned-settings.js';
import { settingLines } from './setting-lines.js';
import { makeWords } from './words.js';

const pinned = (version: number, changes: object = {}) =>
  pinnedSettings({ version, settings: { ...defaultRuleSettings, ...changes } }, 'Asia/Taipei');

describe('the settings on a verdict', () => {
  test('name their version, every value and the hashes of what is long, in both languages', () => {
    for (const locale of ['zh-TW', 'en'] as const) {
      const lines = settingLines(makeWords(locale, {}), pinned(3));
      expect(lines).toHaveLength(Object.keys(defaultRuleSettings).length + 3);
      expect(lines.filter((line) => / = /.test(line))).toEqual([]);
      expect(lines.join()).not.toMatch(/[{}]/);
    }
    expect(settingLines(makeWords('zh-TW', {}), pinned(3)).slice(0, 3)).toEqual([
      '訓練機構的第 3 版設定',
      '證據時效：24 個月',
      '證據分類：預設（評量者親自見聞為直接，受評者的成果為間接，他人的報告為補充）',
    ]);
  });

  test('say where they are defaults, and where the body went its own way', () => {
    const { classScheme } = defaultRuleSettings;
    const own = { classScheme: { ...classScheme, text: classScheme.observation }, knowledgeAndSkills: 'blocks' };
    expect(settingLines(makeWords('zh-TW', {}), pinned(0))[0]).toBe('系統預設值（訓練機構未另行設定）');
    const lines = settingLines(makeWords('zh-TW', {}), pinned(1, own));
    expect(lines).toContain('證據分類：訓練機構自訂');
    expect(lines).toContain('知識或技能沒有證據時：不得判定為已具備');
    expect(pinned(1, own).classSchemeSha256).not.toBe(pinned(1).classSchemeSha256);
  });

  test('are the same lines in whatever order the record holds them, and one without words is printed as it is', () => {
    const settings = { ...pinned(2), hologramYears: 7 };
    const reversed = Object.fromEntries(Object.entries(settings).reverse());
    const lines = settingLines(makeWords('en', {}), settings);
    expect(settingLines(makeWords('en', {}), reversed)).toEqual(lines);
    expect(lines.at(-1)).toBe('hologramYears = 7');
  });
});
