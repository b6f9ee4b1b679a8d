import { namesDiagnosis } from './diagnosis-words.js';

describe('namesDiagnosis', () => {
  test.each([
    '因閱讀障礙延長時間',
    '受評者有自閉症',
    '憂鬱症發作，改期',
    '過動，分段進行',
    '糖尿病，中途可進食',
    '聽障，改以手語提問',
    '經醫師診斷後改為口試',
    '領有身心障礙證明',
    '注意力不足（ＡＤＨＤ）',
    '自\u200b閉',
    '在無障礙考場進行，因其肢體障礙',
    '在病房外觀察，因其癌症治療',
    'has ADHD, so more time',
    'Dyslexia: questions read out',
    'dyslexic',
    'on the AUTISM spectrum',
    'depression',
    'was diagnosed last year',
    'hearing impairment',
    'learning disability',
    'anxiety disorder',
    'epileptic',
  ])('finds one in “%s”', (text) => {
    expect(namesDiagnosis(text)).toBe(true);
  });

  test.each([
    '',
    '延長作答時間三十分鐘',
    '改在無障礙考場進行',
    '移開走道上的障礙物',
    '觀察地點改為病房外的走廊',
    '以模擬病人代替真實病患',
    '病歷以去識別化的範本代替',
    '題目改用故障診斷情境，並示範排除障礙',
    '先做診斷性評量',
    '電腦掃描病毒後才交件',
    '放大字體並朗讀題目',
    '以手語翻譯提問',
    '保障作答時間',
    'Extra time: 30 minutes; add breaks',
    'Questions were read aloud in large print',
    'observed outside the hospital ward',
    'Step-free access; the lift was used',
    'the diagnostic test was left out',
    'a task on fault diagnosis instead',
    'pressed and depressed the pedal; macros disabled',
    'double-blind marking',
  ])('finds none in “%s”', (text) => {
    expect(namesDiagnosis(text)).toBe(false);
  });

  test('answers a huge text at once', () => {
    const began = performance.now();
    expect(namesDiagnosis('病房 diagnostic '.repeat(20_000))).toBe(false);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
