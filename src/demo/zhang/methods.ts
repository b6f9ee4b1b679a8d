/** Of the document's own methods those that his evidence can serve, and the talk that a recognition needs. */
export const methods = [
  ...['M2', 'M3', 'M5', 'M6', 'M7', 'M8'].map((key) => ({ key, source: 'document' as const, needsAllOf: [] })),
  {
    key: 'X1',
    name: '先前學習認可對談',
    source: 'own' as const,
    reason: '工作成果來自其他機構，須以對談確認出自本人。',
    needsAllOf: [['questioning_record']],
  },
];
