import { type X509Certificate as NodeCertificate } from 'node:crypto';
import { X509Certificate } from '@peculiar/x509';
import { readName } from './distinguished-name.js';
import { type Step } from './report.js';
import { sealField } from './seal-field.js';

/** A signature that a field holds, with the names inside its certificates. */
export interface NamedSignature {
  field: string;
  name: string;
  subjectId: string | undefined;
  /** The body whose own authority the chain ends at: that of the certificate that is trusted. */
  anchorId: string | undefined;
  /** The trust names this very certificate, not only an authority above it. */
  pinned: boolean;
}

/**
 * Those who signed are those whom the record names: the person who decided, by a certificate of the body's own
 * authority, and the body by its seal. A seal that another authority issued must be trusted by name, since such an
 * authority issues to everybody.
 */
export function checkSigners(signatures: NamedSignature[], record: Uint8Array | undefined): Step {
  const step = 'signers';
  const named = record && namedIn(record);
  if (!named) return { step, ok: true, detail: 'signers_not_named' };
  const stranger = signatures.find(({ field, subjectId, anchorId, pinned }) => {
    const seal = field === sealField;
    const expected = seal ? named.body : named.person;
    return !(anchorId === named.body && subjectId === expected) && !(seal && pinned);
  });
  if (!stranger) return { step, ok: true, detail: 'signers_match' };
  const detail = stranger.field === sealField ? 'seal_of_another' : 'signer_another';
  return { step, ok: false, detail, params: { name: stranger.name } };
}

/** What a chain that is trusted says of its leaf. */
export function namesIn(chain: NodeCertificate[]): Omit<NamedSignature, 'field'> {
  const [leaf, anchor] = [chain[0]!, chain.at(-1)!].map(({ raw }) => readName(new X509Certificate(raw).subjectName));
  return { name: leaf!.name, subjectId: leaf!.id, anchorId: anchor!.id, pinned: chain.length === 1 };
}

/** The ids that a record of ours gives; undefined if it is none. */
function namedIn(record: Uint8Array): { body: string; person: string | undefined } | undefined {
  try {
    const { body, leadAssessor, decidedBy } = JSON.parse(Buffer.from(record).toString('utf8')) as Record<
      string,
      { id?: unknown } | undefined
    >;
    const person = (leadAssessor ?? decidedBy)?.id;
    if (typeof body?.id !== 'string') return undefined;
    return { body: body.id, person: typeof person === 'string' ? person : undefined };
  } catch {
    return undefined;
  }
}
