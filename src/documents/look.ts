import { type Locale } from '../i18n/i18n.js';
import { type Labels } from './words.js';

/** The kinds of documents whose looks a body decides, each for itself. */
export const documentKinds = ['verdict', 'certificate', 'appeal'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** A body's own words, in both languages of its documents. */
export type Wording = Record<Locale, string>;

/** Who stands for a body in print. */
export interface Representative {
  name: string;
  post: string;
}

/** What a body says of how its documents look and are worded. What is null is as Touchstone has it. */
export interface LookContent {
  /** `#rrggbb`, dark enough to be read on paper. */
  accent: string | null;
  /** In place of the document's own title. */
  title: Wording | null;
  /** A sentence of the body's own, beside those that no body can take away. */
  statement: Wording | null;
  /** A line at the foot: the body's address, say. */
  footer: Wording | null;
  labels: Labels;
  /** Printed on certificates; the signature is the seal's. */
  representative: Representative | null;
}

/** Everything a document is drawn with that is its body's own. */
export interface Look extends LookContent {
  /** The bytes of a PNG or JPEG. */
  logo: Uint8Array | null;
}

/** Which version of its body's template a document was made with. */
export interface PinnedTemplate {
  version: number;
  /** SHA-256 over the canonical JSON of what the version says, with the hash of its logo. */
  sha256: string;
}

/** What a body says before it says anything. */
export const plainContent: LookContent = {
  accent: null,
  title: null,
  statement: null,
  footer: null,
  labels: {},
  representative: null,
};
export const plainLook: Look = { ...plainContent, logo: null };
