import { type Reader } from '../database/database.js';
import { type DocumentKind, type LookContent, type PinnedTemplate, plainContent } from '../documents/look.js';
import { canonicalSha256 } from '../documents/record.js';
import { DocumentTemplate } from './document-template.entity.js';

/** The version that documents are made with now; null while the body has none. */
export function latestTemplate(reader: Reader, bodyId: string, kind: DocumentKind): Promise<DocumentTemplate | null> {
  return reader.findOne(DocumentTemplate, { where: { bodyId, kind }, order: { version: 'DESC' } });
}

/** What a version says, whole. */
export function contentOf(template: DocumentTemplate | null): LookContent {
  return { ...plainContent, ...template?.content };
}

/** How a record names a version. */
export function pinned(template: DocumentTemplate): PinnedTemplate {
  const { version, content, logoSha256 } = template;
  return { version, sha256: canonicalSha256({ content, logoSha256 }) };
}

/** What a document that is made now takes from the body's template: the part for its record, and who stands for the body. */
export async function templateInForce(
  reader: Reader,
  bodyId: string,
  kind: DocumentKind,
): Promise<{ template?: PinnedTemplate; content: LookContent }> {
  const row = await latestTemplate(reader, bodyId, kind);
  return { ...(row && { template: pinned(row) }), content: contentOf(row) };
}
