/** What is known of somebody who may be somebody else under another spelling. */
export interface Identity {
  readonly name: string | null;
  readonly email: string | null;
}

/** One spelling of a name: width, case, spaces, dots and invisible characters make no other person. */
function nameKey(name: string | null): string {
  return (name ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{C}]+/gu, '');
}

/** Whether two spellings are of one name. A blank one is nobody's. */
export function sameName(one: string | null, other: string | null): boolean {
  const key = nameKey(one);
  return key !== '' && key === nameKey(other);
}

/** The addresses in a line such as `Mei <mei@example.tw>、0912-345-678`, in one spelling. */
function addressKeys(text: string | null): string[] {
  return (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}+/gu, '')
    .split(/[\s\p{Cc}、,;:<>()[\]|/"']+/u)
    .filter((part) => part.includes('@'));
}

/**
 * Whether two people look like one: by the name, or by an e-mail address, wherever it stands in the contact given.
 * What is blank tells nothing.
 */
export function looksLike(one: Identity & { readonly contact?: string | null }, other: Identity): boolean {
  if (sameName(one.name, other.name)) return true;
  const addresses = new Set(addressKeys(other.email));
  return [...addressKeys(one.email), ...addressKeys(one.contact ?? null)].some((address) => addresses.has(address));
}
