import { evidenceClass, type EvidenceForm, type Provenance, requiresSignature } from './evidence-class.js';

describe('evidence class by the default scheme', () => {
  test.each<[EvidenceForm, Provenance, string, string]>([
    ['observation', 'assessor', 'assessor', 'direct'],
    ['questioning', 'assessor', 'assessor', 'direct'],
    ['demonstration', 'assessor', 'assessor', 'direct'],
    ['observation', 'third_party', 'officer', 'supplementary'],
    ['demonstration', 'candidate', 'candidate', 'indirect'],
    ['document', 'candidate', 'candidate', 'indirect'],
    ['video', 'candidate', 'assessor', 'indirect'],
    ['document', 'organisation', 'candidate', 'supplementary'],
    ['image', 'third_party', 'candidate', 'supplementary'],
    ['video', 'assessor', 'assessor', 'supplementary'],
    ['third_party_report', 'third_party', 'third', 'supplementary'],
    ['third_party_report', 'candidate', 'candidate', 'supplementary'],
  ])('%s by %s, handed in by %s, is %4$s', (form, producedBy, submittedBy, expected) => {
    expect(evidenceClass({ form, producedBy, submittedBy }, 'candidate')).toBe(expected);
  });

  test('a candidate who hands in an observation as the assessor’s has no direct evidence', () => {
    const item = { form: 'observation', producedBy: 'assessor', submittedBy: 'candidate' } as const;
    expect(evidenceClass(item, 'candidate')).toBe('indirect');
  });

  test('a form that no scheme names is supplementary', () => {
    const item = { form: 'hologram' as EvidenceForm, producedBy: 'candidate', submittedBy: 'candidate' } as const;
    expect(evidenceClass(item, 'candidate')).toBe('supplementary');
  });

  test('witnessed records and reports of others need a signature, portfolio items do not', () => {
    expect((['observation', 'questioning', 'third_party_report'] as const).every(requiresSignature)).toBe(true);
    expect((['document', 'video', 'link', 'text'] as const).some(requiresSignature)).toBe(false);
  });
});
