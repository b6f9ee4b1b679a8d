import 'reflect-metadata';
import { Name } from '@peculiar/x509';

/** Attribute types of X.520. */
const attributes = {
  commonName: '2.5.4.3',
  serialNumber: '2.5.4.5',
  country: '2.5.4.6',
  organization: '2.5.4.10',
  name: '2.5.4.41',
};
/** RFC 5280 allows 64 characters in a common or organization name, but 32,768 in the attribute `name`. */
const mostCharacters = 64;

export interface NameParts {
  id: string;
  name: string;
  suffix: string;
  organization: string;
}

/** A subject name. A person's or body's name too long for the common name is there whole in the attribute `name`. */
export function distinguishedName({ id, name, suffix, organization }: NameParts): Name {
  const commonName = shorten(name, mostCharacters - suffix.length) + suffix;
  return new Name([
    { [attributes.country]: [{ printableString: 'TW' }] },
    { [attributes.organization]: [{ utf8String: shorten(organization, mostCharacters) }] },
    { [attributes.serialNumber]: [asciiOrUtf8(shorten(id, mostCharacters))] },
    { [attributes.name]: [{ utf8String: name }] },
    { [attributes.commonName]: [{ utf8String: commonName }] },
  ]);
}

/** What a certificate says of its holder; hostile certificates give empty texts, never an error. */
export function readName(name: Name): { name: string; id?: string; organization?: string; commonName: string } {
  const [commonName = ''] = name.getField(attributes.commonName);
  const [whole] = name.getField(attributes.name);
  const [id] = name.getField(attributes.serialNumber);
  const [organization] = name.getField(attributes.organization);
  return { name: whole ?? commonName, commonName, ...(id && { id }), ...(organization && { organization }) };
}

/** Cut by characters, never through one, and visibly. */
function shorten(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}

function asciiOrUtf8(text: string): { printableString: string } | { utf8String: string } {
  return /^[A-Za-z0-9 '()+,./:=?-]*$/.test(text) ? { printableString: text } : { utf8String: text };
}
