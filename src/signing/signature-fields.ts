import { type FoundSignature } from './found-signatures.js';
import { fieldsOf } from './later-revisions.js';
import { nameOf, type Revision, stateAfter, textOf } from './pdf-file.js';
import { PdfRef } from './pdf-syntax.js';
import { type Step } from './report.js';
import { sealField } from './seal-field.js';

/** A signature field as it stands in the end, and the number of the signature object it holds. */
export interface SignatureField {
  name: string;
  holds: number | undefined;
}

/** The signature fields of the document's form. */
export function signatureFields(revisions: Revision[]): SignatureField[] {
  const state = stateAfter(revisions);
  return fieldsOf(state, catalogOf(revisions)).flatMap((number) => {
    const dict = state.get(number)?.value;
    if (!(dict instanceof Map) || nameOf(dict.get('FT')) !== 'Sig') return [];
    const value = dict.get('V');
    return [{ name: textOf(dict.get('T')) ?? '', holds: value instanceof PdfRef ? value.number : undefined }];
  });
}

/**
 * Every field holds a signature of its own, and the seal was set last: it says that the body saw what it seals. A file
 * cut back to before its seal is whole otherwise, and is told by the field that waits.
 */
export function checkFields(fields: SignatureField[], found: FoundSignature[]): Step {
  const step = 'signature_fields';
  const revisions = new Map(found.filter(({ timeStamp }) => !timeStamp).map((each) => [each.object, each.revision]));
  const known = new Set(found.map(({ object }) => object));
  const taken = new Set<number>();
  for (const { name, holds } of fields) {
    if (holds === undefined || !known.has(holds)) return { step, ok: false, detail: 'field_empty', params: { name } };
    if (taken.has(holds)) return { step, ok: false, detail: 'signature_shared', params: { name } };
    taken.add(holds);
  }
  const seal = revisions.get(fields.find(({ name }) => name === sealField)?.holds ?? -1);
  const late = seal !== undefined && [...revisions.values()].some((revision) => revision > seal);
  return late ? { step, ok: false, detail: 'seal_not_last' } : { step, ok: true, detail: 'fields_signed' };
}

/** The number of the document's catalog; none is -1. */
export function catalogOf(revisions: Revision[]): number {
  const root = revisions.at(-1)?.trailer.get('Root');
  return root instanceof PdfRef ? root.number : -1;
}
