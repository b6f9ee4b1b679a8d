/**
 * What 1EdTech's published JSON schema asks of an OpenBadgeCredential, in our own words and for the classes that we use:
 * required members, closed vocabularies, and the types of what may be there. The schema itself is not ours to hand on.
 * Source: Open Badges 3.0, ob_v3p0_achievementcredential_schema.json (JSON Schema 2019-09).
 */
const text = { type: 'string' };
const uri = { type: 'string', format: 'uri' };
const instant = { type: 'string', format: 'date-time', pattern: '(Z|[+-]\\d\\d:\\d\\d)$' };
const list = (items: object): object => ({ type: 'array', items });
/** A list of types among which these are. */
const typed = (...names: string[]): object => ({
  type: 'array',
  minItems: 1,
  items: text,
  allOf: names.map((name) => ({ contains: { const: name } })),
});
const either = (...names: string[]): object => ({
  anyOf: [{ enum: names }, { type: 'string', pattern: '^ext:[a-zA-Z0-9._-]+$' }],
});

const profile = {
  type: 'object',
  required: ['id', 'type'],
  properties: { id: uri, type: typed('Profile'), name: text, url: uri, email: text, description: text },
};
const alignment = {
  type: 'object',
  required: ['type', 'targetName', 'targetUrl'],
  properties: {
    type: typed('Alignment'),
    targetCode: text,
    targetDescription: text,
    targetName: text,
    targetFramework: text,
    targetType: either(
      ...['ceasn:Competency', 'ceterms:Credential', 'CFItem', 'CFRubric'],
      ...['CFRubricCriterion', 'CFRubricCriterionLevel', 'CTDL'],
    ),
    targetUrl: uri,
  },
};
const achievement = {
  type: 'object',
  required: ['id', 'type', 'criteria', 'description', 'name'],
  properties: {
    id: uri,
    type: typed('Achievement'),
    alignment: list(alignment),
    achievementType: either('Achievement', 'Assessment', 'Badge', 'Certificate', 'Competency', 'MicroCredential'),
    criteria: { type: 'object', properties: { id: uri, narrative: text } },
    description: text,
    humanCode: text,
    inLanguage: { type: 'string', pattern: '^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$' },
    name: text,
    version: text,
  },
};
const identity = {
  type: 'object',
  required: ['type', 'hashed', 'identityHash', 'identityType'],
  additionalProperties: false,
  properties: {
    type: { const: 'IdentityObject' },
    hashed: { type: 'boolean' },
    identityHash: text,
    identityType: either('name', 'sourcedId', 'systemId', 'userName', 'accountId', 'emailAddress', 'identifier'),
    salt: text,
  },
};
const subject = {
  type: 'object',
  required: ['type', 'achievement'],
  anyOf: [{ required: ['id'] }, { required: ['identifier'] }],
  properties: {
    id: uri,
    type: typed('AchievementSubject'),
    achievement,
    identifier: { ...list(identity), minItems: 1 },
    narrative: text,
  },
};

export const openBadgesSchema = {
  $schema: 'https://json-schema.org/draft/2019-09/schema',
  type: 'object',
  required: ['@context', 'id', 'type', 'credentialSubject', 'issuer', 'validFrom'],
  properties: {
    '@context': {
      type: 'array',
      minItems: 2,
      items: [
        { const: 'https://www.w3.org/ns/credentials/v2' },
        { type: 'string', pattern: '^https://purl\\.imsglobal\\.org/spec/ob/v3p0/context(-3\\.\\d\\.\\d)*\\.json$' },
      ],
    },
    id: uri,
    type: { allOf: [typed('VerifiableCredential'), { contains: { enum: ['AchievementCredential', 'OpenBadgeCredential'] } }] }, // prettier-ignore
    name: text,
    description: text,
    issuer: profile,
    validFrom: instant,
    validUntil: instant,
    awardedDate: instant,
    credentialSubject: subject,
    evidence: { type: 'array' },
    credentialSchema: list({ type: 'object', required: ['id', 'type'], properties: { id: uri, type: text } }),
    credentialStatus: { type: 'object', required: ['id', 'type'], properties: { id: uri, type: text } },
  },
};
