import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { requireMatch } from '../common/etag.js';
import { newId } from '../common/ids.js';
import { Database } from '../database/database.js';
import { safeLogo } from '../documents/logo.js';
import { type DocumentKind, type Look, type LookContent, plainContent } from '../documents/look.js';
import { canonicalJson } from '../documents/record.js';
import { FileStore, type StoredFile } from '../files/file-store.js';
import { type Locale } from '../i18n/i18n.js';
import { namesOf } from '../people/names.js';
import { canAdminister, canSeeBody } from '../people/people.policy.js';
import { TrainingBody } from '../people/training-body.entity.js';
import { DocumentTemplate } from './document-template.entity.js';
import { contentOf, latestTemplate, pinned } from './in-force.js';
import { Looks } from './looks.js';
import { renderSpecimen } from './specimens.js';
import { type ChangeTemplate } from './templates.dto.js';
import { type TemplateView } from './templates.view.js';

@Injectable()
export class TemplatesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly store: FileStore,
    private readonly looks: Looks,
  ) {}

  /** How the body's documents of that kind look now. */
  async find(actor: Actor, bodyId: string, kind: DocumentKind): Promise<TemplateView> {
    await this.bodyOf(actor, bodyId);
    return this.view(bodyId, kind, await latestTemplate(this.db.read, bodyId, kind));
  }

  /**
   * A new version, made upon the one that was read last; what changes nothing makes none. Documents that were issued
   * keep the version they name.
   */
  async change(
    actor: Actor,
    bodyId: string,
    kind: DocumentKind,
    input: ChangeTemplate,
    ifMatch: string | undefined,
  ): Promise<TemplateView> {
    await this.bodyToChange(actor, bodyId);
    refuseUnfit(kind, input);
    const logo = input.logo && (await this.keep(safeLogo(Buffer.from(input.logo, 'base64'))!));
    const row = await this.db.write(async (tx) => {
      const standing = await latestTemplate(tx, bodyId, kind);
      const next = changed(standing, input, logo);
      const before = { content: contentOf(standing), logoSha256: standing?.logoSha256 ?? null };
      if (canonicalJson({ content: next.content, logoSha256: next.logoSha256 }) === canonicalJson(before))
        return standing;
      const version = standing?.version ?? 0;
      requireMatch(ifMatch, version);
      const at = this.clock.instant();
      const made = { ...next, id: newId(), bodyId, kind, version: version + 1, changedBy: actor.userId, changedAt: at };
      await tx.insert(DocumentTemplate, made);
      const data = { kind, ...pinned(made) };
      await audit(tx, actor, { at, action: 'document_template.changed', subjectId: bodyId, bodyId, data });
      return made;
    });
    return this.view(bodyId, kind, row);
  }

  /** A made-up document as it would look with these changes. It says so on every page, is not signed and not kept. */
  async preview(
    actor: Actor,
    bodyId: string,
    kind: DocumentKind,
    input: ChangeTemplate,
    locale: Locale,
  ): Promise<Buffer> {
    const body = await this.bodyToChange(actor, bodyId);
    refuseUnfit(kind, input);
    const standing = await latestTemplate(this.db.read, bodyId, kind);
    const { content } = changed(standing, input, null);
    const kept = await this.looks.ofRow(standing);
    const logo = input.logo ? safeLogo(Buffer.from(input.logo, 'base64')) : input.logo === null ? null : kept.logo;
    const look: Look = { ...content, logo };
    return renderSpecimen(kind, { body, at: this.clock.instant(), locale, look });
  }

  /** Durably stored before any row speaks of it. */
  private keep(logo: Buffer): Promise<StoredFile> {
    return this.store.put(Readable.from([logo]), { maxBytes: logo.length });
  }

  private async bodyOf(actor: Actor, id: string): Promise<TrainingBody> {
    return found(canSeeBody(actor, id) ? await this.db.read.findOneBy(TrainingBody, { id }) : null);
  }

  private async bodyToChange(actor: Actor, id: string): Promise<TrainingBody> {
    const body = await this.bodyOf(actor, id);
    if (!canAdminister(actor, id)) throw new DomainError('forbidden');
    return body;
  }

  private async view(bodyId: string, kind: DocumentKind, row: DocumentTemplate | null): Promise<TemplateView> {
    const names = await namesOf(this.db.read, row ? [row.changedBy] : []);
    return {
      bodyId,
      kind,
      version: row?.version ?? 0,
      ...contentOf(row),
      logo: row?.logoSha256 ? { sha256: row.logoSha256, size: row.logoSize! } : null,
      changedBy: row && { id: row.changedBy, name: names.get(row.changedBy) ?? '' },
      changedAt: row?.changedAt ?? null,
    };
  }
}

type Changed = Pick<DocumentTemplate, 'content' | 'logoSha256' | 'logoSize'>;

/** What is left out stays; what is nothing becomes what Touchstone has. */
function changed(
  standing: DocumentTemplate | null,
  { logo: wanted, ...changes }: ChangeTemplate,
  logo: StoredFile | null | '' | undefined,
): Changed {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  const values = given.map(([name, value]) => [name, value ?? plainContent[name as keyof LookContent]]);
  const content = { ...contentOf(standing), ...(Object.fromEntries(values) as Partial<LookContent>) };
  if (wanted === undefined) {
    return { content, logoSha256: standing?.logoSha256 ?? null, logoSize: standing?.logoSize ?? null };
  }
  return { content, logoSha256: logo ? logo.sha256 : null, logoSize: logo ? logo.size : null };
}

/** Only a certificate names who stands for the body: a verdict is the assessor's, a decision whoever decides. */
function refuseUnfit(kind: DocumentKind, { representative }: ChangeTemplate): void {
  if (kind === 'certificate' || !representative) return;
  throw new DomainError('validation_failed', {}, { fields: [{ field: 'representative', rule: 'isEmpty' }] });
}
