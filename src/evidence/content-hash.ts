import { sha256 } from '../common/ids.js';
import { type Circumstances } from './circumstances.js';
import { type EvidenceFile } from './evidence-file.entity.js';
import { type EvidenceItem } from './evidence-item.entity.js';

type Content = Pick<EvidenceItem, 'form' | 'title' | 'producedOn' | 'url' | 'statement'> & Circumstances;

/**
 * SHA-256 over everything of an item that a declaration of authenticity vouches for, as canonical JSON (RFC 8785).
 * A change to any of it leaves the declaration behind. `files` come in the order of their positions. Circumstances are
 * part of it only where there are any, so that declarations from before they could be told still cover what they did.
 */
export function contentSha256(item: Content, files: readonly Pick<EvidenceFile, 'sha256'>[]): string {
  const { form, title, producedOn, url, statement } = item;
  const { groupWork, candidatePart, copy, othersData, othersDataReason } = item;
  // Text under sorted keys is canonical as it is written, and written ten times as fast as by a canonicaliser. What is
  // undefined is not written at all; SQLite's drivers give a plain query 1 and 0 for yes and no.
  const content = {
    candidatePart: candidatePart ?? undefined,
    copy: copy ? true : undefined,
    files: files.map((file) => file.sha256),
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
