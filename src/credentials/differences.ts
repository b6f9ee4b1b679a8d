import { certificateSchema } from '../documents/certificate-record.js';

/** What a credential and the certificate it is in may disagree about. */
export type Difference = 'body' | 'document' | 'holder' | 'unit';

/**
 * In what a credential says another thing than the record of a certificate, as the two were read from a file. Each value
 * that is compared has to be there. Wording is not compared: later versions may say the same in other words.
 */
export function differences(credential: unknown, record: unknown): Difference[] {
  const subject = at(credential, 'credentialSubject');
  const achievement = at(subject, 'achievement');
  const unit = at(record, 'unit');
  const address = at(record, 'verificationUrl');
  const agree: Record<Difference, boolean> = {
    body: text(at(credential, 'issuer', 'id')).endsWith(`:training-bodies:${text(at(record, 'body', 'id'))}`),
    document:
      at(record, 'schema') === certificateSchema &&
      same(at(credential, 'validFrom'), at(record, 'issuedAt')) &&
      text(address) !== '' &&
      text(at(subject, 'narrative')).includes(text(address)),
    holder: same(nameIn(at(subject, 'identifier')), at(record, 'holder', 'name')),
    unit:
      same(at(achievement, 'humanCode'), at(unit, 'code')) &&
      same(at(achievement, 'version'), String(at(unit, 'version'))) &&
      same(at(achievement, 'name'), at(unit, 'name')),
  };
  return (Object.keys(agree) as Difference[]).filter((about) => !agree[about]);
}

/** The holder's name in a credential; undefined if it names nobody. */
export function holderOf(credential: unknown): string | undefined {
  const name = nameIn(at(credential, 'credentialSubject', 'identifier'));
  return typeof name === 'string' ? name : undefined;
}

function nameIn(identifiers: unknown): unknown {
  if (!Array.isArray(identifiers)) return undefined;
  const named = identifiers.find((one) => at(one, 'identityType') === 'name' && at(one, 'hashed') === false) as unknown;
  return at(named, 'identityHash');
}

const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>(
    (it, key) => (typeof it === 'object' && it !== null ? (it as Record<string, unknown>)[key] : undefined),
    value,
  );
const same = (one: unknown, other: unknown): boolean => typeof one === 'string' && one === other;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
