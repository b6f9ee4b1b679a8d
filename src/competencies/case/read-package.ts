import {
  type Bullet,
  type CodedText,
  type CompetencyUnitDocument,
  type InterchangeDocument,
  type KnowledgeText,
  type Note,
  type OccupationalStandardDocument,
} from '../icap/interchange.js';
import { type CFPackageItemView, type CFPackageView } from './case.view.js';
import { type CaseItemType, isCaseItemType } from './item-types.js';

/** The package is not one of an iCAP document. */
export class UnreadablePackage extends Error {}

/** What `packageOf` put in the extensions of an item and of the document. */
interface ItemExtension {
  type: CaseItemType;
  block?: number;
  raw_code?: string;
  note_refs?: number[];
}
type UnitExtension = Pick<CompetencyUnitDocument, 'kind' | 'code' | 'level' | 'category'>;
type StandardExtension = Pick<
  OccupationalStandardDocument,
  'kind' | 'code' | 'name' | 'versions' | 'classification'
> & {
  level: number;
};

/**
 * The document that a package was made of, whole: texts and codes from the items, order and tree from the associations,
 * and from Touchstone's extensions what CASE has no field for. Throws `UnreadablePackage`.
 */
export function readPackage({ CFDocument, CFItems, CFAssociations }: CFPackageView): InterchangeDocument {
  const about = CFDocument.extensions?.touchstone as UnitExtension | StandardExtension | undefined;
  if (!about) throw new UnreadablePackage('The package was not made of an iCAP document');
  const items = new Map(CFItems.map((item) => [item.identifier, item]));
  const tree = new Map<string, { item: CFPackageItemView; place: number }[]>();
  for (const { associationType, originNodeURI, destinationNodeURI, sequenceNumber = 0 } of CFAssociations) {
    const item = items.get(originNodeURI.identifier);
    if (associationType !== 'isChildOf' || !item) continue;
    const siblings = tree.get(destinationNodeURI.identifier) ?? [];
    tree.set(destinationNodeURI.identifier, [...siblings, { item, place: sequenceNumber }]);
  }
  const under = (identifier: string, type: CaseItemType): CFPackageItemView[] =>
    (tree.get(identifier) ?? [])
      .toSorted((a, b) => a.place - b.place)
      .flatMap(({ item }) => (extensionOf(item).type === type ? [item] : []));
  const reader = { top: (type: CaseItemType) => under(CFDocument.identifier, type), under };
  if (about.kind === 'competency_unit') return readUnit(about, CFDocument.title, reader);
  return readStandard(about, CFDocument, reader);
}

interface Reader {
  top: (type: CaseItemType) => CFPackageItemView[];
  under: (identifier: string, type: CaseItemType) => CFPackageItemView[];
}

function readUnit(
  { kind, code, level, category }: UnitExtension,
  name: string,
  reader: Reader,
): CompetencyUnitDocument {
  const { top, under } = reader;
  return {
    kind,
    code,
    name,
    category,
    level,
    elements: top('element').map((item) => ({
      ...coded(item),
      criteria: under(item.identifier, 'criterion').map(coded),
    })),
    skills: top('skill').map(coded),
    knowledge: top('knowledge').map(coded) as KnowledgeText[],
    assessment_guide: {
      key_aspects: top('key_aspect').map(coded),
      contexts: top('context').map(coded),
      methods: top('method').map(coded),
    },
    notes: top('note').map((item) => ({ ...note(item), bullets: bullets(item, 'bullet', reader) })),
  };
}

function readStandard(
  { kind, code, level, name, versions, classification }: StandardExtension,
  { title, description = '' }: CFPackageView['CFDocument'],
  reader: Reader,
): OccupationalStandardDocument {
  const { top, under } = reader;
  const duties = top('duty').map((duty) => ({ duty, tasks: under(duty.identifier, 'task') }));
  const tasks = duties.flatMap((duty) => duty.tasks);
  const [knowledge, skills] = [top('knowledge'), top('skill')];
  const blocks = Math.max(0, ...[...tasks, ...knowledge, ...skills].map((item) => extensionOf(item).block ?? 0));
  const inBlock = (items: CFPackageItemView[], block: number) =>
    items.filter((item) => extensionOf(item).block === block);
  return {
    kind,
    code,
    title,
    name,
    versions,
    classification,
    job_description: description,
    standard_level: level,
    duties: duties.map(({ duty, tasks }) => ({
      ...coded(duty),
      tasks: tasks.map((task) => ({
        ...coded(task),
        level: levelOf(task),
        outputs: under(task.identifier, 'output').map(coded),
        indicators: under(task.identifier, 'indicator').map(coded),
      })),
    })),
    competence_blocks: Array.from({ length: blocks }, (_, i) => ({
      tasks: inBlock(tasks, i + 1).map((task) => task.humanCodingScheme ?? ''),
      level: levelOf(inBlock([...tasks, ...knowledge, ...skills], i + 1)[0]),
      knowledge: inBlock(knowledge, i + 1).map(coded) as KnowledgeText[],
      skills: inBlock(skills, i + 1).map(coded),
    })),
    attitudes: top('attitude').map((item) => ({ ...coded(item), name: item.abbreviatedStatement ?? '' })),
    notes: top('note').map((item) => {
      const found = bullets(item, 'bullet', reader);
      return { ...note(item), ...(found.length > 0 && { bullets: found }) };
    }),
    supplementary: top('supplement').map((item) => bullet(item, reader)),
  };
}

function coded(item: CFPackageItemView): CodedText {
  const { raw_code, note_refs } = extensionOf(item);
  return {
    code: item.humanCodingScheme ?? '',
    text: item.fullStatement,
    ...(raw_code !== undefined && { raw_code }),
    ...(note_refs !== undefined && { note_refs }),
  };
}

function note(item: CFPackageItemView): Note {
  const number = Number(/^註(\d{1,4})$/.exec(item.humanCodingScheme ?? '')?.[1]);
  if (!number) throw new UnreadablePackage('A note has no number');
  return { number, term: item.abbreviatedStatement ?? '', text: item.fullStatement };
}

const bullets = (item: CFPackageItemView, type: 'bullet', reader: Reader): Bullet[] =>
  reader.under(item.identifier, type).map((child) => bullet(child, reader));

function bullet(item: CFPackageItemView, reader: Reader): Bullet {
  return { text: item.fullStatement, children: bullets(item, 'bullet', reader) };
}

function levelOf(item: CFPackageItemView | undefined): number {
  const level = Number(/^職能級別 (\d)$/.exec(item?.educationLevel?.[0] ?? '')?.[1]);
  if (!level) throw new UnreadablePackage('A task has no level');
  return level;
}

function extensionOf(item: CFPackageItemView): ItemExtension {
  const extension = item.extensions?.touchstone as ItemExtension | undefined;
  if (!extension || !isCaseItemType(extension.type)) throw new UnreadablePackage('An item is not of an iCAP document');
  return extension;
}
