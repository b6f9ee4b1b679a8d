/** Tags used in keys, certificates and signatures. */
export const tags = { integer: 0x02, bits: 0x03, octets: 0x04, nothing: 0x05, oid: 0x06, sequence: 0x30, set: 0x31 };

/** A DER element: tag, length and the parts behind one another. */
export function der(tag: number, ...parts: Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  if (body.length < 0x80) return Buffer.concat([Buffer.of(tag, body.length), body]);
  const length = bigEndian(body.length);
  return Buffer.concat([Buffer.of(tag, 0x80 | length.length), length, body]);
}

export const sequence = (...parts: Uint8Array[]): Buffer => der(tags.sequence, ...parts);
export const octets = (bytes: Uint8Array): Buffer => der(tags.octets, bytes);
/** A whole number of bytes as BIT STRING. */
export const bits = (bytes: Uint8Array): Buffer => der(tags.bits, Buffer.of(0), bytes);
export const nothing = (): Buffer => der(tags.nothing);

/** SET OF: DER wants the elements in byte order. */
export const setOf = (...parts: Uint8Array[]): Buffer =>
  der(tags.set, ...parts.toSorted((a, b) => Buffer.compare(a, b)));

/** A small non-negative number. */
export function integer(value: number): Buffer {
  const bytes = bigEndian(value);
  return der(tags.integer, bytes[0]! & 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes);
}

/** The body of a positive INTEGER: the number without needless zeros, and never taken for a negative one. */
export function positive(number: Uint8Array): Buffer {
  const first = number.findIndex((byte) => byte !== 0);
  const bytes = first < 0 ? Buffer.of(0) : Buffer.from(number.subarray(first));
  return bytes[0]! & 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes;
}

export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const septets = [arc & 0x7f];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
      septets.unshift((left & 0x7f) | 0x80);
    return septets;
  });
  return der(tags.oid, Buffer.from(bytes));
}

function bigEndian(value: number): Buffer {
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex');
}

/** An element as read: `raw` is all of it, `body` what stands behind tag and length. */
export interface Element {
  tag: number;
  raw: Buffer;
  body: Buffer;
}

/** The bytes are not DER. */
export class DerError extends Error {}

/**
 * Reads the element at the start of `bytes`; what follows it is left alone. Definite lengths only, as DER demands.
 * Nothing inside is read until asked for, so nesting costs a hostile file more than it costs us.
 */
export function readElement(bytes: Uint8Array): Element {
  const tag = bytes[0];
  const first = bytes[1];
  if (tag === undefined || first === undefined) throw new DerError('The element is cut short');
  if ((tag & 0x1f) === 0x1f) throw new DerError('The tag is longer than one byte');
  let start = 2;
  let length = first;
  if (first >= 0x80) {
    const count = first & 0x7f;
    if (count === 0 || count > 4) throw new DerError('The length is not definite');
    if (bytes.length < 2 + count) throw new DerError('The element is cut short');
    start += count;
    length = bytes.slice(2, start).reduce((sum, byte) => sum * 256 + byte, 0);
  }
  if (start + length > bytes.length) throw new DerError('The element is cut short');
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, start + length);
  return { tag, raw, body: raw.subarray(start) };
}

/** Reads bytes that are one element and nothing else. */
export function readWhole(bytes: Uint8Array): Element {
  const element = readElement(bytes);
  if (element.raw.length !== bytes.length) throw new DerError('Something follows the element');
  return element;
}

/** What an element is made of. `tag`, where given, is the one the element must have. */
export function children(element: Element | undefined, tag = tags.sequence): Element[] {
  const found: Element[] = [];
  for (let rest = expect(element, tag).body; rest.length > 0; rest = rest.subarray(found.at(-1)!.raw.length)) {
    if (found.length === 1000) throw new DerError('The element has too many parts');
    found.push(readElement(rest));
  }
  return found;
}

/** The element, which must be there and have that tag. */
export function expect(element: Element | undefined, tag: number): Element {
  if (element?.tag !== tag) throw new DerError(`Expected the tag ${tag.toString(16)}`);
  return element;
}

/** The dotted form of an object identifier. */
export function readOid(element: Element | undefined): string {
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of expect(element, tags.oid).body.subarray(0, 64)) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte & 0x80) continue;
    arcs.push(arc);
    arc = 0;
  }
  const [head = 0, ...rest] = arcs;
  const first = Math.min(Math.floor(head / 40), 2);
  return [first, head - first * 40, ...rest].join('.');
}

/** A non-negative number that fits in six bytes. */
export function readInteger(element: Element | undefined): number {
  const { body } = expect(element, tags.integer);
  if (body.length === 0 || body.length > 6 || body[0]! & 0x80) throw new DerError('The number is out of range');
  return body.readUIntBE(0, body.length);
}
