import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { DomainError, found } from '../../common/errors.js';
import { Config } from '../../config.js';
import { Database } from '../../database/database.js';
import { CompetencyDocument } from '../competency-document.entity.js';
import { type CFDocumentsQuery } from './case.dto.js';
import {
  type CFAssociationSetView,
  type CFAssociationView,
  type CFDocumentView,
  type CFItemTypeView,
  type CFItemView,
  type CFPackageView,
} from './case.view.js';
import { type Address, addressesUnder, documentIdentifier, itemTypeIdentifier, mayBeOf } from './identifiers.js';
import { type CaseItemType, itemTypes } from './item-types.js';
import { type CaseSource, itemTypeOf, linkTo, packageOf, wholeDocumentOf } from './package.js';
import { choiceBy, only, orderBy } from './selection.js';

const identity = { id: true, code: true, baseCode: true, version: true, edition: true } as const;
const origin = { sourceSha256: true, importedAt: true, correction: true } as const;

/** A document without its long text. */
interface Known extends Omit<CaseSource, 'content'> {
  id: string;
  identifier: string;
}

/** Documents whose texts are in memory together. */
const atOnce = 20;

/** The catalogue as CASE 1.1 gives it out: to everybody signed in, as the catalogue's own policy has it. */
@Injectable()
export class CaseService {
  private readonly addressOf: Address;

  constructor(
    private readonly db: Database,
    config: Config,
  ) {
    this.addressOf = addressesUnder(config.publicUrl);
  }

  /** A page of the documents, and how many there are in all. */
  async documents(query: CFDocumentsQuery): Promise<{ documents: Partial<CFDocumentView>[]; total: number }> {
    const { limit, offset, filter, sort, fields } = query;
    const chosenBy = filter ? choiceBy(filter) : undefined;
    const order = sort ? orderBy(sort, query.orderBy) : undefined;
    const known = await this.known();
    const page = <T>(rows: T[]): T[] => rows.slice(offset, offset + limit);
    const read = await this.read(chosenBy || order ? known : page(known));
    const chosen = chosenBy ? read.filter(chosenBy) : read;
    const documents = chosenBy || order ? page(order ? chosen.sort(order) : chosen) : chosen;
    return {
      documents: fields ? documents.map((document) => only(fields.split(','), document)) : documents,
      total: chosenBy ? chosen.length : known.length,
    };
  }

  async document(identifier: string): Promise<CFDocumentView> {
    return wholeDocumentOf(await this.source(identifier), this.addressOf);
  }

  async package(identifier: string): Promise<CFPackageView> {
    return packageOf(await this.source(identifier), this.addressOf);
  }

  async item(identifier: string): Promise<CFItemView> {
    const { part, CFDocumentURI } = await this.find(identifier, ({ CFItems }) => CFItems);
    return { ...part, CFDocumentURI };
  }

  /** An item with every association that leads from it or to it. */
  async itemAssociations(identifier: string): Promise<CFAssociationSetView> {
    const { pack, part, CFDocumentURI } = await this.find(identifier, ({ CFItems }) => CFItems);
    const CFAssociations = pack.CFAssociations.filter(({ originNodeURI, destinationNodeURI }) =>
      [originNodeURI.identifier, destinationNodeURI.identifier].includes(identifier),
    );
    return { CFItem: { ...part, CFDocumentURI }, CFAssociations };
  }

  async association(identifier: string): Promise<CFAssociationView> {
    const { part, CFDocumentURI } = await this.find(identifier, ({ CFAssociations }) => CFAssociations);
    return { ...part, CFDocumentURI };
  }

  /** A kind of items, and then the kinds below it. */
  async itemTypes(identifier: string): Promise<CFItemTypeView[]> {
    const types = Object.keys(itemTypes) as CaseItemType[];
    const { hierarchyCode } = itemTypes[found(types.find((type) => itemTypeIdentifier(type) === identifier))];
    const below = types.filter((type) => `${itemTypes[type].hierarchyCode}.`.startsWith(`${hierarchyCode}.`));
    const [first] = (await this.known()).map(({ importedAt }) => importedAt).sort();
    return below.map((type) => itemTypeOf(type, found(first), this.addressOf));
  }

  /** A document by its identifier here, or by the id it has in the catalogue. */
  private async source(identifier: string): Promise<CaseSource> {
    const known = (await this.known()).find((one) => one.identifier === identifier || one.id === identifier);
    const [source] = await this.withContent([found(known)]);
    return found(source);
  }

  private async find<Part extends { identifier: string }>(identifier: string, parts: (pack: CFPackageView) => Part[]) {
    const possible = (await this.known()).filter((one) => mayBeOf(one.identifier, identifier));
    for (const source of await this.withContent(possible)) {
      const pack = packageOf(source, this.addressOf);
      const part = parts(pack).find((one) => one.identifier === identifier);
      if (part) return { pack, part, CFDocumentURI: linkTo(pack.CFDocument, pack.CFDocument.title) };
    }
    throw new DomainError('not_found');
  }

  /** Every document by its code, of each code the newest version first. */
  private async known(): Promise<Known[]> {
    const rows = await this.db.read.find(CompetencyDocument, {
      select: { ...identity, ...origin },
      order: { baseCode: 'ASC', version: 'DESC', edition: 'DESC' },
    });
    const newest = new Map(rows.toReversed().map(({ baseCode, id }) => [baseCode, id]));
    return rows.map((row) => ({
      ...row,
      identifier: documentIdentifier(row),
      replaced: newest.get(row.baseCode) !== row.id,
    }));
  }

  private async read(known: Known[]): Promise<CFDocumentView[]> {
    const documents: CFDocumentView[] = [];
    for (let from = 0; from < known.length; from += atOnce) {
      const sources = await this.withContent(known.slice(from, from + atOnce));
      documents.push(...sources.map((source) => wholeDocumentOf(source, this.addressOf)));
    }
    return documents;
  }

  private async withContent(known: Known[]): Promise<CaseSource[]> {
    const where = { id: In(known.map(({ id }) => id)) };
    const rows = await this.db.read.find(CompetencyDocument, { where, select: { id: true, content: true } });
    const contents = new Map(rows.map(({ id, content }) => [id, content]));
    return known.map((one) => ({ ...one, content: found(contents.get(one.id)) }));
  }
}
