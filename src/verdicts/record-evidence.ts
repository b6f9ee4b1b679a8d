import { type VerdictItem, type VerdictJudgement, type VerdictObservation } from '../documents/record.js';
import { type Place } from '../evidence/claim.entity.js';
import { isDraft } from '../evidence/items.js';
import { defaultLocale, fill } from '../i18n/i18n.js';
import { verdictTexts } from '../i18n/verdicts.js';
import { type FourRules } from '../judgements/judgement.entity.js';
import { type Observation } from '../observations/observation.entity.js';
import { type Evaluation } from '../sufficiency/evaluate.js';
import { type Basis } from './basis.js';

type Texts = (typeof verdictTexts)[typeof defaultLocale];

/** A record is worded in the language of the documents made from it. */
export const say = (key: keyof Texts, params: Parameters<typeof fill>[1]): string =>
  fill(verdictTexts[defaultLocale][key], params, defaultLocale);

/** The evidence that stood when the verdict was given: nothing withdrawn, and no record that nobody signed. */
export function recordItems(basis: Basis, { view }: Evaluation): VerdictItem[] {
  const { items, files, observations } = basis;
  const standing = items.filter((item) => !item.withdrawnAt && !isDraft(item));
  return standing
    .sort((a, b) => a.number - b.number)
    .map((item) => {
      const { id, number, title, form, producedOn, receivedAt, signedAt, url, statement } = item;
      const { class: evidenceClass, item: fact } = view.items.get(id)!;
      const own = files.filter(({ itemId }) => itemId === id);
      const observation = observations.find((row) => row.id === id);
      return {
        number,
        id,
        title,
        form,
        class: evidenceClass,
        producedOn,
        receivedAt,
        declaredAt: fact.declaredAt,
        signedAt,
        files: own.map(({ name, size, mediaType, sha256 }) => ({ name, size, mediaType, sha256 })),
        url,
        statement: statement || null,
        observation: observation ? observed(observation, basis) : null,
      };
    });
}

/** The code of a method; one that the document lacks is named as it was given. */
export function methodCode({ facts }: Basis, method: string | null): string | null {
  return facts.document.items.find(({ ref }) => ref === method)?.code ?? method;
}

/** Every answer to every claim in the order they were given; an assessor's later answer supersedes the earlier. */
export function recordJudgements({ facts, judgements }: Basis): VerdictJudgement[] {
  const rulesOf = new Map(judgements.map(({ id, rules }) => [id, rules]));
  const numbers = new Map(facts.items.map(({ id, number }) => [id, number]));
  return facts.claims
    .flatMap((claim) => {
      const given = claim.judgements
        .filter(({ at }) => at <= facts.at)
        .sort((a, b) => order(a.at, b.at) || order(a.id, b.id));
      return given.map((judgement, index) => ({
        id: judgement.id,
        claimId: claim.id,
        itemNumber: numbers.get(claim.itemId) ?? 0,
        targetRef: claim.targetRef,
        result: judgement.decision,
        rules: fourRules(rulesOf.get(judgement.id)),
        reason: judgement.reason,
        judgedBy: judgement.by,
        judgedAt: judgement.at,
        supersededBy: given.slice(index + 1).find(({ by }) => by === judgement.by)?.id ?? null,
      }));
    })
    .sort((a, b) => order(a.judgedAt, b.judgedAt) || order(a.id, b.id));
}

/** Where in an item something shows, in words. */
export function placeText(place: Place | null, fileName: (id: string) => string | undefined): string | null {
  if (!place) return null;
  const { fileId, page, from, to, note } = place;
  const parts = [
    fileId && fileName(fileId),
    page !== undefined && say('place_page', { page }),
    from !== undefined &&
      (to === undefined ? minutes(from) : say('place_span', { from: minutes(from), to: minutes(to) })),
    note,
  ];
  return parts.filter(Boolean).join(' ') || null;
}

function observed(row: Observation, basis: Basis): VerdictObservation {
  const { assessorId, startedAt, endedAt, place, present, context, notes, method, outcomes, signedSha256 } = row;
  return {
    observedBy: { id: assessorId, name: basis.names.get(assessorId) ?? assessorId },
    startedAt,
    endedAt,
    place: place || null,
    present: present || null,
    context: context || null,
    notes: notes || null,
    method: methodCode(basis, method),
    outcomes: outcomes.map(({ ref, outcome, note }) => ({ ref, outcome, note: note || null })),
    signedSha256,
  };
}

function fourRules(rules: Partial<FourRules> = {}): VerdictJudgement['rules'] {
  const { validity = null, sufficiency = null, authenticity = null, currency = null } = rules;
  return { validity, sufficiency, authenticity, currency };
}

const minutes = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
