import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { access, accessToChange } from '../assessments/access.js';
import { type Assessment } from '../assessments/assessment.entity.js';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { newId, newSecret, sha256 } from '../common/ids.js';
import { type Page, afterKey, pageOf } from '../common/paging.js';
import { Database, type Reader, type Tx } from '../database/database.js';
import { refuseFaults, targetFaults, typesOf } from '../evidence/record-faults.js';
import { dropNotices } from '../notices/notify.js';
import { namesOf } from '../people/names.js';
import { settingsAt } from '../settings/settings-at.js';
import { Invitation } from './invitation.entity.js';
import { type InvitationsQuery, type InviteThirdParty } from './invitations.dto.js';
import { type NamedInvitation } from './invitations.view.js';
import { sendLink } from './letters.js';
import { refuseParties } from './parties.js';
import { ThirdPartyReport } from './report.entity.js';

/** Every one of them is a letter to somebody outside. */
const mostInvitations = 100;

@Injectable()
export class InvitationsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Invites somebody to report on the candidate's work. The same invitation again is answered, and not sent twice. */
  async invite(
    actor: Actor,
    assessmentId: string,
    input: InviteThirdParty,
  ): Promise<{ named: NamedInvitation; created: boolean }> {
    const id = input.id?.toLowerCase() ?? newId();
    const asked = askedBy(input);
    const created = await this.db.write(async (tx) => {
      await access(tx, actor, assessmentId, 'invite');
      const known = await tx.findOneBy(Invitation, { id });
      if (known && !isSame(known, asked, actor, assessmentId)) throw new DomainError('already_exists');
      if (known) return false;
      const { assessment } = await accessToChange(tx, actor, assessmentId, 'invite');
      const types = await typesOf(tx, assessment.documentId, asked.targetRefs);
      refuseFaults(targetFaults(asked.targetRefs, types, (index) => `targetRefs.${index}`));
      await refuseParties(tx, assessment, asked);
      await this.requireRoom(tx, assessmentId);
      await this.insert(tx, actor, assessment, { id, ...asked });
      return true;
    });
    return { named: await this.find(actor, id), created };
  }

  async list(actor: Actor, assessmentId: string, query: InvitationsQuery): Promise<Page<NamedInvitation>> {
    await access(this.db.read, actor, assessmentId, 'invite');
    const rows = this.db.read
      .createQueryBuilder(Invitation, 'i')
      .where('i.assessment_id = :assessmentId AND i.id > :after', { assessmentId, after: afterKey(query) ?? '' });
    const invitations = await rows
      .orderBy('i.id')
      .limit(query.limit + 1)
      .getMany();
    const page = pageOf(invitations, query.limit, ({ id }) => id);
    return { ...page, items: await this.named(page.items) };
  }

  async find(actor: Actor, id: string): Promise<NamedInvitation> {
    const { invitation } = await this.accessInvitation(this.db.read, actor, id);
    return (await this.named([invitation]))[0]!;
  }

  /** Ends a link for good, also after the verdict. What was submitted stays evidence. */
  async revoke(actor: Actor, id: string): Promise<NamedInvitation> {
    await this.db.write(async (tx) => {
      const { invitation, assessment } = await this.accessInvitation(tx, actor, id);
      if (invitation.revokedAt) return;
      const at = this.clock.instant();
      await tx.update(Invitation, { id }, { revokedAt: at, revokedBy: actor.userId });
      await dropNotices(tx, id, at);
      await this.auditInvitation(tx, actor, assessment, 'invitation.revoked', invitation, at);
    });
    return this.find(actor, id);
  }

  /** A new link in a new letter; the old one opens nothing any more, and the draft is kept. */
  async renew(actor: Actor, id: string): Promise<NamedInvitation> {
    await this.db.write(async (tx) => {
      const { invitation } = await this.accessInvitation(tx, actor, id);
      const { assessment } = await accessToChange(tx, actor, invitation.assessmentId, 'invite');
      if (invitation.revokedAt) throw new DomainError('invitation_revoked');
      if (invitation.submittedAt) throw new DomainError('record_signed');
      await refuseParties(tx, assessment, invitation);
      const at = this.clock.instant();
      const secret = newSecret();
      const renewed = { secretHash: sha256(secret), expiresAt: await this.expiry(tx, assessment, at) };
      await tx.update(Invitation, { id }, renewed);
      await dropNotices(tx, id, at);
      await sendLink(tx, assessment, { ...invitation, ...renewed }, secret, at);
      await this.auditInvitation(tx, actor, assessment, 'invitation.renewed', invitation, at);
    });
    return this.find(actor, id);
  }

  private async insert(tx: Tx, actor: Actor, assessment: Assessment, asked: Asked & { id: string }): Promise<void> {
    const at = this.clock.instant();
    const secret = newSecret();
    const invitation: Invitation = {
      ...asked,
      assessmentId: assessment.id,
      secretHash: sha256(secret),
      expiresAt: await this.expiry(tx, assessment, at),
      invitedBy: actor.userId,
      invitedAt: at,
      openedAt: null,
      revokedAt: null,
      revokedBy: null,
      submittedAt: null,
    };
    await tx.insert(Invitation, invitation);
    await tx.insert(ThirdPartyReport, emptyReport(invitation));
    await sendLink(tx, assessment, invitation, secret, at);
    await this.auditInvitation(tx, actor, assessment, 'invitation.made', invitation, at);
  }

  private async requireRoom(tx: Tx, assessmentId: string): Promise<void> {
    const made = await tx.countBy(Invitation, { assessmentId });
    if (made >= mostInvitations) throw new DomainError('too_many_invitations', { limit: mostInvitations });
  }

  private async expiry(tx: Tx, { bodyId }: Assessment, at: string): Promise<string> {
    const { settings } = await settingsAt(tx, bodyId, at);
    return new Date(Date.parse(at) + settings.invitationDays * 86_400_000).toISOString();
  }

  private async accessInvitation(
    reader: Reader,
    actor: Actor,
    id: string,
  ): Promise<{ invitation: Invitation; assessment: Assessment }> {
    const invitation = found(await reader.findOneBy(Invitation, { id }));
    const { assessment } = await access(reader, actor, invitation.assessmentId, 'invite');
    return { invitation, assessment };
  }

  private async auditInvitation(
    tx: Tx,
    actor: Actor,
    { id: subjectId, bodyId }: Assessment,
    action: string,
    { id: invitationId }: Invitation,
    at: string,
  ): Promise<void> {
    await audit(tx, actor, { at, action, subjectId, bodyId, data: { invitationId } });
  }

  private async named(invitations: Invitation[]): Promise<NamedInvitation[]> {
    const { read } = this.db;
    const names = await namesOf(
      read,
      invitations.map(({ invitedBy }) => invitedBy),
    );
    const reports = await read.find(ThirdPartyReport, {
      where: { invitationId: In(invitations.map(({ id }) => id)) },
      select: { invitationId: true, itemId: true },
    });
    const items = new Map(reports.map(({ invitationId, itemId }) => [invitationId, itemId]));
    const now = this.clock.instant();
    return invitations.map((invitation) => ({
      invitation,
      inviterName: names.get(invitation.invitedBy)!,
      itemId: items.get(invitation.id) ?? null,
      now,
    }));
  }
}

type Asked = Pick<Invitation, 'name' | 'email' | 'relation' | 'targetRefs' | 'message' | 'locale'>;

/** What an input asks of whom: the same input always asks the same. */
function askedBy({ name, email, relation, targetRefs, message, locale }: InviteThirdParty): Asked {
  const address = email.trim().toLowerCase();
  return { name, email: address, relation: relation ?? '', targetRefs, message: message ?? '', locale };
}

function isSame(known: Invitation, asked: Asked, actor: Actor, assessmentId: string): boolean {
  const { name, email, relation, targetRefs, message, locale } = known;
  const same = JSON.stringify({ name, email, relation, targetRefs, message, locale }) === JSON.stringify(asked);
  return same && known.invitedBy === actor.userId && known.assessmentId === assessmentId;
}

/** What the third party finds before they have written anything: what is known of them already. */
function emptyReport({ id, name, relation, invitedAt }: Invitation): ThirdPartyReport {
  return {
    invitationId: id,
    itemId: null,
    name,
    post: '',
    relation,
    contact: '',
    periodFrom: null,
    periodTo: null,
    reportedOn: null,
    answers: [],
    general: '',
    statement: null,
    revision: 1,
    updatedAt: invitedAt,
    submittedSha256: null,
  };
}
