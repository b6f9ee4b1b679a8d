import { randomUUID } from 'node:crypto';
import { Assessment } from '../../src/assessments/assessment.entity.js';
import { takePlace } from '../../src/credentials/places.js';
import { newId, newSecret, sha256 } from '../../src/common/ids.js';
import { type CFPackageView } from '../../src/competencies/case/case.view.js';
import { ApiToken } from '../../src/auth/api-token.entity.js';
import { Notice } from '../../src/notices/notice.entity.js';
import { notify } from '../../src/notices/notify.js';
import { User } from '../../src/people/user.entity.js';
import { Authorities } from '../../src/signing/authorities.service.js';
import { documentWith, insertAll } from '../factories/assessment.js';
import { nextVersionOf } from '../factories/new-version.js';
import { password, type Part } from './cast.js';
import { type Call } from './client.js';
import { blindAnswer, blindReview, planOfSamples, sampled, samplingPlan, verification, verified } from './quality.js';
import { asked, form, notYet, observed, type Stage } from './stage.js';
import { type RowName, type SightName } from './table.js';
import { auditPack, packsMade } from './audit-pack.js';
import { batch, certifiable, certificatesMade, sharedCertificate } from './certificates.js';
import { deletion, placedHold, previewed } from './retention.js';
import { invitation, invited, reported, submittedReport, writtenReport } from './third-party.js';

type Shared = Awaited<ReturnType<Stage['decided']>> & { draft: Awaited<ReturnType<Stage['draft']>>; guided: string };
type Request = (stage: Stage, shared: Shared, part: Part) => Call | Promise<Call>;

export async function sharedSubjects(stage: Stage): Promise<Shared> {
  const route = 'GET /api/competency-documents/by-code/:code';
  const { id } = await stage.by('administrator', route, { params: ['KMM5R0915v2'] });
  return { ...(await stage.decided()), draft: await stage.draft(), guided: id };
}

const plain: Request = () => ({});
const home: Request = ({ cast }) => ({ params: [cast.home] });
const guided: Request = (_, { guided }) => ({ params: [guided] });
/** Something of the guided unit's CASE package. */
const inPackage =
  (pick: (pack: CFPackageView) => string): Request =>
  async (stage, { guided }) => {
    const pack = await stage.by('administrator', 'GET /api/ims/case/v1p1/CFPackages/:sourcedId', { params: [guided] });
    return { params: [pick(pack)] };
  };
const read = (
  ...names: ('assessmentId' | 'itemId' | 'fileId' | 'otherItemId' | 'claimId' | 'verdictId')[]
): Request => {
  return (_, shared) => ({ params: names.map((name) => shared[name]) });
};
const readDraft = (...names: ('itemId' | 'fileId' | 'claimId')[]): Request => {
  return (_, { draft }) => ({ params: names.map((name) => draft[name]) });
};

/** A person of the home body who is nobody in the cast. */
const somebody = ({ cast }: Stage, changes: Partial<User> = {}) =>
  cast.account({ bodyId: cast.home, roles: ['candidate'], changes });
const stranger = ({ cast }: Stage) => cast.account({ bodyId: cast.away, roles: ['candidate', 'assessor'] });

const reset =
  (whose: (stage: Stage) => Promise<string>): Request =>
  async (stage) => ({ params: [stage.cast.home, await whose(stage)] });
const corrected =
  (whose: (stage: Stage) => Promise<string>): Request =>
  async (stage) => ({
    params: [stage.cast.home, await whose(stage)],
    body: { name: '改名', email: `${newId()}@example.tw`, reason: '戶籍謄本' },
  });
const person = (...roles: string[]): Request => {
  return ({ cast }) => ({
    params: [cast.home],
    body: { name: '新人', email: `${newId()}@example.tw`, roles, locale: 'en' },
  });
};
const member =
  (whose: (stage: Stage) => Promise<string>): Request =>
  async (stage) => ({ params: [stage.cast.home], body: { userId: await whose(stage), role: 'officer' } });
const qualified =
  (whose: (stage: Stage) => Promise<string>): Request =>
  async (stage) => ({
    params: [stage.cast.home],
    body: {
      userId: await whose(stage),
      title: '評量師',
      documentCodes: ['KMM5R0915'],
      validFrom: '2026-01-01',
      validUntil: '2030-12-31',
    },
  });
const enrolment =
  (who: (stage: Stage) => Promise<{ candidateId?: string; leadAssessorId?: string }>): Request =>
  async (stage) => {
    const { cast, documentId } = stage;
    const usual = { candidateId: await somebody(stage), leadAssessorId: cast.ids['lead assessor'] };
    return {
      params: [cast.home],
      body: { ...usual, documentId, pathway: 'rpl', cohort: '春班', ...(await who(stage)) },
    };
  };

/** A request about a fresh assessment, which is usually its first parameter. */
const about =
  (call: (subject: Awaited<ReturnType<Stage['assessment']>>, stage: Stage) => Call | Promise<Call>): Request =>
  async (stage) => {
    const subject = await stage.assessment();
    return { params: [subject.assessmentId], ...(await call(subject, stage)) };
  };
const upload = (assessmentId: string): Record<string, string> => ({
  'Tus-Resumable': '1.0.0',
  'Upload-Length': '2',
  'Upload-Metadata': `assessmentId ${Buffer.from(assessmentId).toString('base64')}`,
});
/** An upload of the candidate's. */
const uploaded: Request = async (stage) => {
  const { assessmentId } = await stage.assessment();
  const { id } = await stage.by('candidate', 'POST /api/uploads', { headers: upload(assessmentId) });
  return { params: [id] };
};
const aboutDraft =
  (call: (draft: Awaited<ReturnType<Stage['draft']>>) => Call): Request =>
  async (stage) =>
    call(await stage.draft());
const asking = { targetRefs: ['1.1'], text: '請補上最近一次的處理紀錄。', dueOn: '2099-12-31' };
const aboutRequest =
  (call: (subject: Awaited<ReturnType<Stage['assessment']>>, stage: Stage) => Call | Promise<Call>): Request =>
  async (stage) => {
    const subject = await stage.assessment();
    const made = { params: [subject.assessmentId], body: asking };
    const { id } = await stage.by('lead assessor', 'POST /api/assessments/:assessmentId/requests', made);
    return { params: [id], ...(await call(subject, stage)) };
  };
