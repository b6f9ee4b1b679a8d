import { dateIn } from '../common/clock.js';
import { type AppealRecord } from '../documents/appeal-record.js';
import { renderAppeal } from '../documents/appeal.js';
import { type CertificateRecord } from '../documents/certificate-record.js';
import { renderCertificate } from '../documents/certificate.js';
import { type DocumentKind, type Look } from '../documents/look.js';
import { type Party, type PinnedCompetency, type VerdictRecord, type VerdictTarget } from '../documents/record.js';
import { renderVerdict } from '../documents/verdict.js';
import { type Locale } from '../i18n/i18n.js';
import { specimenTexts } from '../i18n/specimens.js';

export interface Specimen {
  body: Party;
  /** Stands for the day it is made. */
  at: string;
  locale: Locale;
  look: Look;
}

/** A made-up document of a kind, unsigned: nobody and nothing in it exists but the body and its look. */
export function renderSpecimen(kind: DocumentKind, specimen: Specimen): Promise<Buffer> {
  const { locale, look } = specimen;
  const options = { locale, look, mark: 'specimen' } as const;
  if (kind === 'verdict') return renderVerdict(verdict(specimen), options);
  if (kind === 'appeal') return renderAppeal(appeal(specimen), options);
  return renderCertificate(certificate(specimen), options);
}

const none = '0'.repeat(64);
const id = '00000000-0000-0000-0000-000000000000';
const documentNumber = 'TS-0000-0000-0000';

interface Common {
  documentNumber: string;
  verificationUrl: string;
  unit: PinnedCompetency;
  body: Party;
  pathway: 'training';
}

function common({ body, locale }: Specimen): Common {
  const { unit: name } = specimenTexts[locale];
  const unit = { code: 'XXX0X0000v1', version: 1, edition: 1, name, level: 3, sourceSha256: none } as const;
  return {
    documentNumber,
    verificationUrl: `https://example.org/verify/${documentNumber}`,
    unit: { kind: 'competency_unit', ...unit },
    body: { id: body.id, name: body.name },
    pathway: 'training',
  };
}

const person = (name: string): Party => ({ id, name });

function certificate(specimen: Specimen): CertificateRecord {
  const { at, locale, look } = specimen;
  const say = specimenTexts[locale];
  return {
    schema: 'touchstone/certificate/1',
    ...common(specimen),
    certificateNumber: '0000-000000',
    representative: look.representative,
    holder: { ...person(say.candidate), birthDate: null, maskedId: null },
    verdict: {
      ...{ id, documentNumber, recordSha256: none, pdfSha256: none },
      decidedOn: dateIn(at),
      decidedBy: person(say.assessor),
    },
    issuedAt: at,
    issuedOn: dateIn(at),
    replaces: null,
  };
}

function verdict(specimen: Specimen): VerdictRecord {
  const { at, locale } = specimen;
  const say = specimenTexts[locale];
  const assessor = { ...person(say.assessor), qualification: say.qualification };
  return {
    schema: 'touchstone/verdict/1',
    ...common(specimen),
    candidate: person(say.candidate),
    attempt: 1,
    previous: null,
    plan: null,
    leadAssessor: assessor,
    assessors: [assessor],
    outcome: 'competent',
    reasons: say.reasons,
    gaps: [],
    feedback: null,
    nextStep: null,
    decidedAt: at,
    decidedOn: dateIn(at),
    settings: {},
    targets: targets(say),
    items: [],
    sittings: [],
    claims: [],
    judgements: [],
    evaluatedRules: [],
    warnings: [],
    waivers: [],
    basisHash: none,
  };
}

function targets({ element, criterion, keyAspect }: (typeof specimenTexts)[Locale]): VerdictTarget[] {
  const line = { evidence: [], through: [] };
  return [
    { ...line, ref: 'E1', code: '1', type: 'element', parentRef: null, text: element, result: null },
    { ...line, ref: '1.1', code: '1.1', type: 'criterion', parentRef: 'E1', text: criterion, result: 'met' },
    { ...line, ref: 'KA1', code: 'KA1', type: 'key_aspect', parentRef: null, text: keyAspect, result: 'met' },
  ];
}

function appeal(specimen: Specimen): AppealRecord {
  const { at, locale } = specimen;
  const say = specimenTexts[locale];
  const day = dateIn(at);
  return {
    schema: 'touchstone/appeal/1',
    ...common(specimen),
    candidate: person(say.candidate),
    attempt: 1,
    verdict: {
      ...{ id, documentNumber, recordSha256: none, pdfSha256: none, outcome: 'not_yet_competent' },
      decidedBy: person(say.assessor),
      decidedAt: at,
      ...{ decidedOn: day, notifiedOn: day, appealUntil: day },
    },
    appeal: { id, grounds: say.grounds, filedAt: at, filedOn: day },
    outcome: 'upheld',
    reasons: say.reasons,
    verdictStands: false,
    decidedBy: { ...person(say.decider), role: 'administrator' },
    decidedAt: at,
    decidedOn: day,
  };
}
