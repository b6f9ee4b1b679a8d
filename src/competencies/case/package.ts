import { type CompetencyDocument } from '../competency-document.entity.js';
import { type InterchangeDocument } from '../icap/interchange.js';
import {
  type CaseLink,
  type CFDocumentView,
  type CFItemTypeView,
  type CFPackageAssociationView,
  type CFPackageDocumentView,
  type CFPackageItemView,
  type CFPackageView,
} from './case.view.js';
import { type Address, documentIdentifier, itemTypeIdentifier, partIdentifier } from './identifiers.js';
import { type CaseItemType, itemTypes } from './item-types.js';
import { type Line, linesOf } from './lines.js';

const language = 'zh-TW';
/** Who promulgates iCAP documents. */
const creator = '勞動部勞動力發展署';

export type CaseSource = Pick<
  CompetencyDocument,
  'code' | 'version' | 'edition' | 'sourceSha256' | 'importedAt' | 'correction' | 'content'
> & {
  /** A newer version or a corrected edition is known here. */
  replaced: boolean;
};

/** A stored document as a CASE package: every line of it an item, its tree and its cross-references associations. */
export function packageOf(source: CaseSource, addressOf: Address): CFPackageView {
  const CFDocument = documentOf(source, addressOf);
  const writer = new Writer(CFDocument, addressOf);
  writer.add(linesOf(source.content), linkTo(CFDocument, CFDocument.title));
  const types = [
    ...new Set(writer.items.map(({ extensions }) => (extensions.touchstone as { type: CaseItemType }).type)),
  ];
  const CFItemTypes = types.map((type) => itemTypeOf(type, source.importedAt, addressOf));
  return { CFDocument, CFItems: writer.items, CFAssociations: writer.associations, CFDefinitions: { CFItemTypes } };
}

/** The document, as it stands in its package. */
function documentOf(source: CaseSource, addressOf: Address): CFPackageDocumentView {
  const { content, version, correction } = source;
  const identifier = documentIdentifier(source);
  const standard = content.kind === 'occupational_competency_standard';
  const own = standard ? content.versions.find((row) => row.version === version) : undefined;
  const paths = standard ? Object.values(content.classification).map(({ path }) => path) : [content.category.path];
  const subject = paths.filter((path) => path.length > 0).map((path) => path.join('／'));
  return {
    identifier,
    uri: addressOf('CFDocuments', identifier),
    caseVersion: '1.1',
    creator,
    title: standard ? content.title : content.name,
    lastChangeDateTime: source.importedAt,
    ...(standard && content.job_description && { description: content.job_description }),
    ...(subject.length > 0 && { subject }),
    language,
    version: String(version),
    adoptionStatus: source.replaced || own?.status === 'historical' ? 'Deprecated' : 'Adopted',
    ...(own && { statusStartDate: own.date }),
    ...(correction && { notes: correction }),
    extensions: { touchstone: { edition: source.edition, ...rest(content) } },
  };
}

/** The document as it stands alone, with the address of its package. */
export function wholeDocumentOf(source: CaseSource, addressOf: Address): CFDocumentView {
  const document = documentOf(source, addressOf);
  const uri = addressOf('CFPackages', document.identifier);
  return { ...document, CFPackageURI: linkTo({ identifier: document.identifier, uri }, document.title) };
}

/** What of a document is neither its lines nor in a field of CASE. */
function rest(content: InterchangeDocument): object {
  const { kind, code } = content;
  if (kind === 'competency_unit') return { kind, code, level: content.level, category: content.category };
  const { standard_level: level, name, versions, classification } = content;
  return { kind, code, level, name, versions, classification };
}

export function itemTypeOf(type: CaseItemType, lastChangeDateTime: string, addressOf: Address): CFItemTypeView {
  const identifier = itemTypeIdentifier(type);
  return {
    identifier,
    uri: addressOf('CFItemTypes', identifier),
    ...itemTypes[type],
    typeCode: type,
    lastChangeDateTime,
  };
}

export function linkTo({ identifier, uri }: { identifier: string; uri: string }, title: string): CaseLink {
  return { title: title.replace(/\s+/g, ' '), identifier, uri };
}

class Writer {
  readonly items: CFPackageItemView[] = [];
  readonly associations: CFPackageAssociationView[] = [];
  private readonly links = new Map<string, CaseLink>();

  constructor(
    private readonly document: CFPackageDocumentView,
    private readonly addressOf: Address,
  ) {}

  add(lines: Line[], parent: CaseLink): void {
    lines.forEach((line, index) => {
      const link = this.link(line);
      this.links.set(line.key, link);
      this.items.push(this.item(line));
      this.associate('isChildOf', link, parent, index + 1);
      for (const task of line.related) {
        const related = this.links.get(task);
        if (related) this.associate('isRelatedTo', link, related);
      }
      this.add(line.children, link);
    });
  }

  private item({ type, key, text, code, name, level, more }: Line): CFPackageItemView {
    const identifier = partIdentifier(this.document.identifier, key);
    const { title } = itemTypes[type];
    const typeId = itemTypeIdentifier(type);
    return {
      identifier,
      uri: this.addressOf('CFItems', identifier),
      fullStatement: text,
      ...(code && { humanCodingScheme: code }),
      ...(name && { abbreviatedStatement: name }),
      CFItemType: title,
      CFItemTypeURI: { title, identifier: typeId, uri: this.addressOf('CFItemTypes', typeId) },
      ...(level !== undefined && { educationLevel: [`職能級別 ${level}`] }),
      language,
      lastChangeDateTime: this.document.lastChangeDateTime,
      extensions: { touchstone: { type, ...more } },
    };
  }

  private link({ key, code, text }: Line): CaseLink {
    const identifier = partIdentifier(this.document.identifier, key);
    return linkTo({ identifier, uri: this.addressOf('CFItems', identifier) }, code ? `${code} ${text}` : text);
  }

  private associate(associationType: string, origin: CaseLink, destination: CaseLink, sequenceNumber?: number): void {
    const key = `${origin.identifier} ${associationType} ${destination.identifier}`;
    const identifier = partIdentifier(this.document.identifier, key);
    this.associations.push({
      identifier,
      uri: this.addressOf('CFAssociations', identifier),
      associationType,
      ...(sequenceNumber && { sequenceNumber }),
      originNodeURI: { ...origin, targetType: 'CASE' },
      destinationNodeURI: { ...destination, targetType: 'CASE' },
      lastChangeDateTime: this.document.lastChangeDateTime,
    });
  }
}
