import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { found } from '../common/errors.js';
import { Database } from '../database/database.js';
import { type DocumentKind, type Look, type PinnedTemplate, plainLook } from '../documents/look.js';
import { FileStore } from '../files/file-store.js';
import { DocumentTemplate } from './document-template.entity.js';
import { contentOf, latestTemplate, pinned } from './in-force.js';

/** Gives documents the look that their record names. */
@Injectable()
export class Looks {
  constructor(
    private readonly db: Database,
    private readonly store: FileStore,
  ) {}

  /** The look of the version that a record was made with, whatever has changed since; the plain one where it names none. */
  async of(bodyId: string, kind: DocumentKind, template: PinnedTemplate | undefined): Promise<Look> {
    if (!template) return plainLook;
    const { version } = template;
    return this.ofRow(found(await this.db.read.findOneBy(DocumentTemplate, { bodyId, kind, version })));
  }

  /** The look of what is made now, and what the record says of it. */
  async inForce(bodyId: string, kind: DocumentKind): Promise<{ look: Look; template?: PinnedTemplate }> {
    const row = await latestTemplate(this.db.read, bodyId, kind);
    return { look: await this.ofRow(row), ...(row && { template: pinned(row) }) };
  }

  async ofRow(row: DocumentTemplate | null): Promise<Look> {
    const logo = row?.logoSha256 ? await buffer(this.store.open(row.logoSha256)) : null;
    return { ...contentOf(row), logo };
  }
}
