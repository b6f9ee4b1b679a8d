import { pageView } from '../common/paging.js';
import { type Role } from '../common/actor.js';
import { type Membership } from './membership.entity.js';
import { type Qualification } from './qualification.entity.js';
import { bodyRevision } from './body-revision.js';
import { type TrainingBody } from './training-body.entity.js';
import { type User } from './user.entity.js';

export class TrainingBodyView {
  id: string;
  name: string;
  createdAt: string;
  /** Hash of all that may be changed; send it as `If-Match` with a change. */
  revision: string;
}

export class MembershipView {
  id: string;
  bodyId: string;
  role: Role;
  createdAt: string;
}

export class PersonView {
  id: string;
  name: string;
  email: string;
  locale: string;
  memberships: MembershipView[];
}

export class MeView extends PersonView {
  /** Runs the installation: imports documents and makes training bodies. */
  operator: boolean;
}

export class PeoplePage extends pageView(PersonView) {}

export class NewPersonView extends PersonView {
  /**
   * Shown this once, for an account that is new or whose first password was never changed; the person must change it
   * at the first sign-in. Null for an account in use.
   */
  oneTimePassword: string | null;
}

export class QualificationView {
  id: string;
  userId: string;
  title: string;
  documentCodes: string[];
  validFrom: string;
  validUntil: string | null;
  recordedAt: string;
  revokedAt: string | null;
}

export function trainingBodyView(body: TrainingBody): TrainingBodyView {
  const { id, name, createdAt } = body;
  return { id, name, createdAt, revision: bodyRevision(body) };
}

export function membershipView({ id, bodyId, role, createdAt }: Membership): MembershipView {
  return { id, bodyId, role, createdAt };
}

export function personView(user: User, memberships: Membership[]): PersonView {
  const { id, name, email, locale } = user;
  return { id, name, email, locale, memberships: memberships.map(membershipView) };
}

export function qualificationView(row: Qualification): QualificationView {
  const { id, userId, title, documentCodes, validFrom, validUntil, recordedAt, revokedAt } = row;
  return { id, userId, title, documentCodes, validFrom, validUntil, recordedAt, revokedAt };
}
