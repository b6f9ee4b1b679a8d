import { Ajv2019 } from 'ajv/dist/2019.js';

/** The name of a kind or shape below, `list of` one, or a choice. */
type Kind = string | { enum: string[] };

/**
 * The shapes of CASE 1.1, taken down from 1EdTech’s published JSON Schema of a package
 * (https://purl.imsglobal.org/spec/case/v1p1/schema/json/case_v1p1_cfpackage-jsonschema1.json) and from the REST/JSON
 * binding 1.1, which adds what a resource has when it stands alone. Which fields there are, which are required and of
 * what kind is theirs; this list of them is ours, without their texts and without the parts that are not given out here
 * (concepts, subjects, licences, groupings, rubrics). A name ending in `!` is required; nothing else may be there.
 */

const text: Kind = 'text';
const thing = { 'identifier!': 'uuid', 'uri!': 'uri', 'lastChangeDateTime!': 'instant', extensions: 'free' };
const packageDocument = {
  ...thing,
  ...{
    frameworkType: text,
    caseVersion: { enum: ['1.1'] },
    'creator!': text,
    'title!': text,
    officialSourceURL: 'uri',
  },
  ...{
    publisher: text,
    description: text,
    subject: 'texts',
    subjectURI: 'list of Link',
    language: text,
    version: text,
  },
  ...{ adoptionStatus: text, statusStartDate: 'date', statusEndDate: 'date', licenseURI: 'Link', notes: text },
};
const packageItem = {
  ...thing,
  ...{ 'fullStatement!': text, alternativeLabel: text, CFItemType: text, humanCodingScheme: text },
  ...{ listEnumeration: text, abbreviatedStatement: text, conceptKeywords: 'texts', conceptKeywordsURI: 'Link' },
  ...{ notes: text, subject: 'texts', subjectURI: 'list of Link', language: text, educationLevel: 'texts' },
  ...{ CFItemTypeURI: 'Link', licenseURI: 'Link', statusStartDate: 'date', statusEndDate: 'date' },
};
const packageAssociation = {
  ...thing,
  ...{
    'associationType!': 'AssociationType',
    sequenceNumber: 'integer',
    notes: text,
    CFAssociationGroupingURI: 'Link',
  },
  ...{ 'originNodeURI!': 'NodeLink', 'destinationNodeURI!': 'NodeLink' },
};

const shapes: Record<string, Record<string, Kind>> = {
  Link: { 'title!': text, 'identifier!': 'uuid', 'uri!': 'uri' },
  NodeLink: { 'title!': text, 'identifier!': text, 'uri!': 'uri', targetType: { enum: ['CASE'] } },
  CFPckgDocument: packageDocument,
  CFDocument: { ...packageDocument, 'CFPackageURI!': 'Link' },
  CFPckgItem: packageItem,
  CFItem: { ...packageItem, 'CFDocumentURI!': 'Link' },
  CFPckgAssociation: packageAssociation,
  CFAssociation: { ...packageAssociation, CFDocumentURI: 'Link' },
  CFItemType: { ...thing, 'title!': text, 'description!': text, 'hierarchyCode!': text, typeCode: text },
  CFDefinition: { CFItemTypes: 'list of CFItemType', extensions: 'free' },
  CFPackage: {
    ...{ 'CFDocument!': 'CFPckgDocument', CFItems: 'list of CFPckgItem', CFAssociations: 'list of CFPckgAssociation' },
    ...{ CFDefinitions: 'CFDefinition', extensions: 'free' },
  },
  CFDocumentSet: { 'CFDocuments!': 'list of CFDocument' },
  CFAssociationSet: { 'CFItem!': 'CFItem', 'CFAssociations!': 'list of CFPckgAssociation' },
  CFItemTypeSet: { 'CFItemTypes!': 'list of CFItemType' },
};

/** UUIDs of versions 1 to 5 only; a list that stands alone in an answer is never empty. */
const kinds: Record<string, object> = {
  text: { type: 'string', minLength: 1 },
  texts: { type: 'array', items: { type: 'string' } },
  uri: { type: 'string', pattern: '^https?://[^\\s]+$' },
  uuid: { type: 'string', pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' },
  instant: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$' },
  date: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' },
  integer: { type: 'integer' },
  free: { type: 'object' },
  AssociationType: {
    enum: [
      ...['isChildOf', 'isPeerOf', 'isPartOf', 'exactMatchOf', 'precedes', 'isRelatedTo', 'replacedBy', 'exemplar'],
      ...['hasSkillLevel', 'isTranslationOf'],
    ],
  },
};

function schemaOf(kind: Kind): object {
  if (typeof kind !== 'string') return kind;
  if (kind.startsWith('list of ')) return { type: 'array', items: schemaOf(kind.slice('list of '.length)) };
  return kinds[kind] ?? { $ref: `#/$defs/${kind}` };
}

const $defs = Object.fromEntries(
  Object.entries(shapes).map(([name, fields]) => {
    const required = Object.keys(fields).flatMap((field) => (field.endsWith('!') ? [field.slice(0, -1)] : []));
    const properties = Object.fromEntries(
      Object.entries(fields).map(([field, kind]) => [field.replace('!', ''), schemaOf(kind)]),
    );
    return [name, { type: 'object', required, properties, additionalProperties: false }];
  }),
);
const ajv = new Ajv2019({ allErrors: true });

/** What is wrong with an answer as that class of CASE; nothing if it is as it should be. */
export function caseFaults(name: string, answer: unknown): string[] {
  const valid = ajv.compile({ $ref: `#/$defs/${name}`, $defs });
  return valid(answer) ? [] : valid.errors!.map(({ instancePath, message }) => `${instancePath} ${String(message)}`);
}