const aboutVerdict =
  (
    call: (verdict: Awaited<ReturnType<Stage['verdict']>>, stage: Stage) => Call | Promise<Call>,
    told = true,
  ): Request =>
  async (stage) => {
    const verdict = await stage.verdict(told);
    return { params: [verdict.id], ...(await call(verdict, stage)) };
  };
const dismissal = { outcome: 'dismissed', reasons: '紀錄完整，原判定無誤。' };
const aboutAppeal =
  (call: (id: string, stage: Stage) => Call | Promise<Call> = () => ({})): Request =>
  async (stage) => {
    const id = await stage.appeal();
    return { params: [id], ...(await call(id, stage)) };
  };
const decideFirst = async (id: string, stage: Stage): Promise<Call> => {
  await stage.by('administrator', 'POST /api/appeals/:id/decision', { params: [id], body: dismissal });
  return {};
};
const aboutInvitation =
  (call: (link: Awaited<ReturnType<typeof invitation>>) => Call): Request =>
  async (stage) =>
    call(await invitation(stage));

const correction = async (stage: Stage, id: string, by: 'candidate' | 'lead assessor'): Promise<Call> => {
  const { headers } = await stage.ask(by, 'GET /api/evidence/:id', { params: [id] });
  return {
    params: [id],
    body: { title: '改過的', producedOn: '2026-01-31', statement: '說明' },
    headers: { 'if-match': headers.get('etag')! },
  };
};
const somewhere = { page: 1, from: 0, to: 1.5, note: '第一頁' };
const claims = (itemId: string, place: object = somewhere) => ({ claims: [{ itemId, targetRef: '1.1', place }] });
const files = () => form({}, [['files', randomUUID(), '附件.txt']]);
const redaction = () => form({ reason: '遮去同事的電話。' }, [['files', randomUUID(), '遮蔽版.txt']]);
const aboutRedacted =
  (params: (subject: { itemId: string; fileId: string; copyId: string }) => string[]): Request =>
  async (stage) => {
    const { itemId, fileId } = await stage.filed();
    const call = { params: [itemId, fileId], body: redaction() };
    const { files: all } = await stage.by('candidate', 'POST /api/evidence/:id/files/:fileId/redaction', call);
    return { params: params({ itemId, fileId, copyId: all.at(-1).id }) };
  };
const reason = { reason: '誤交' };
const attribution = { targetRef: 'K1', throughRef: '1.1' };
const attributed = async (stage: Stage, assessmentId: string): Promise<string> => {
  const call = { params: [assessmentId], body: attribution };
  return (await stage.by('lead assessor', 'POST /api/assessments/:id/attributions', call)).id;
};
const waiving = async (stage: Stage, assessmentId: string) => {
  const params = [assessmentId];
  const { warnings } = await stage.by('lead assessor', 'GET /api/assessments/:id/coverage', { params });
  const { rule, problem, targets, items } = warnings[0];
  return { rule, problem, targets, items, reason: '另以現場訪談補足' };
};
const waived = async (stage: Stage, assessmentId: string): Promise<string> => {
  const call = { params: [assessmentId], body: await waiving(stage, assessmentId) };
  return (await stage.by('lead assessor', 'POST /api/assessments/:id/waivers', call)).id;
};
const sighted = { kind: 'original_sighted', note: '正本' };
const rules = { validity: true, sufficiency: true, authenticity: true, currency: true };

const session = async ({ cast }: Stage, part: Part) => {
  const { id, headers } = await cast.session(cast.ids[part === 'nobody' ? 'candidate' : part]);
  return part === 'nobody' ? { id, headers: {} } : { id, headers };
};
const token = async ({ cast, db }: Stage, part: Part): Promise<Call> => {
  const id = newId();
  const userId = cast.ids[part === 'nobody' ? 'candidate' : part];
  const times = { createdAt: '2026-01-05T00:00:00.000Z', expiresAt: null, revokedAt: null };
  await db.write((tx) =>
    insertAll(tx, ApiToken, [{ id, userId, name: 'x', secretHash: sha256(newSecret()), ...times }]),
  );
  return { params: [id] };
};
const doubled: Request = async ({ cast }, _, part) => {
  const body = { currentPassword: password, newPassword: 'another password, longer' };
  return part === 'nobody' ? { body } : { body, headers: (await cast.session(await cast.double(part))).headers };
};

const questioned = async (stage: Stage, signed = true): Promise<Call> => {
  const { itemId } = await stage.questioned();
  const call = { params: [itemId] };
  if (signed) await stage.by('lead assessor', 'POST /api/questionings/:id/signature', { ...call, body: {} });
  return call;
};

/** A notice to the candidate, with a secret in its link. */
const notice = ({ cast, db }: Stage, bodyId: string): Promise<string> => {
  const at = '2026-03-01T00:00:00.000Z';
  const to = { userId: cast.ids.candidate };
  const params = { candidate: '某人', document: '某單元', until: '2026-03-15' };
  const told = { to, bodyId, params, link: '/report/secret' as const, causeId: newId(), at };
  return db.write((tx) => notify(tx, { kind: 'third_party_invitation', ...told }));
};
const failedNotice = async (stage: Stage, bodyId: string): Promise<string> => {
  const id = await notice(stage, bodyId);
  await stage.db.write((tx) => tx.update(Notice, { id }, { nextAttemptAt: null }));
  return id;
};

const method = { key: 'X1', name: '模擬演練', source: 'own', reason: '現場無法停機', needsAllOf: [['demonstration']] };
const plan = { basedOnVersion: 0, methods: [method] };
const planned = async (stage: Stage): Promise<{ id: string; contentSha256: string }> => {
  const { assessmentId } = await stage.assessment();
  return stage.by('lead assessor', 'POST /api/assessments/:id/plans', { params: [assessmentId], body: plan });
};
const acknowledgement = ({ id, contentSha256 }: Awaited<ReturnType<typeof planned>>): Call => ({
  params: [id],
  body: { contentSha256, privacyNoticeAcknowledged: true },
});

