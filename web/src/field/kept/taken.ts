import { type IDBPTransaction } from 'idb';
import { type Answer, call } from '../../api/client';
import { type Item } from '../../api/use-api';
import { today } from '../../i18n/formats';
import { type Me } from '../../session/session';
import { announce, type Kept, kept, strictly } from './database';
import { isUnsent } from './entry';

/** A candidate taken along: what is still to be witnessed, and why. */
export interface Taken {
  assessmentId: string;
  /** Whose candidate it is; what was taken along before it was noted lacks it. */
  bodyId?: string;
  userId: string;
  candidateName: string;
  documentId: string;
  documentName: string;
  workplace: string | null;
  day: string;
  targets: { ref: string; why: string[] }[];
  /** What need not be witnessed, because what was handed in may do. */
  waiting: string[];
  /** My records that are not signed yet. */
  unsigned: { id: string; number: number; title: string }[];
  /** What several watch together and I have no record of yet; what was taken along before there was any has none. */
  sittings?: KeptSitting[];
  /** Why what I record would not count. */
  fault: string | null;
  takenAt: string;
  /** No more among those to visit, though what was recorded of them is not sent. */
  gone?: boolean;
}

type Listed = Item<'/api/assessments/{assessmentId}/sittings'>;
/** An occasion that several assessors watch, each with a record of their own. */
export type KeptSitting = Pick<Listed, 'id' | 'place' | 'startedAt' | 'note'>;

type DocumentItem = Answer<'/api/competency-documents/{id}', 'get'>['items'][number];
export type KeptItem = Pick<DocumentItem, 'ref' | 'type' | 'code' | 'text' | 'parentRef' | 'block'>;

export interface KeptDocument {
  id: string;
  code: string;
  name: string;
  items: KeptItem[];
}

type Plan = Answer<'/api/visit-plan', 'get'>;

/**
 * Takes a whole workplace along: its candidates of mine, what is left to witness, their documents. All of it or nothing,
 * however many plans that takes. `onProgress` is told of how many candidates have come.
 */
export async function takeWorkplaceAlong(
  person: Me,
  bodyId: string,
  workplace: string,
  onProgress: (count: number) => void,
): Promise<number> {
  const taken: Taken[] = [];
  const query = { bodyId, workplace, day: today() };
  for (let after: string | null | undefined; after !== null;) {
    const plan: Plan = await call('get', '/api/visit-plan', { query: { ...query, ...(after && { after }) } });
    taken.push(...plan.assessments.map((assessment) => takenOf(person.id, plan, assessment)));
    onProgress(taken.length);
    after = plan.next;
  }
  await keep(person, taken, { bodyId, workplace });
  return taken.length;
}

export interface Alone {
  id: string;
  bodyId: string;
  candidate: { name: string };
  document: { id: string; name: string };
}

/** Takes one candidate along who has no workplace: no plan says what to witness there, and all targets are at hand. */
export async function takeAlong(person: Me, { id, bodyId, candidate, document }: Alone): Promise<void> {
  const none = { targets: [], waiting: [], unsigned: [], fault: null, workplace: null };
  const path = '/api/assessments/{assessmentId}/sittings';
  const { items } = await call('get', path, { params: { assessmentId: id }, query: { limit: 200 } });
  const sittings = sittingsFor(person.id, items);
  const when = { day: today(), takenAt: new Date().toISOString() };
  const names = { candidateName: candidate.name, documentId: document.id, documentName: document.name };
  await keep(person, [{ assessmentId: id, bodyId, userId: person.id, ...names, ...none, ...when, sittings }]);
}

export async function takenBy(userId: string): Promise<Taken[]> {
  const all = await (await kept()).getAll('taken');
  return all
    .filter((taken) => taken.userId === userId)
    .sort(
      (a, b) =>
        (a.workplace ?? '').localeCompare(b.workplace ?? '') || a.candidateName.localeCompare(b.candidateName, 'zh-TW'),
    );
}

export async function takenDocument(id: string): Promise<KeptDocument | null> {
  return (await (await kept()).get('documents', id)) ?? null;
}

function takenOf(userId: string, plan: Plan, assessment: Plan['assessments'][number]): Taken {
  const { id: assessmentId, candidate, documentId, waiting, records, faultText } = assessment;
  const { bodyId, workplace, day } = plan;
  return {
    assessmentId,
    bodyId,
    userId,
    candidateName: candidate.name,
    documentId,
    documentName: plan.documents.find(({ id }) => id === documentId)!.name,
    workplace,
    day,
    targets: plan.targets
      .filter((target) => target.documentId === documentId)
      .flatMap(({ ref, candidates }) => {
        const own = candidates.find((one) => one.assessmentId === assessmentId);
        return own ? [{ ref, why: own.why.map(({ text }) => text) }] : [];
      }),
    waiting: waiting.map(({ instead }) => instead),
    unsigned: records.map(({ id, number, title }) => ({ id, number, title })),
    sittings: sittingsFor(
      userId,
      plan.sittings.filter((one) => one.assessmentId === assessmentId),
    ),
    fault: faultText,
    takenAt: new Date().toISOString(),
  };
}

/** Those that wait for a record of this assessor. */
function sittingsFor(userId: string, sittings: readonly Listed[]): KeptSitting[] {
  return sittings
    .filter(({ concluded }) => !concluded)
    .filter(({ observers }) => !observers.some(({ observer, withdrawnAt }) => observer.id === userId && !withdrawnAt))
    .map(({ id, place, startedAt, note }) => ({ id, place, startedAt, note }));
}

type Place = Pick<Taken, 'bodyId' | 'workplace'>;

async function keep(person: Me, taken: Taken[], place?: Place): Promise<void> {
  const ids = [...new Set(taken.map(({ documentId }) => documentId))];
  const documents = await Promise.all(
    ids.map(async (id) => documentOf(await call('get', '/api/competency-documents/{id}', { params: { id } }))),
  );
  const tx = (await kept()).transaction(['people', 'taken', 'documents', 'entries'], 'readwrite', strictly);
  await tx.objectStore('people').put({ id: 'last', person, keptAt: new Date().toISOString() });
  for (const document of documents) await tx.objectStore('documents').put(document);
  if (place) await leaveBehind(tx, person, place);
  for (const one of taken) await tx.objectStore('taken').put(one);
  await tx.done;
  announce();
}

type Keeping = IDBPTransaction<Kept, ('people' | 'taken' | 'documents' | 'entries')[], 'readwrite'>;

/** Whoever was taken along for a place before makes room for its new list, but for those of whom something is not sent. */
async function leaveBehind(tx: Keeping, { id }: Me, place: Place): Promise<void> {
  const unsent = new Set(
    (await tx.objectStore('entries').getAll()).filter(isUnsent).map((entry) => entry.assessmentId),
  );
  for (const one of await tx.objectStore('taken').getAll()) {
    if (one.userId !== id || one.bodyId !== place.bodyId || one.workplace !== place.workplace) continue;
    if (unsent.has(one.assessmentId)) await tx.objectStore('taken').put({ ...one, gone: true });
    else await tx.objectStore('taken').delete(one.assessmentId);
  }
}

function documentOf({ id, code, name, items }: Answer<'/api/competency-documents/{id}', 'get'>): KeptDocument {
  return {
    id,
    code,
    name,
    items: items.map(({ ref, type, code: own, text, parentRef, block }) => ({
      ref,
      type,
      code: own,
      text,
      parentRef,
      block,
    })),
  };
}
