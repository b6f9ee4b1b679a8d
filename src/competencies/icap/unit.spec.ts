import { competencyUnit, seedText, unit, whole } from '../../../test/support/icap-seeds.js';

const document = competencyUnit(seedText(unit));

test('KMM5R0915v2 imports with every item counted', () => {
  expect(whole(seedText(unit)).report.counts).toEqual({
    elements: 4,
    criteria: 18,
    skills: 14,
    knowledge: 8,
    key_aspects: 5,
    contexts: 4,
    methods: 8,
    notes: 5,
    bullets: 38,
  });
});

test('the unit gives its identity', () => {
  expect(document).toMatchObject({
    kind: 'competency_unit',
    code: 'KMM5R0915v2',
    name: '發展客戶服務的行銷策略',
    category: { path: ['行銷與銷售', '行銷管理'] },
    level: 5,
  });
});

test('elements and criteria get derived codes in their printed order', () => {
  expect(document.elements.map((element) => [element.code, element.text, element.criteria.length])).toEqual([
    ['E1', '應用銷售和行銷原則發展客戶服務中心的績效', 5],
    ['E2', '啟動、評估和維護行銷資料庫系統', 5],
    ['E3', '建立和評估客戶服務和留住策略', 5],
    ['E4', '分析銷售和客戶活動成果', 3],
  ]);
  expect(document.elements[3]!.criteria[2]).toEqual({
    code: '4.3',
    text: '即時提供績效與活動相關數據報告給利害關係人',
  });
});

test('lists run on over rows with an empty label', () => {
  expect(document.skills.map((skill) => skill.code).at(-1)).toBe('S14');
  expect(document.skills[7]).toEqual({ code: 'S08', text: '規劃和組織能力以在時限內設法完成任務' });
  expect(document.assessment_guide.methods.map((method) => method.code)).toEqual(
    Array.from({ length: 8 }, (_, i) => `M${i + 1}`),
  );
  expect(document.assessment_guide.methods[7]!.text).toBe('檢視銷售和客戶服務績效報告');
});

test('the guide is sorted by its headings', () => {
  expect(document.assessment_guide.key_aspects[4]).toEqual({ code: 'KA5', text: '展現對銷售和行銷原則的認識' });
  expect(document.assessment_guide.contexts[3]).toEqual({ code: 'CR4', text: '績效和目標數據' });
  expect(document.assessment_guide.methods[3]!.text).toBe('口頭和/或書面質詢，以評估其對行銷數據庫功能的認識');
});

test('notes keep their nested bullets', () => {
  expect(document.notes.map((note) => [note.number, note.term, note.bullets.length])).toEqual([
    [1, '利害關係人', 3],
    [2, '供應鏈', 5],
    [3, '行銷資料庫的欄位', 7],
    [4, '緊急應變計畫', 7],
    [5, '售後服務和留住客戶策略', 8],
  ]);
  expect(document.notes[0]!.text).toBe('利害關係人可能包括：');
  expect(document.notes[0]!.bullets[2]).toEqual({
    text: '對客服中心營運有興趣的外部客戶和供應商，包括：',
    children: [
      { text: '承包商', children: [] },
      { text: '軟硬體供應商', children: [] },
    ],
  });
  expect(document.notes[4]!.bullets[7]!.text).toBe('提供加值的服務或產品');
});
