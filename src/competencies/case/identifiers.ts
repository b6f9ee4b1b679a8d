import { v5 } from 'uuid';

/** Touchstone's own name space for what has no UUID of its own in its source. */
const namespace = '5d0c6d0e-6f5b-5f6d-9b0a-6a1f6c6e1c57';

/** What a document is by, wherever it was imported: the same text under the same code and edition. */
interface Edition {
  code: string;
  edition: number;
  sourceSha256: string;
}

/**
 * The identifier of a document: the same on every installation that imported this text. CASE allows UUIDs of the
 * versions 1 to 5 only, so the id of our row, which is version 7, cannot serve.
 */
export function documentIdentifier({ code, edition, sourceSha256 }: Edition): string {
  return v5(`document ${code} ${edition} ${sourceSha256}`, namespace);
}

/** The identifier of a kind of items. */
export const itemTypeIdentifier = (type: string): string => v5(`item type ${type}`, namespace);

/**
 * The identifier of an item or association: 48 bits of its document's, so that it can be found without a list of all
 * items of all documents, and then the hash of its key in that document.
 */
export function partIdentifier(document: string, key: string): string {
  return document.slice(0, documentBits) + v5(key, document).slice(documentBits);
}

/** Whether a part may be of this document. */
export function mayBeOf(document: string, part: string): boolean {
  return document.slice(0, documentBits) === part.slice(0, documentBits);
}

const documentBits = 'xxxxxxxx-xxxx'.length;

export const caseResources = ['CFDocuments', 'CFPackages', 'CFItems', 'CFAssociations', 'CFItemTypes'] as const;

/** Where a thing is found on this installation. */
export type Address = (resource: (typeof caseResources)[number], identifier: string) => string;

export function addressesUnder(publicUrl: string): Address {
  return (resource, identifier) => `${publicUrl}/api/ims/case/v1p1/${resource}/${identifier}`;
}
