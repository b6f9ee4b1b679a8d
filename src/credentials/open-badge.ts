import { v5 } from 'uuid';
import { sha256 } from '../common/ids.js';
import { credentialTexts } from '../i18n/credentials.js';
import { fill, locales, type TextParams } from '../i18n/i18n.js';
import { type CredentialInput } from './input.js';

const contexts = ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'];
const schema = {
  id: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json',
  type: '1EdTechJsonSchemaValidator2019',
};
/** Of the achievements that bodies award: a body and a unit's edition always give the same one. */
const achievements = 'f2c1f0de-4f0a-5c39-9d4c-6d1b7b0a7f10';

type Key = keyof (typeof credentialTexts)['en'];

/** What the badge is about besides what the certificate says. */
export interface BadgeFrame {
  /** Of the credential. */
  id: string;
  /** The body's DID. */
  issuer: string;
  publicUrl: string;
  /** Where to look whether it was revoked. */
  status: object;
  /** Makes the hash of the e-mail address tell nothing to who meets it elsewhere. */
  salt: string;
}

/** Texts in Chinese, then in English: a wallet shows a text as it is, and the schema has room for one. */
function both(texts: readonly (readonly [Key, TextParams])[], separator = '\n'): string {
  const inOne = (locale: (typeof locales)[number]): string =>
    texts.map(([key, params]) => fill(credentialTexts[locale][key], params, locale)).join(locale === 'en' ? ' ' : '');
  return locales.map(inOne).join(separator);
}

/**
 * The payload of a certificate's Open Badge. The claims of the JWT only repeat members of the credential, which is
 * itself the payload. Sources: 1EdTech Open Badges 3.0, "AchievementCredential"; W3C VC-JOSE-COSE §3.1.
 */
export function openBadge({ certificate, documentId, holderEmail }: CredentialInput, frame: BadgeFrame): object {
  const { unit, body, certificateNumber: number, pathway, verdict, verificationUrl: url } = certificate;
  const { name, code, version, level } = unit;
  const urn = `urn:uuid:${frame.id}`;
  const about = { name, code, version };
  const levelLine: [Key, TextParams][] = level === null ? [] : [['level', { level }]];
  const describing: [Key, TextParams][] = [[`achievement_${unit.kind}`, about], ...levelLine, ['no_licence', {}]];
  const narrating: [Key, TextParams][] = [
    [`narrative_${pathway}`, { number, day: verdict.decidedOn }],
    ['check', { url }],
  ];
  return {
    '@context': contexts,
    id: urn,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: both([[`credential_name_${unit.kind}`, about]], ' / '),
    description: both(describing),
    issuer: { id: frame.issuer, type: ['Profile'], name: body.name, url: frame.publicUrl },
    validFrom: certificate.issuedAt,
    awardedDate: certificate.issuedAt,
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [identity('name', certificate.holder.name), ...hashedEmail(holderEmail, frame.salt)],
      achievement: {
        id: `urn:uuid:${v5(`${body.id} ${documentId}`, achievements)}`,
        type: ['Achievement'],
        achievementType: 'Competency',
        name,
        inLanguage: 'zh-TW',
        humanCode: code,
        version: String(version),
        description: both(describing),
        criteria: { narrative: both([[`criteria_${unit.kind}`, {}]], '\n\n') },
        alignment: [
          {
            type: ['Alignment'],
            targetCode: code,
            targetName: name,
            targetFramework: 'iCAP 職能發展應用平台',
            targetType: 'ext:CFDocument',
            targetUrl: `${frame.publicUrl}/api/ims/case/v1p1/CFDocuments/${documentId}`,
          },
        ],
      },
      narrative: both(narrating, '\n\n'),
    },
    credentialStatus: frame.status,
    credentialSchema: [schema],
    iss: frame.issuer,
    jti: urn,
    nbf: Math.floor(Date.parse(certificate.issuedAt) / 1000),
  };
}

const identity = (identityType: string, identityHash: string): object => ({
  type: 'IdentityObject',
  hashed: false,
  identityHash,
  identityType,
});

/** Whoever knows the address can tell that the badge is this person's; whoever does not, has to guess it. */
function hashedEmail(email: string | null, salt: string): object[] {
  if (email === null) return [];
  const identityHash = `sha256$${sha256(email.trim().toLowerCase() + salt)}`;
  return [{ type: 'IdentityObject', hashed: true, identityHash, identityType: 'emailAddress', salt }];
}
