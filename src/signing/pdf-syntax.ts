/** The bytes are not laid out as PDF syntax demands. `offset` says where. */
export class PdfSyntaxError extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(`${message} (byte ${offset})`);
  }
}

export class PdfName {
  constructor(readonly name: string) {}
}

export class PdfRef {
  constructor(readonly number: number) {}
}

/** A string with the place it takes in the file, delimiters included. */
export class PdfString {
  constructor(
    readonly bytes: Buffer,
    readonly start: number,
    readonly end: number,
  ) {}
}

export type PdfDict = Map<string, PdfValue>;
export type PdfValue = null | boolean | number | PdfName | PdfRef | PdfString | PdfValue[] | PdfDict;

const deepest = 32;
const space = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)));
const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Reads PDF values from one place onward. Comments are not read: no file of ours has any behind its header. */
export class PdfReader {
  constructor(
    readonly bytes: Buffer,
    public at = 0,
  ) {}

  skipSpace(): void {
    while (space.has(this.bytes[this.at] ?? -1)) this.at += 1;
  }

  /** Steps over the keyword if it is next. */
  takes(keyword: string): boolean {
    this.skipSpace();
    const end = this.at + keyword.length;
    if (this.bytes.toString('latin1', this.at, end) !== keyword || this.isRegular(end)) return false;
    this.at = end;
    return true;
  }

  expect(keyword: string): void {
    if (!this.takes(keyword)) this.fail(`Expected ${keyword}`);
  }

  /** A plain non-negative whole number. */
  integer(): number {
    this.skipSpace();
    const digits = this.regular();
    if (!/^\d{1,10}$/.test(digits)) this.fail('Expected a whole number');
    return Number(digits);
  }

  value(depth = 0): PdfValue {
    if (depth > deepest) this.fail('Nested too deep');
    this.skipSpace();
    const start = this.at;
    const [first, second] = [this.bytes[start], this.bytes[start + 1]].map((byte) => String.fromCharCode(byte ?? 0));
    if (first === '<') return second === '<' ? this.dictionary(depth) : this.hexadecimal();
    if (first === '[') return this.array(depth);
    if (first === '(') return this.literal();
    if (first === '/') return this.name();
    const word = this.regular();
    if (word === 'null') return null;
    if (word === 'true' || word === 'false') return word === 'true';
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) this.fail('Expected a value', start);
    return this.reference(word) ?? Number(word);
  }

  fail(message: string, at = this.at): never {
    throw new PdfSyntaxError(message, at);
  }

  private dictionary(depth: number): PdfDict {
    const found: PdfDict = new Map();
    this.at += 2;
    for (;;) {
      this.skipSpace();
      if (this.bytes[this.at] === 0x3e && this.bytes[this.at + 1] === 0x3e) break;
      if (this.bytes[this.at] !== 0x2f) this.fail('Expected a key');
      const { name } = this.name();
      if (found.has(name)) this.fail(`The key ${name} is there twice`);
      found.set(name, this.value(depth + 1));
    }
    this.at += 2;
    return found;
  }

  private array(depth: number): PdfValue[] {
    const found: PdfValue[] = [];
    this.at += 1;
    for (this.skipSpace(); this.bytes[this.at] !== 0x5d; this.skipSpace()) found.push(this.value(depth + 1));
    this.at += 1;
    return found;
  }

  private hexadecimal(): PdfString {
    const start = this.at;
    const close = this.bytes.indexOf('>', start);
    if (close < 0) this.fail('The string does not end');
    const digits = this.bytes.toString('latin1', start + 1, close);
    if (!/^[\dA-Fa-f]*$/.test(digits) || digits.length % 2) this.fail('The string is not hexadecimal');
    this.at = close + 1;
    return new PdfString(Buffer.from(digits, 'hex'), start, this.at);
  }

  private literal(): PdfString {
    const start = this.at;
    const found: number[] = [];
    this.at += 1;
    for (let open = 1; ;) {
      const byte = this.bytes[this.at];
      if (byte === undefined) this.fail('The string does not end', start);
      this.at += 1;
      if (byte === 0x5c) {
        found.push(...this.escaped());
        continue;
      }
      if (byte === 0x28) open += 1;
      if (byte === 0x29) open -= 1;
      if (open === 0) break;
      found.push(byte);
    }
    return new PdfString(Buffer.from(found), start, this.at);
  }

  private escaped(): number[] {
    const rest = this.bytes.toString('latin1', this.at, this.at + 3);
    const octal = /^[0-7]{1,3}/.exec(rest)?.[0];
    if (octal) {
      this.at += octal.length;
      return [parseInt(octal, 8) & 0xff];
    }
    const lineEnd = /^(\r\n|\r|\n)/.exec(rest)?.[0];
    this.at += lineEnd?.length ?? 1;
    if (lineEnd) return [];
    return [(escapes[rest.charAt(0)] ?? rest.charAt(0)).charCodeAt(0)];
  }

  private name(): PdfName {
    this.at += 1;
    const written = this.regular();
    return new PdfName(
      written.replace(/#([\dA-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    );
  }

  /** `12 0 R`; the generation is always 0 in a file that was never freed of objects. */
  private reference(word: string): PdfRef | undefined {
    if (!/^\d{1,7}$/.test(word)) return undefined;
    const after = this.bytes.toString('latin1', this.at, this.at + 5);
    const [whole] = /^[ \r\n]0[ \r\n]R/.exec(after) ?? [];
    if (!whole || this.isRegular(this.at + whole.length)) return undefined;
    this.at += whole.length;
    return new PdfRef(Number(word));
  }

  private regular(): string {
    const start = this.at;
    while (this.isRegular(this.at)) this.at += 1;
    return this.bytes.toString('latin1', start, this.at);
  }

  private isRegular(at: number): boolean {
    const byte = this.bytes[at];
    return byte !== undefined && !space.has(byte) && !delimiters.has(byte);
  }
}