const visit = (bodyId: string): Call => ({
  query: `?bodyId=${bodyId}&workplace=${encodeURIComponent('台北門市')}&day=2099-12-31`,
});

/** A valid request for every row of the table, about subjects of its own wherever it changes something. */
export const requests: Record<RowName, Request> = {
  'GET /health': plain,
  'GET /ready': plain,
  'GET /api/openapi.json': plain,
  'GET /api/docs': plain,
  'GET /api/docs/': plain,
  'GET /api/docs/index.html': plain,
  'GET /api/docs/LICENSE': plain,
  'GET /api/docs/swagger-ui-init.js': plain,
  'GET /api/docs/docs/swagger-ui-init.js': plain,
  'GET /api/docs-yaml': plain,

  'POST /api/session': async (stage) => {
    const user = await stage.db.read.findOneBy(User, { id: await somebody(stage) });
    return { body: { email: user!.email, password } };
  },
  'GET /api/session': plain,
  'DELETE /api/session': async (stage, _, part) => ({ headers: (await session(stage, part)).headers }),
  'PUT /api/password': doubled,
  'GET /api/sessions': plain,
  'DELETE /api/sessions/:id': async (stage, _, part) => ({ params: [(await session(stage, part)).id] }),
  'DELETE /api/sessions/:id — of somebody else': async ({ cast }) => ({
    params: [(await cast.session(await cast.double('officer'))).id],
  }),
  'GET /api/api-tokens': plain,
  'POST /api/api-tokens': () => ({ body: { name: '機器', expiresAt: '2099-01-01T00:00:00Z' } }),
  'DELETE /api/api-tokens/:id': (stage, _, part) => token(stage, part),
  'DELETE /api/api-tokens/:id — of somebody else': (stage, _, part) =>
    token(stage, part === 'officer' ? 'administrator' : 'officer'),
  'GET /api/me': plain,
  'PATCH /api/me': () => ({ body: { locale: 'en' } }),

  'GET /api/training-bodies': plain,
  'POST /api/training-bodies': () => ({ body: { name: '新機構' } }),
  'GET /api/training-bodies/:id': home,
  'PATCH /api/training-bodies/:id': async (stage) => {
    const params = [stage.cast.home];
    const { revision } = await stage.by('administrator', 'GET /api/training-bodies/:id', { params });
    const body = { name: '改名' };
    return { params, body, headers: { 'if-match': `"${revision}"` } };
  },
  'GET /api/training-bodies/:bodyId/rule-settings': home,
  'GET /api/training-bodies/:bodyId/rule-settings/versions': home,
  'PUT /api/training-bodies/:bodyId/rule-settings': async (stage) => {
    const params = [stage.cast.home];
    const { version, settings } = await stage.by('officer', 'GET /api/training-bodies/:bodyId/rule-settings', {
      params,
    });
    // Sixty cells of a matrix are tried with the settings, not here.
    const classScheme = undefined;
    const body = { ...settings, classScheme, reason: '年度檢討', currencyWindowMonths: 36 + (version % 2) };
    return { params, body, headers: { 'if-match': `"${version}"` } };
  },
  'GET /api/training-bodies/:bodyId/templates/:kind': ({ cast }) => ({ params: [cast.home, 'certificate'] }),
  'PUT /api/training-bodies/:bodyId/templates/:kind': async (stage) => {
    const params = [stage.cast.home, 'certificate'];
    const { version } = await stage.by('officer', 'GET /api/training-bodies/:bodyId/templates/:kind', { params });
    const accent = version % 2 === 0 ? '#1f3d5c' : '#5c1f3d';
    return { params, body: { accent }, headers: { 'if-match': `"${version}"` } };
  },
  'POST /api/training-bodies/:bodyId/templates/:kind/preview': ({ cast }) => ({
    params: [cast.home, 'appeal'],
    body: { accent: '#1f3d5c' },
  }),
  'GET /api/signing-state': plain,
  'GET /api/training-bodies/:bodyId/trust/root.pem': home,
  'GET /api/training-bodies/:bodyId/trust/bundle': home,
  'GET /api/training-bodies/:bodyId/trust/chain.pem': home,
  'GET /api/training-bodies/:bodyId/trust/issuing.crl': home,
  'GET /api/training-bodies/:bodyId/trust/root.crl': home,
  'GET /api/training-bodies/:bodyId/trust/crls/:issuerId.crl': async ({ cast, world }) => ({
    params: [cast.home, (await world.app.get(Authorities).authority(cast.home)).issuing.id],
  }),
  'GET /training-bodies/:bodyId/did.json': home,
  'GET /training-bodies/:bodyId/status-lists/:number': async (stage) => {
    const { list } = await stage.db.write((tx) => takePlace(tx, stage.cast.home, '2026-03-01T00:00:00.000Z'));
    return { params: [stage.cast.home, String(list)] };
  },
  'GET /api/training-bodies/:bodyId/people': home,
  'POST /api/training-bodies/:bodyId/people': person('candidate'),
  'POST /api/training-bodies/:bodyId/people — as an assessor': person('candidate', 'assessor'),
  'POST /api/training-bodies/:bodyId/people/:userId/password-reset': reset(somebody),
  'POST /api/training-bodies/:bodyId/people/:userId/password-reset — of one who is also elsewhere': reset(
    async (stage) => {
      const id = await somebody(stage);
      await stage.cast.membership(id, stage.cast.away);
      return id;
    },
  ),
  'POST /api/training-bodies/:bodyId/people/:userId/password-reset — of one who was elsewhere before': reset(
    async (stage) => {
      const id = await somebody(stage);
      await stage.cast.membership(id, stage.cast.away, 'candidate', '2026-02-01T00:00:00.000Z');
      return id;
    },
  ),
  'POST /api/training-bodies/:bodyId/people/:userId/password-reset — of the operator': reset((stage) =>
    somebody(stage, { operator: true }),
  ),
  'POST /api/training-bodies/:bodyId/people/:userId/password-reset — of another body': reset(stranger),
  'POST /api/training-bodies/:bodyId/memberships': member(somebody),
  'POST /api/training-bodies/:bodyId/memberships — for one of another body': member(stranger),
  'POST /api/training-bodies/:bodyId/memberships/:id/ending': async (stage) => ({
    params: [stage.cast.home, await stage.cast.membership(await somebody(stage), stage.cast.home)],
  }),
  'POST /api/training-bodies/:bodyId/memberships/:id/ending — of another body': async (stage) => ({
    params: [stage.cast.home, await stage.cast.membership(await stranger(stage), stage.cast.away)],
  }),
  'GET /api/training-bodies/:bodyId/qualifications': home,
  'POST /api/training-bodies/:bodyId/qualifications': qualified(somebody),
  'POST /api/training-bodies/:bodyId/qualifications — for one of another body': qualified(stranger),
  'POST /api/training-bodies/:bodyId/qualifications/:id/revocation': async (stage) => ({
    params: [stage.cast.home, await stage.cast.qualification(await somebody(stage))],
  }),
  'POST /api/training-bodies/:bodyId/qualifications/:id/revocation — of another body': async (stage) => ({
    params: [stage.cast.home, await stage.cast.qualification(await stranger(stage), stage.cast.away)],
  }),

  'GET /api/training-bodies/:bodyId/retention': home,
  'GET /api/training-bodies/:bodyId/tombstones': home,
  'POST /api/training-bodies/:bodyId/retention/deletions/preview': (stage) => previewed(stage, stage.cast.home),
  'POST /api/training-bodies/:bodyId/retention/deletions/preview — of another body’s': (stage) =>
    previewed(stage, stage.cast.away),
  'POST /api/training-bodies/:bodyId/retention/deletions': (stage) => deletion(stage, stage.cast.home),
  'POST /api/training-bodies/:bodyId/retention/deletions — of another body’s': (stage) =>
    deletion(stage, stage.cast.away),
  'PATCH /api/training-bodies/:bodyId/people/:userId': corrected(somebody),
  'PATCH /api/training-bodies/:bodyId/people/:userId — of one who is also elsewhere': corrected(async (stage) => {
    const id = await somebody(stage);
    await stage.cast.membership(id, stage.cast.away);
    return id;
  }),
  'PATCH /api/training-bodies/:bodyId/people/:userId — of another body': corrected(stranger),
  'GET /api/training-bodies/:bodyId/people/:userId/corrections — the candidate’s': ({ cast }) => ({
    params: [cast.home, cast.ids.candidate],
  }),
  'GET /api/training-bodies/:bodyId/people/:userId/export': async (stage) => ({
    params: [stage.cast.home, await somebody(stage)],
  }),
  'GET /api/training-bodies/:bodyId/people/:userId/export — of another body': async (stage) => ({
    params: [stage.cast.home, await stranger(stage)],
  }),
  'GET /api/me/export': plain,
  'POST /api/me/correction-requests': () => ({ body: { field: 'name', value: '王小明', reason: '改名' } }),
  'POST /api/assessments/:id/holds': about(() => ({ body: { id: randomUUID(), reason: '調查中' } })),
  'POST /api/holds/:id/release': about(async ({ assessmentId }, stage) => ({
    params: [await placedHold(stage, assessmentId)],
  })),

  'GET /api/training-bodies/:bodyId/notices': home,
  'POST /api/training-bodies/:bodyId/notices/:id/resend': async (stage) => ({
    params: [stage.cast.home, await failedNotice(stage, stage.cast.home)],
  }),
  'POST /api/training-bodies/:bodyId/notices/:id/resend — of another body': async (stage) => ({
    params: [stage.cast.home, await failedNotice(stage, stage.cast.away)],
  }),
  'GET /api/me/notices': plain,
  'GET /api/me/reminders': plain,
  'GET /api/notices/:id — the candidate’s': async (stage) => ({ params: [await notice(stage, stage.cast.home)] }),

  'POST /api/competency-documents': (stage) => ({ body: form({}, [['file', stage.newSource(), 'x.txt']]) }),
  'GET /api/competency-documents': plain,
  'GET /api/competency-documents/by-code/:code': () => ({ params: ['KMM5R0915v2'] }),
  'GET /api/competency-documents/:id': guided,
  'GET /api/competency-documents/:id/versions': guided,
  'GET /api/competency-documents/:id/report': guided,
  'GET /api/competency-documents/:id/interchange': guided,
  'GET /api/competency-documents/:id/source': guided,
  'GET /api/competency-documents/:id/guide': guided,
  'GET /api/ims/case/v1p1/CFDocuments': plain,
  'GET /api/ims/case/v1p1/CFDocuments/:sourcedId': guided,
  'GET /api/ims/case/v1p1/CFPackages/:sourcedId': guided,
  'GET /api/ims/case/v1p1/CFItems/:sourcedId': inPackage((pack) => pack.CFItems[0]!.identifier),
  'GET /api/ims/case/v1p1/CFItemAssociations/:sourcedId': inPackage((pack) => pack.CFItems[0]!.identifier),
  'GET /api/ims/case/v1p1/CFAssociations/:sourcedId': inPackage((pack) => pack.CFAssociations[0]!.identifier),
  'GET /api/ims/case/v1p1/CFItemTypes/:sourcedId': inPackage((pack) => pack.CFItems[0]!.CFItemTypeURI.identifier),

  'POST /api/training-bodies/:bodyId/assessments': enrolment(() => Promise.resolve({})),
  'POST /api/training-bodies/:bodyId/assessments — of a candidate of another body': enrolment(async (stage) => ({
    candidateId: await stranger(stage),
  })),
  'POST /api/training-bodies/:bodyId/assessments — led from another body': enrolment(async (stage) => ({
    leadAssessorId: await stranger(stage),
  })),
  'GET /api/assessments': plain,
  'GET /api/assessments/:id': read('assessmentId'),
  'POST /api/assessments/:id/assignments': about((_, { cast }) => ({
    body: { userId: cast.ids['unassigned assessor'], duty: 'assessor' },
  })),
  'POST /api/assessments/:id/assignments — of one of another body': about((_, { cast }) => ({
    body: { userId: cast.ids['other body'], duty: 'assessor' },
  })),
  'POST /api/assessments/:id/assignments/:assignmentId/ending': about(async ({ assessmentId }, stage) => ({
    params: [assessmentId, await stage.assignment(assessmentId, stage.cast.ids['unassigned verifier'])],
  })),
  'POST /api/assessments/:id/assignments/:assignmentId/ending — of another assessment': about(
    async ({ assessmentId }, stage) => {
      const other = (await stage.assessment()).assessmentId;
      return { params: [assessmentId, await stage.assignment(other, stage.cast.ids['unassigned verifier'])] };
    },
  ),
  'PATCH /api/assessments/:id/enrolment': about(() => ({ body: { workplace: '台北門市', cohort: null } })),
  'POST /api/assessments/:id/interest-declarations': about(() => ({ body: { conflict: false, statement: '無' } })),

  'GET /api/assessments/:assessmentId/plan/proposal': about(() => ({})),
  'POST /api/assessments/:assessmentId/plans': about(() => ({ body: plan })),
  'GET /api/assessments/:assessmentId/plans': about(() => ({})),
  'GET /api/plans/:id': async (stage) => ({ params: [(await planned(stage)).id] }),
  'POST /api/plans/:id/acknowledgement': async (stage) => acknowledgement(await planned(stage)),
  'POST /api/plans/:id/acknowledgement — again': async (stage) => {
    const call = acknowledgement(await planned(stage));
    await stage.by('candidate', 'POST /api/plans/:id/acknowledgement', call);
    return call;
  },

  'POST /api/assessments/:id/withdrawal': about(() => ({ body: reason })),
  'OPTIONS /api/uploads': plain,
  'POST /api/uploads': about(({ assessmentId }) => ({ params: [], headers: upload(assessmentId) })),
  'GET /api/uploads/:id': uploaded,
  'PATCH /api/uploads/:id': async (stage, ...rest) => ({
    ...(await uploaded(stage, ...rest)),
    body: new Uint8Array([52, 50]),
    headers: { 'Tus-Resumable': '1.0.0', 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' },
  }),
  'DELETE /api/uploads/:id': async (stage, ...rest) => ({
    ...(await uploaded(stage, ...rest)),
    headers: { 'Tus-Resumable': '1.0.0' },
  }),
  'POST /api/assessments/:assessmentId/evidence': about(() => ({
    body: form({ title: '作品' }, [['files', randomUUID(), '作品.txt']]),
  })),
  'GET /api/assessments/:assessmentId/evidence': read('assessmentId'),
  'GET /api/evidence/:id': read('itemId'),
  'GET /api/evidence/:id — a draft': readDraft('itemId'),
  'PATCH /api/evidence/:id': about(({ itemId }, stage) => correction(stage, itemId, 'candidate')),
  'PATCH /api/evidence/:id — the lead’s own': async (stage) =>
    correction(stage, (await stage.assessorsItem()).itemId, 'lead assessor'),
  'POST /api/evidence/:id/files': about(({ itemId }) => ({ params: [itemId], body: files() })),
  'POST /api/evidence/:id/files — the lead’s draft': aboutDraft(({ itemId }) => ({ params: [itemId], body: files() })),
  'GET /api/evidence/:id/files/:fileId/content': read('itemId', 'fileId'),
  'GET /api/evidence/:id/files/:fileId/content — of a draft': readDraft('itemId', 'fileId'),
  'GET /api/evidence/:id/files/:fileId/content — of another item': read('otherItemId', 'fileId'),
  'GET /api/evidence/:id/files/:fileId/content — a redacted original': aboutRedacted(({ itemId, fileId }) => [
    itemId,
    fileId,
  ]),
  'GET /api/evidence/:id/files/:fileId/content — the redacted copy': aboutRedacted(({ itemId, copyId }) => [
    itemId,
    copyId,
  ]),
  'POST /api/evidence/:id/files/:fileId/redaction': async (stage) => {
    const { itemId, fileId } = await stage.filed();
    return { params: [itemId, fileId], body: redaction() };
  },
  'POST /api/evidence/:id/files/:fileId/redaction — of a draft': aboutDraft(({ itemId, fileId }) => ({
    params: [itemId, fileId],
    body: redaction(),
  })),
  'GET /api/assessments/:assessmentId/evidence-accesses': read('assessmentId'),
  'POST /api/assessments/:assessmentId/declarations': about(({ itemId }) => ({ body: { itemIds: [itemId] } })),
  'POST /api/assessments/:assessmentId/declarations — of a draft': aboutDraft(({ assessmentId, itemId }) => ({
    params: [assessmentId],
    body: { itemIds: [itemId] },
  })),
  'POST /api/assessments/:assessmentId/declarations — of another assessment’s item': about(async (_, stage) => ({
    body: { itemIds: [(await stage.assessment()).itemId] },
  })),
  'POST /api/evidence/:id/declaration': about(({ itemId }) => ({ params: [itemId] })),
  'POST /api/evidence/:id/declaration — of a draft': readDraft('itemId'),
  'POST /api/evidence/:id/withdrawal': about(({ itemId }) => ({ params: [itemId], body: reason })),
  'POST /api/evidence/:id/withdrawal — of the lead’s own': async (stage) => ({
    params: [(await stage.assessorsItem()).itemId],
    body: reason,
  }),
  'POST /api/evidence/:id/withdrawal — of the lead’s draft': aboutDraft(({ itemId }) => ({
    params: [itemId],
    body: reason,
  })),
  'POST /api/evidence/:id/checks': about(({ itemId }) => ({ params: [itemId], body: sighted })),
  'POST /api/evidence/:id/checks — of a draft': aboutDraft(({ itemId }) => ({ params: [itemId], body: sighted })),
  'POST /api/assessments/:assessmentId/claims': about(({ itemId }) => ({ body: claims(itemId) })),
  'POST /api/assessments/:assessmentId/claims — of a draft': aboutDraft(({ assessmentId, itemId }) => ({
    params: [assessmentId],
    body: claims(itemId),
  })),
  'POST /api/assessments/:assessmentId/claims — of another assessment’s item': about(async (_, stage) => ({
    body: claims((await stage.assessment()).itemId),
  })),
  'POST /api/assessments/:assessmentId/claims — at a place in another item': async (stage, { fileId }) => {
    const { assessmentId, itemId } = await stage.assessment();
    return { params: [assessmentId], body: claims(itemId, { fileId }) };
  },
  'GET /api/assessments/:assessmentId/claims': read('assessmentId'),
  'POST /api/claims/:id/withdrawal': about(({ claimId }) => ({ params: [claimId] })),
  'POST /api/claims/:id/withdrawal — of the lead’s on a draft': aboutDraft(({ claimId }) => ({ params: [claimId] })),

  'PUT /api/assessments/:assessmentId/observations/:id': about(({ assessmentId }) => ({
    params: [assessmentId, randomUUID()],
    body: observed,
  })),
  'PUT /api/assessments/:assessmentId/observations/:id — the lead’s': aboutDraft(({ assessmentId, itemId }) => ({
    params: [assessmentId, itemId],
    body: { ...observed, notes: '改寫' },
    headers: { 'if-match': '"1"' },
  })),
  'GET /api/assessments/:assessmentId/observations': read('assessmentId'),
  'GET /api/observations/:id': read('otherItemId'),
  'GET /api/observations/:id — a draft': readDraft('itemId'),
  'GET /api/observations/:id/signature': read('otherItemId'),
  'GET /api/observations/:id/signature — of a draft': readDraft('itemId'),
  'POST /api/observations/:id/signature': aboutDraft(({ itemId }) => ({ params: [itemId], body: {} })),
  'POST /api/observations/:id/signature — again': async (stage) => ({
    params: [(await stage.signed()).itemId],
    body: {},
  }),

  'PUT /api/assessments/:assessmentId/questionings/:id': about(({ assessmentId, itemId }) => ({
    params: [assessmentId, randomUUID()],
    body: { ...asked, about: [itemId] },
  })),
  'PUT /api/assessments/:assessmentId/questionings/:id — the lead’s': async (stage) => {
    const { assessmentId, itemId } = await stage.questioned();
    return { params: [assessmentId, itemId], body: { ...asked, notes: '改寫' }, headers: { 'if-match': '"1"' } };
  },
  'GET /api/assessments/:assessmentId/questionings': read('assessmentId'),
  'GET /api/questionings/:id': (stage) => questioned(stage),
  'GET /api/questionings/:id — a draft': (stage) => questioned(stage, false),
  'GET /api/questionings/:id/signature': (stage) => questioned(stage),
  'GET /api/questionings/:id/signature — of a draft': (stage) => questioned(stage, false),
  'POST /api/questionings/:id/signature': async (stage) => ({ ...(await questioned(stage, false)), body: {} }),
  'POST /api/questionings/:id/signature — again': async (stage) => ({ ...(await questioned(stage)), body: {} }),

  'POST /api/assessments/:assessmentId/invitations': about(() => ({ body: { id: randomUUID(), ...invited } })),
  'GET /api/assessments/:assessmentId/invitations': read('assessmentId'),
  'GET /api/invitations/:id': aboutInvitation(({ id }) => ({ params: [id] })),
  'POST /api/invitations/:id/revocation': aboutInvitation(({ id }) => ({ params: [id] })),
  'POST /api/invitations/:id/renewal': aboutInvitation(({ id }) => ({ params: [id] })),
  'GET /api/third-party-form': aboutInvitation(({ headers }) => ({ headers })),
  'GET /api/third-party-form — without the secret': plain,
  'PUT /api/third-party-form': aboutInvitation(({ headers }) => ({
    headers: { ...headers, 'if-match': '"1"' },
    body: reported,
  })),
  'POST /api/third-party-form/submission': async (stage) => {
    const { headers, contentSha256 } = await writtenReport(stage);
    return { headers, body: { accepted: true, contentSha256 } };
  },
  'GET /api/third-party-reports/:id': async (stage) => ({ params: [await submittedReport(stage)] }),

  'POST /api/assessments/:assessmentId/sittings': about(() => ({
    body: { id: randomUUID(), place: '門市', startedAt: observed.startedAt, endedAt: observed.endedAt, note: '同場' },
  })),
  'GET /api/assessments/:assessmentId/sittings': read('assessmentId'),
  'GET /api/sittings/:id': async (stage) => ({ params: [(await stage.sitting()).sittingId] }),
  'GET /api/sittings/:id — of drafts': async (stage) => ({ params: [(await stage.sitting(false)).sittingId] }),
  'POST /api/sittings/:id/conclusion': async (stage) => ({
    params: [(await stage.sitting()).sittingId],
    body: { id: randomUUID(), outcomes: [{ ref: '1.1', outcome: 'shown', reason: '一致' }], notes: '無異議' },
  }),

  'POST /api/assessments/:assessmentId/self-assessments': about(() => ({
    body: { ratings: [{ targetRef: '1.1', rating: 'partly', note: '還在練習' }] },
  })),
  'GET /api/assessments/:assessmentId/self-assessments': read('assessmentId'),
  'GET /api/assessments/:assessmentId/self-assessments/history': read('assessmentId'),
  'POST /api/assessments/:assessmentId/requests': about(() => ({ body: asking })),
  'GET /api/assessments/:assessmentId/requests': read('assessmentId'),
  'GET /api/assessments/:assessmentId/requests/suggestions': read('assessmentId'),
  'GET /api/requests/:id': aboutRequest(() => ({})),
  'POST /api/requests/:id/answers': aboutRequest(({ itemId }) => ({ body: { itemId } })),
  'POST /api/requests/:id/answers — with another assessment’s item': aboutRequest(async (_, stage) => ({
    body: { itemId: (await stage.assessment()).itemId },
  })),
  'POST /api/requests/:id/withdrawal': aboutRequest(() => ({ body: reason })),
  'GET /api/visit-plan': ({ cast }) => visit(cast.home),
  'POST /api/assessments/:assessmentId/judgements': about(({ claimId }) => ({
    body: { judgements: [{ claimId, decision: 'accepted', rules, reason: '清楚' }] },
  })),
  'GET /api/assessments/:assessmentId/judgements': read('assessmentId'),
  'GET /api/claims/:id/judgements': read('claimId'),
  'GET /api/claims/:id/judgements — of a draft': readDraft('claimId'),
  'GET /api/assessments/:id/coverage': read('assessmentId'),
  'POST /api/assessments/:id/waivers': about(async ({ assessmentId }, stage) => ({
    body: await waiving(stage, assessmentId),
  })),
  'GET /api/assessments/:id/waivers': read('assessmentId'),
  'POST /api/assessments/:id/waivers/:waiverId/withdrawal': about(async ({ assessmentId }, stage) => ({
    params: [assessmentId, await waived(stage, assessmentId)],
    body: reason,
  })),
  'POST /api/assessments/:id/waivers/:waiverId/withdrawal — of another assessment': about(
    async ({ assessmentId }, stage) => {
      const other = (await stage.assessment()).assessmentId;
      return { params: [assessmentId, await waived(stage, other)], body: reason };
    },
  ),
  'POST /api/assessments/:id/attributions': about(() => ({ body: attribution })),
  'GET /api/assessments/:id/attributions': read('assessmentId'),
  'POST /api/assessments/:id/attributions/:attributionId/withdrawal': about(async ({ assessmentId }, stage) => ({
    params: [assessmentId, await attributed(stage, assessmentId)],
  })),
  'POST /api/assessments/:id/attributions/:attributionId/withdrawal — of another assessment': about(
    async ({ assessmentId }, stage) => {
      const other = (await stage.assessment()).assessmentId;
      return { params: [assessmentId, await attributed(stage, other)] };
    },
  ),
  'GET /api/training-bodies/:bodyId/grid': ({ cast, documentId }) => ({
    params: [cast.home],
    query: `?documentId=${documentId}&limit=2000`,
  }),

  'POST /api/assessments/:assessmentId/verdicts': about(() => ({ body: notYet })),
  'POST /api/assessments/:assessmentId/verdict-preview': about(() => ({
    body: { reasons: '草稿', gaps: notYet.gaps, feedback: '草稿', nextStep: '草稿' },
  })),
  'POST /api/assessments/:assessmentId/verdict-preview/document': about(() => ({ body: notYet })),
  'GET /api/assessments/:assessmentId/verdict': read('assessmentId'),
  'GET /api/verdicts/:id/document': read('verdictId'),
  'GET /api/verdicts/:id/record': read('verdictId'),
  'POST /api/assessments/:id/reassessment': about(async ({ assessmentId }, stage) => {
    // The cast's other attempts at its document are open.
    const documentId = await documentWith(stage.db, { criteria: 2 });
    await stage.db.write((tx) => tx.update(Assessment, { id: assessmentId }, { documentId }));
    await stage.by('candidate', 'POST /api/assessments/:id/withdrawal', { params: [assessmentId], body: reason });
    return { body: { leadAssessorId: stage.cast.ids['lead assessor'], carryOver: 'all' } };
  }),
  'GET /api/assessments/:id/transition': about(async ({ assessmentId }, stage) => ({
    params: [assessmentId],
    query: `?documentId=${await nextVersionOf(stage.db, stage.documentId)}`,
  })),
  'POST /api/assessments/:id/transition': about(async (_, stage) => {
    const documentId = await nextVersionOf(stage.db, stage.documentId);
    const mapping = [{ from: '1.1', to: '1.1' }];
    return { body: { documentId, leadAssessorId: stage.cast.ids['lead assessor'], mapping } };
  }),
  'POST /api/verdicts/:verdictId/notification': aboutVerdict(() => ({ body: { channel: 'in_app' } }), false),
  'POST /api/verdicts/:verdictId/receipt': aboutVerdict(({ pdfSha256 }) => ({ body: { documentSha256: pdfSha256 } })),
  'POST /api/training-bodies/:bodyId/audit-packs': ({ cast }) => ({
    params: [cast.home],
    body: { cohort: '沒有這一梯', from: '2026-01-01', to: '2026-01-31' },
  }),
  'GET /api/training-bodies/:bodyId/log': home,
  'GET /api/training-bodies/:bodyId/audit-packs': async (stage) => {
    await packsMade(stage);
    return { params: [stage.cast.home] };
  },
  'GET /api/audit-packs/:id': async (stage) => ({ params: [await auditPack(stage)] }),
  'GET /api/audit-packs/:id/content': async (stage) => ({ params: [await auditPack(stage)] }),
  'POST /api/audit-packs/:id/cancellation': async (stage) => ({ params: [await auditPack(stage, 'cancelled')] }),
  'POST /api/training-bodies/:bodyId/sampling-plans': ({ cast }) => ({ params: [cast.home], body: samplingPlan }),
  'GET /api/training-bodies/:bodyId/sampling-plans': home,
  'GET /api/training-bodies/:bodyId/sampling-plans/:planId/draws/preview': async (stage) => ({
    params: [stage.cast.home, await planOfSamples(stage)],
  }),
  'POST /api/training-bodies/:bodyId/sampling-plans/:planId/draws': async (stage) => ({
    params: [stage.cast.home, await planOfSamples(stage)],
  }),
  'POST /api/training-bodies/:bodyId/sampling-plans/:planId/draws — of another body': async (stage) => ({
    params: [stage.cast.home, await planOfSamples(stage, stage.cast.away)],
  }),
  'GET /api/training-bodies/:bodyId/sampling-plans/:planId/samples': async (stage) => ({
    params: [stage.cast.home, await planOfSamples(stage)],
  }),
  'POST /api/samples/:id/assignment': async (stage, { assessmentId }) => ({
    params: [await sampled(stage, assessmentId)],
    body: { verifierId: await stage.cast.double('unassigned verifier') },
  }),
  'POST /api/assessments/:assessmentId/verifications': (_, { assessmentId }) => ({
    params: [assessmentId],
    body: verification,
  }),
  'GET /api/assessments/:assessmentId/verifications': read('assessmentId'),
  'POST /api/verifications/:id/completion': async (stage, { assessmentId }) => ({
    params: [await verified(stage, assessmentId)],
    body: { note: '已補記' },
  }),
  'GET /api/assessments/:assessmentId/blind-claims': async (stage) => ({
    params: [(await blindReview(stage)).assessmentId],
  }),
  'POST /api/assessments/:assessmentId/blind-judgements': async (stage) => {
    const { assessmentId, claimId } = await blindReview(stage);
    return { params: [assessmentId], body: blindAnswer(claimId) };
  },
  'GET /api/assessments/:assessmentId/judgements — of a blind review': async (stage) => ({
    params: [(await blindReview(stage)).assessmentId],
  }),

  'POST /api/verdicts/:verdictId/appeal': aboutVerdict(() => ({ body: { grounds: '觀察紀錄漏列一項。' } })),
  'GET /api/verdicts/:verdictId/standing': read('verdictId'),
  'GET /api/training-bodies/:bodyId/verifications': home,
  'GET /api/training-bodies/:bodyId/appeals': home,
  'GET /api/appeals/:id': aboutAppeal(),
  'GET /api/appeals/:id — that is withdrawn': aboutAppeal(async (id, stage) => {
    await stage.by('candidate', 'POST /api/appeals/:id/withdrawal', { params: [id], body: {} });
    return {};
  }),
  'POST /api/appeals/:id/withdrawal': aboutAppeal(() => ({ body: {} })),
  'GET /api/appeals/:id/verdict-document': aboutAppeal(),
  'POST /api/appeals/:id/decision': aboutAppeal(() => ({ body: dismissal })),
  'GET /api/appeals/:id/document': aboutAppeal(decideFirst),
  'GET /api/appeals/:id/record': aboutAppeal(decideFirst),
  'POST /api/assessments/:assessmentId/certificate': async (stage) => ({
    params: [await certifiable(stage)],
    body: {},
  }),
  'GET /api/training-bodies/:bodyId/certificates': home,
  'GET /api/me/certificates': plain,
  'GET /api/certificates/:id': async (stage) => ({ params: [await sharedCertificate(stage)] }),
  'GET /api/certificates/:id/document': async (stage) => ({ params: [await sharedCertificate(stage)] }),
  'GET /api/certificates/:id/record': async (stage) => ({ params: [await sharedCertificate(stage)] }),
  'GET /api/certificates/:id/credential': async (stage) => ({ params: [await sharedCertificate(stage)] }),
  'POST /api/certificates/:id/reissue': async (stage, _, part) => ({
    params: [await sharedCertificate(stage, part)],
    body: { reason: 'lost', note: '遺失補發' },
  }),
  'POST /api/certificates/:id/revocation': async (stage, _, part) => ({
    params: [await sharedCertificate(stage, part)],
    body: { reason: 'issued_in_error', note: '誤發' },
  }),
  'POST /api/certificates/:id/email': async (stage, _, part) => ({ params: [await sharedCertificate(stage, part)] }),
  'GET /api/training-bodies/:bodyId/certificate-batches/preview': home,
  'POST /api/training-bodies/:bodyId/certificate-batches': async (stage, { assessmentId }) => {
    await certificatesMade(stage);
    return { params: [stage.cast.home], body: { assessmentIds: [assessmentId] } };
  },
  'GET /api/training-bodies/:bodyId/certificate-batches': async (stage) => {
    await certificatesMade(stage);
    return { params: [stage.cast.home] };
  },
  'GET /api/certificate-batches/:id': async (stage) => ({ params: [await batch(stage)] }),
  'GET /api/certificate-batches/:id/items': async (stage) => ({ params: [await batch(stage)] }),
  'POST /api/certificate-batches/:id/cancellation': async (stage) => ({ params: [await batch(stage, 'cancelledAt')] }),
  'GET /api/training-bodies/:bodyId/agreement': home,
  'GET /api/training-bodies/:bodyId/assessor-register': home,
  'GET /verify': plain,
  'POST /verify': () => ({ body: form({}, [['file', '%PDF-1.7', '判定.pdf']]) }),
  'GET /api/verifications': (_, { number }) => ({ query: `?number=${number}&name=${encodeURIComponent('某人')}` }),
  'POST /api/verifications': () => ({ body: form({}, [['file', '%PDF-1.7', '判定.pdf']]) }),
  'GET /verify/style.css': plain,
  'GET /verify/:number': (_, { number }) => ({ params: [number] }),
};

type Look = Call & { for: string };

/** What is looked for, and where, for every row of the sights. */
export const looks: Record<SightName, (stage: Stage, shared: Shared) => Look | Promise<Look>> = {
  'GET /api/training-bodies — the home body': ({ cast }) => ({ for: cast.home }),
  'GET /api/assessments — an assessment': async (stage) => ({ for: (await stage.assessment()).assessmentId }),
  'GET /api/training-bodies/:bodyId/grid — an assessment': ({ cast, documentId }, { assessmentId }) => ({
    params: [cast.home],
    query: `?documentId=${documentId}&limit=2000`,
    for: assessmentId,
  }),
  'GET /api/visit-plan — an assessment': async (stage) => {
    const { assessmentId } = await stage.assessment();
    const call = { params: [assessmentId], body: { workplace: '台北門市' } };
    await stage.by('administrator', 'PATCH /api/assessments/:id/enrolment', call);
    return { ...visit(stage.cast.home), for: assessmentId };
  },
  'GET /api/training-bodies/:bodyId/qualifications — the lead’s': ({ cast }) => ({
    params: [cast.home],
    for: cast.ids['lead assessor'],
  }),
  'GET /api/notices/:id — the link with its secret': async (stage) => ({
    params: [await notice(stage, stage.cast.home)],
    for: '/report/secret',
  }),
  'GET /api/me/notices — the candidate’s': async (stage) => ({ for: await notice(stage, stage.cast.home) }),
  'GET /api/assessments/:assessmentId/evidence — a draft': lookForDraft,
  'GET /api/assessments/:assessmentId/claims — of a draft': lookForDraft,
  'GET /api/assessments/:assessmentId/observations — a draft': lookForDraft,
  'GET /api/assessments/:assessmentId/questionings — a draft': async (stage) => {
    const { assessmentId, itemId } = await stage.questioned();
    return { params: [assessmentId], for: itemId };
  },
  'GET /api/assessments/:assessmentId/sittings — of drafts': async (stage) => {
    const { assessmentId, sittingId } = await stage.sitting(false);
    return { params: [assessmentId], for: sittingId };
  },
  'GET /api/assessments/:id/coverage — a draft': lookForDraft,
};

function lookForDraft(_: Stage, { draft }: Shared): Look {
  return { params: [draft.assessmentId], for: draft.itemId };
}
