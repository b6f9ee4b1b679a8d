/** Why a certificate is revoked, with the code that stands for it in a revocation list (RFC 5280 §5.3.1). */
export const revocationReasons = {
  unspecified: 0,
  keyCompromise: 1,
  cACompromise: 2,
  affiliationChanged: 3,
  superseded: 4,
  cessationOfOperation: 5,
} as const;
export type RevocationReason = keyof typeof revocationReasons;

/** After these, nothing is believed but what is proved to be older: whoever has the key may set any date. */
const theft: readonly RevocationReason[] = ['keyCompromise', 'cACompromise'];

export const isTheft = (reason: RevocationReason): boolean => theft.includes(reason);

/** The reason of a code; one that is not told here, or not told at all, is unspecified. */
export function reasonOf(code: number | undefined): RevocationReason {
  const [name] = Object.entries(revocationReasons).find(([, value]) => value === code) ?? [];
  return (name as RevocationReason | undefined) ?? 'unspecified';
}
