import { type DidDocument } from '../credentials/did-web.js';

/** Far more seals and lists than a body ever has; a bundle with more is made to keep us busy. */
const mostEntries = 1000;
/** A status list of a million bits is smaller than this. */
const mostCharacters = 400_000;

/** What of a bundle is about credentials. Bundles of the first version had none of it. */
export interface BundleCredentials {
  /** The keys of the body's seals, as its `did:web` address serves them. */
  didDocument: DidDocument;
  /** Status list credentials as they are served: which credentials are revoked. */
  statusLists: string[];
}

/**
 * Whether these are the keys of this very body, and lists of a size that can be looked into. A bundle has both or
 * neither. Throws where a value is of another kind altogether.
 */
export function areWhole({ didDocument, statusLists }: Partial<BundleCredentials>, bodyId: string): boolean {
  if (!didDocument || !statusLists) return didDocument === statusLists;
  const { id, verificationMethod: methods } = didDocument;
  return (
    id.startsWith('did:web:') &&
    id.endsWith(`:training-bodies:${bodyId}`) &&
    methods.length <= mostEntries &&
    methods.every((one) => [one.id, one.controller].every(isText) && typeof one.publicKeyJwk === 'object') &&
    statusLists.length <= mostEntries &&
    statusLists.every((list) => isText(list) && list.length <= mostCharacters)
  );
}

const isText = (value: unknown): boolean => typeof value === 'string';
