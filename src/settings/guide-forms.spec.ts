import { readFileSync } from 'node:fs';
import { evidenceForms, type EvidenceForm } from './evidence-class.js';
import { guideForms, isGuideForm, servesAs } from './guide-forms.js';

const guide = JSON.parse(
  readFileSync(new URL('../../seeds/assessment-guides/KMM5R0915v2.json', import.meta.url), 'utf8'),
) as { methods: Record<string, { needs_all_of: string[][] }> };

test('every form that the guide of the unit asks for is known', () => {
  const words = Object.values(guide.methods).flatMap((method) => method.needs_all_of.flat());
  expect(words.length).toBeGreaterThan(10);
  expect(words.filter((word) => !isGuideForm(word))).toEqual([]);
});

test('every form of evidence is asked for by its own name, and something serves as every word', () => {
  expect(guideForms).toEqual(expect.arrayContaining([...evidenceForms]));
  const questioned = ['oral', 'written'] as const;
  const served = (word: string) => evidenceForms.filter((form) => servesAs({ form, questioned }, word));
  for (const form of evidenceForms) expect(served(form)).toEqual([form]);
  expect(guideForms.filter((word) => served(word).length === 0)).toEqual([]);
});

describe('an item serves as what is asked for', () => {
  test.each<[EvidenceForm, ('oral' | 'written')[], string, boolean]>([
    ['questioning', ['written'], 'questioning_record', true],
    ['questioning', ['oral'], 'oral_question_record', true],
    ['questioning', ['oral', 'written'], 'oral_question_record', true],
    ['questioning', ['written'], 'oral_question_record', false],
    ['questioning', [], 'oral_question_record', false],
    ['audio', ['oral'], 'oral_question_record', false],
    ['questioning', ['written'], 'written_response', true],
    ['questioning', ['oral'], 'written_response', false],
    ['document', [], 'written_response', true],
    ['text', [], 'written_response', true],
    ['video', [], 'written_response', false],
    ['document', [], 'strategy_document', true],
    ['audio', [], 'strategy_document', false],
    ['video', [], 'activity_record', true],
    ['audio', [], 'meeting_minutes', true],
    ['spreadsheet', [], 'outcome_data', true],
    ['link', [], 'portfolio_item', true],
    ['third_party_report', [], 'third_party_report', true],
    ['third_party_report', [], 'endorsement_record', false],
    ['observation', [], 'portfolio_item', false],
    ['document', [], 'hologram', false],
    ['document', [], 'constructor', false],
    ['document', [], '__proto__', false],
  ])('%s, questioned %j, as %s: %s', (form, questioned, word, expected) => {
    expect(servesAs({ form, questioned }, word)).toBe(expected);
  });
});
