/** The four answers to "is this document what it says it is?". */
export const findings = ['valid', 'no_longer_valid', 'altered', 'not_issued'] as const;
export type Finding = (typeof findings)[number];

/** What of a file led to the answer. */
export const reasons = [
  // It is, byte for byte, what was issued.
  'registered',
  'superseded',
  'revoked',
  // It began as a document issued here.
  'extended',
  'shortened',
  'content_changed',
  'signature_damaged',
  'signature_missing',
  'other_bytes_signed',
  // It did not.
  'signed_by_another',
  'not_registered',
  'unknown',
  'unreadable',
] as const;
export type Reason = (typeof reasons)[number];

export const findingOf: Record<Reason, Finding> = {
  registered: 'valid',
  superseded: 'no_longer_valid',
  revoked: 'no_longer_valid',
  extended: 'altered',
  shortened: 'altered',
  content_changed: 'altered',
  signature_damaged: 'altered',
  signature_missing: 'altered',
  other_bytes_signed: 'altered',
  signed_by_another: 'not_issued',
  not_registered: 'not_issued',
  unknown: 'not_issued',
  unreadable: 'not_issued',
};
