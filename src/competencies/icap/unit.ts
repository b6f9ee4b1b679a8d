import { unitCode } from './codes.js';
import { levelField, pathOf, required } from './fields.js';
import { type CodedText, type CompetencyUnitDocument } from './interchange.js';
import { checkNotes } from './invariants.js';
import { termOf } from './notes.js';
import { readOutline, type Entry } from './ordinals.js';
import { joined } from './passage.js';
import { type Log } from './report.js';
import { type Row } from './rows.js';
import { bulletsOf } from './supplement.js';
import { readGuide } from './unit-guide.js';
import { readUnitNotes } from './unit-notes.js';
import { readUnitSource, unitListLabels, type UnitList, type UnitSource } from './unit-source.js';
import { tellDuplicates, tellNotes } from './wording.js';
import { createWriter, withRefs } from './writer.js';

/** Reads a 職能單元. Where the log then holds faults the document is incomplete and must not be used. */
export function readUnit(rows: readonly Row[], log: Log): CompetencyUnitDocument {
  const source = readUnitSource(rows, log);
  const outline = (list: UnitList, nameOf: (n: number, parent: Entry | null) => string) =>
    readOutline(piecesOf(source, list, log), nameOf, log);

  const elements = outline('elements', (n, parent) => (parent ? `${parent.number}.${n}` : `E${n}`));
  const skills = flat(outline('skills', coded('S')), log);
  const knowledge = flat(outline('knowledge', coded('K')), log);
  const guide = readGuide(
    outline('guide', (n) => `評量${n}`),
    log,
  );
  const printed = readUnitNotes(piecesOf(source, 'notes', log), log);

  const criteria = elements.flatMap((element) => element.children);
  const alike = [elements, criteria, skills, knowledge, guide.key_aspects, guide.contexts, guide.methods];
  const writer = createWriter([...source.fields.values(), ...alike.flat(), ...printed.all], log);
  const written = (entries: readonly Entry[]): CodedText[] => entries.map((entry) => writer.item(entry));
  const value = (name: string) => writer.text(required(source.fields, name, log)).text;

  for (const element of elements) {
    if (element.children.length === 0) log.fault('element_without_criterion', element, '', { code: element.name });
  }
  const level = levelField(source.fields, '職能單元級別', log);
  const document: CompetencyUnitDocument = {
    kind: 'competency_unit',
    code: readCode(source, level, log),
    name: value('職能單元名稱'),
    category: { path: pathOf(value('領域類別')) },
    level,
    elements: elements.map((element) => ({ ...writer.item(element), criteria: written(element.children) })),
    skills: written(skills),
    knowledge: knowledge.map((entry) => withRefs(writer.item(entry))),
    assessment_guide: {
      key_aspects: written(guide.key_aspects),
      contexts: written(guide.contexts),
      methods: written(guide.methods),
    },
    notes: [],
  };
  const notes = printed.notes.map(({ number, passage, bullets }) => {
    const { text } = writer.text(passage);
    return {
      number,
      term: termOf(text),
      text,
      bullets: bulletsOf(bullets, (bullet) => writer.text(bullet).text),
      line: passage.line,
    };
  });
  checkNotes(notes, log);
  tellNotes(notes, writer.references, log);
  for (const items of alike) tellDuplicates(items, log);
  document.notes = notes.sort((a, b) => a.number - b.number).map(({ line: _, ...note }) => note);
  return document;
}

function piecesOf({ lists }: UnitSource, list: UnitList, log: Log) {
  const found = lists.get(list);
  const section = unitListLabels[list];
  if (!found) log.fault('section_missing', { line: 1 }, '', { section });
  else if (found.pieces.length === 0) log.fault('section_empty', found, '', { section });
  return found?.pieces ?? [];
}

function readCode({ fields }: UnitSource, level: number, log: Log): string {
  const field = required(fields, '職能單元代碼', log);
  const raw = joined(field);
  if (raw === '') return '';
  const code = unitCode(raw);
  if (!code) log.fault('code_invalid', field, raw, { field: '職能單元代碼' });
  else if (code.level !== level) log.fault('unit_level_disagrees', field, raw, { code: code.code, expected: level });
  if (code && code.code !== raw) log.find('code_normalised', field, raw, { raw, code: code.code });
  return code?.code ?? '';
}

const coded = (letter: string) => (n: number, parent: Entry | null) =>
  parent ? `${parent.name}.${n}` : letter + String(n).padStart(2, '0');

// Skills and knowledge have no lists inside their entries.
function flat(entries: Entry[], log: Log): Entry[] {
  for (const { children } of entries) for (const child of children) log.fault('text_unplaced', child, joined(child));
  return entries;
}
