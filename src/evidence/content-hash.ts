import { sha256 } from '../common/ids.js';
import { type EvidenceFile } from './evidence-file.entity.js';
import { type EvidenceItem } from './evidence-item.entity.js';

type Content = Pick<EvidenceItem, 'form' | 'title' | 'producedOn' | 'url' | 'statement'>;

/**
 * SHA-256 over everything of an item that a declaration of authenticity vouches for, as canonical JSON (RFC 8785).
 * A change to any of it leaves the declaration behind. `files` come in the order of their positions.
 */
export function contentSha256(item: Content, files: readonly Pick<EvidenceFile, 'sha256'>[]): string {
  const { form, title, producedOn, url, statement } = item;
  const hashes = files.map((file) => file.sha256);
  // Text under sorted keys is canonical as it is written, and written ten times as fast as by a canonicaliser.
  return sha256(JSON.stringify({ files: hashes, form, producedOn, statement, title, url }));
}
