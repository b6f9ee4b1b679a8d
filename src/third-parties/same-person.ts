/** A name as it is compared: width, case and spaces make nobody else of a person. */
export function comparableName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .toLowerCase();
}

/** An address as it is compared: what stands after a plus reaches the same mailbox. */
export function comparableEmail(email: string): string {
  const [mailbox = '', domain = ''] = email
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .split(/@(?=[^@]*$)/);
  return `${mailbox.split('+')[0]}@${domain}`;
}
