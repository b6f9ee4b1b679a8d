import { pageView } from '../common/paging.js';
import { type Locale } from '../i18n/i18n.js';
import { type Invitation } from './invitation.entity.js';

export type InvitationState = 'sent' | 'opened' | 'submitted' | 'expired' | 'revoked';

/** An invitation without its secret, which is in the letter and nowhere else. */
export class InvitationView {
  id: string;
  assessmentId: string;
  name: string;
  email: string;
  relation: string;
  targetRefs: string[];
  message: string;
  locale: Locale;
  state: InvitationState;
  expiresAt: string;
  invitedBy: { id: string; name: string };
  invitedAt: string;
  openedAt: string | null;
  revokedAt: string | null;
  submittedAt: string | null;
  /** The evidence item that the report has become. */
  itemId: string | null;
}

export class InvitationsPage extends pageView(InvitationView) {}

/** An invitation with the name of whoever invited, what came of it, and the moment it is looked at. */
export interface NamedInvitation {
  invitation: Invitation;
  inviterName: string;
  itemId: string | null;
  now: string;
}

export function invitationView({ invitation, inviterName, itemId, now }: NamedInvitation): InvitationView {
  const { id, assessmentId, name, email, relation, targetRefs, message, locale } = invitation;
  const { expiresAt, invitedBy, invitedAt, openedAt, revokedAt, submittedAt } = invitation;
  return {
    id,
    assessmentId,
    name,
    email,
    relation,
    targetRefs,
    message,
    locale,
    state: stateOf(invitation, now),
    expiresAt,
    invitedBy: { id: invitedBy, name: inviterName },
    invitedAt,
    openedAt,
    revokedAt,
    submittedAt,
    itemId,
  };
}

function stateOf({ submittedAt, revokedAt, expiresAt, openedAt }: Invitation, now: string): InvitationState {
  if (submittedAt) return 'submitted';
  if (revokedAt) return 'revoked';
  if (expiresAt <= now) return 'expired';
  return openedAt ? 'opened' : 'sent';
}
