import { standardCode } from './codes.js';
import { levelField, pathOf, required } from './fields.js';
import { type Classified, type OccupationalStandardDocument } from './interchange.js';
import { joined } from './passage.js';
import { type Log } from './report.js';
import { type StandardSource } from './standard-source.js';
import { checkVersions } from './version-chain.js';
import { type Writer } from './writer.js';

type Identity = Omit<
  OccupationalStandardDocument,
  'duties' | 'competence_blocks' | 'attitudes' | 'notes' | 'supplementary'
>;

/** Everything above the body table: title, code, versions, name, classification, description and level, checked. */
export function readIdentity(source: StandardSource, writer: Writer, log: Log): Identity {
  const { fields, versions, title } = source;
  const value = (name: string) => writer.text(required(fields, name, log)).text;
  const classified = (name: string): Classified => ({ path: pathOf(value(name)), code: value(`${name}代碼`) });

  const code = readCode(source, log);
  const name = readName(source, writer, log);
  const classification = {
    category: classified('職類別'),
    occupation: classified('職業別'),
    industry: classified('行業別'),
  };
  checkCode(source, classification, name.value, log);

  const titleText = writer.printed(title);
  const expected = `${name.value}職能基準`;
  if (titleText === '') log.fault('section_missing', { line: 1 }, '', { section: '標題' });
  else if (titleText !== expected) log.find('title_differs', title, titleText, { expected });

  return {
    kind: 'occupational_competency_standard',
    code,
    title: titleText,
    name,
    versions: versions.map(({ line: _, ...version }) => version),
    classification,
    job_description: value('工作描述'),
    standard_level: levelField(fields, '基準級別', log),
  };
}

function readCode({ fields }: StandardSource, log: Log): string {
  const field = required(fields, '職能基準代碼', log);
  const raw = joined(field);
  if (raw === '') return '';
  const code = standardCode(raw);
  if (!code) log.fault('code_invalid', field, raw, { field: '職能基準代碼' });
  else if (code.code !== raw) log.find('code_normalised', field, raw, { raw, code: code.code });
  return code?.code ?? '';
}

function readName({ fields }: StandardSource, writer: Writer, log: Log): Identity['name'] {
  const [category, occupation] = ['職類', '職業'].map((name) => fields.get(name));
  const filled = [category, occupation].filter((field) => field && field.pieces.length > 0);
  const place = occupation ?? category ?? { line: 1 };
  if (filled.length === 0) log.fault('name_missing', place, '');
  if (filled.length === 2) log.fault('name_ambiguous', place, filled.map((field) => joined(field!)).join('／'));
  const choice = category && category.pieces.length > 0 ? 'category' : 'occupation';
  return { choice, value: filled[0] ? writer.text(filled[0]).text : '' };
}

function checkCode(
  { fields, versions, sections }: StandardSource,
  { category, occupation }: Identity['classification'],
  name: string,
  log: Log,
): void {
  if (sections.has('versions')) checkVersions(versions, log);
  const field = fields.get('職能基準代碼');
  const code = field && standardCode(joined(field));
  if (!code) return;
  if (code.category !== category.code) {
    log.fault('prefix_disagrees', field, code.code, { code: code.code, expected: category.code });
  }
  if (code.occupation !== occupation.code) {
    log.fault('occupation_disagrees', field, code.code, { code: code.code, expected: occupation.code });
  }
  const listed = versions.find((row) => standardCode(row.code)?.stem === code.stem && row.version === code.version);
  if (!listed) log.fault('version_unlisted', field, code.code, { code: code.code });
  else if (listed.name !== name) {
    log.fault('version_name_differs', listed, listed.name, { code: code.code, listed: listed.name, name });
  } else if (listed.status !== 'current') log.find('not_latest_version', field, code.code, { code: code.code });
}
