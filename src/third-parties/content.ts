import canonicalize from 'canonicalize';
import { sha256 } from '../common/ids.js';
import { type SaveReport } from './form.dto.js';
import { type Invitation } from './invitation.entity.js';
import { type ThirdPartyReport } from './report.entity.js';

/** What a third party writes down. */
export type ReportContent = Pick<
  ThirdPartyReport,
  'name' | 'post' | 'relation' | 'contact' | 'periodFrom' | 'periodTo' | 'answers' | 'general'
>;

/** The content that an input means: the same input always gives the same content. */
export function contentOf(input: SaveReport): ReportContent {
  return {
    name: input.name ?? '',
    post: input.post ?? '',
    relation: input.relation ?? '',
    contact: input.contact ?? '',
    periodFrom: input.periodFrom ?? null,
    periodTo: input.periodTo ?? null,
    answers: (input.answers ?? []).map(({ ref, seen, comment }) => ({ ref, seen, ...(comment && { comment }) })),
    general: input.general ?? '',
  };
}

export function storedContent(row: ThirdPartyReport): ReportContent {
  const { name, post, relation, contact, periodFrom, periodTo, answers, general } = row;
  return { name, post, relation, contact, periodFrom, periodTo, answers, general };
}

export function sameContent(one: ReportContent, other: ReportContent): boolean {
  return canonicalize(one) === canonicalize(other);
}

/**
 * SHA-256 over the canonical JSON (RFC 8785) of what a third party signs: the report, what it answers, and the words of
 * truth beneath it.
 */
export function contentSha256(
  { id, assessmentId, targetRefs }: Pick<Invitation, 'id' | 'assessmentId' | 'targetRefs'>,
  content: ReportContent,
  statement: string,
): string {
  return sha256(canonicalize({ invitationId: id, assessmentId, targetRefs, ...content, statement })!);
}

/** The hash of a signed report as it is stored now: another one than it was signed with means that it was changed. */
export function signedSha256(invitation: Invitation, report: ThirdPartyReport): string {
  return contentSha256(invitation, storedContent(report), report.statement ?? '');
}
