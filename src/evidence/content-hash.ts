import { sha256 } from '../common/ids.js';
import { type Circumstances } from './circumstances.js';
import { type EvidenceItem } from './evidence-item.entity.js';
import { originals } from './redactions.js';

type Content = Pick<EvidenceItem, 'form' | 'title' | 'producedOn' | 'url' | 'statement'> & Circumstances;

interface HashedFile {
  readonly sha256: string;
  readonly redactionOf?: string | null;
}

/**
 * SHA-256 over everything of an item that a declaration of authenticity vouches for, as canonical JSON (RFC 8785).
 * A change to any of it leaves the declaration behind. `files` come in the order of their positions. Circumstances are
 * part of it only where there are any, so that declarations from before they could be told still cover what they did.
 * Redacted copies are no part of it: they take nothing from what was declared.
 */
export function contentSha256(item: Content, files: readonly HashedFile[]): string {
  const { form, title, producedOn, url, statement } = item;
  const { groupWork, candidatePart, copy, othersData, othersDataReason } = item;
  // Text under sorted keys is canonical as it is written, and written ten times as fast as by a canonicaliser. What is
  // undefined is not written at all; SQLite's drivers give a plain query 1 and 0 for yes and no.
  const content = {
    candidatePart: candidatePart ?? undefined,
    copy: copy ? true : undefined,
    files: originals(files).map((file) => file.sha256),
    form,
    groupWork: groupWork ? true : undefined,
    othersData: othersData ? true : undefined,
    othersDataReason: othersDataReason ?? undefined,
    producedOn,
    statement,
    title,
    url,
  };
  return sha256(JSON.stringify(content));
}
