import { found } from '../common/errors.js';
import { type Reader } from '../database/database.js';
import { CompetencyDocument } from './competency-document.entity.js';

/** Code and name of a document, as people are told of it. */
export async function documentName(reader: Reader, id: string): Promise<string> {
  const select = { id: true, code: true, name: true } as const;
  const { code, name } = found(await reader.findOne(CompetencyDocument, { where: { id }, select }));
  return `${code} ${name}`;
}
