/** Bytes as a PEM block with that label. */
export function toPem(label: string, bytes: Uint8Array): string {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

/** Every block of that label in a PEM text, as bytes. Text around the blocks is passed over. */
export function fromPem(label: string, text: string): Buffer[] {
  const [begin, end] = [`-----BEGIN ${label}-----`, `-----END ${label}-----`];
  const blocks = text.split(begin).slice(1);
  return blocks.filter((block) => block.includes(end)).map((block) => Buffer.from(block.split(end)[0]!, 'base64'));
}

/** A DER certificate as PEM text. */
export function certificateToPem(certificate: Uint8Array): string {
  return toPem('CERTIFICATE', certificate);
}
