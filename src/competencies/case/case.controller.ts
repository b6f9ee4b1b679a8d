import { Controller, Get, Param, ParseUUIDPipe, Query, Res, UseFilters } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { CaseProblemFilter } from './case-problem.filter.js';
import { CFDocumentsQuery } from './case.dto.js';
import { CaseService } from './case.service.js';
import {
  type CFAssociationSetView,
  type CFAssociationView,
  type CFDocumentSetView,
  type CFDocumentView,
  type CFItemTypeSetView,
  type CFItemView,
  type CFPackageView,
} from './case.view.js';

/**
 * 1EdTech CASE 1.1, read only: every imported document for the systems of others. Sign in with an API token as
 * `Authorization: Bearer`. Errors are problem JSON that also has the status information of CASE.
 */
@UseFilters(CaseProblemFilter)
@Controller('ims/case/v1p1')
export class CaseController {
  constructor(private readonly cases: CaseService) {}

  /** The documents by code; `X-Total-Count` says how many there are, `Link` where the other pages are. */
  @Get('CFDocuments')
  async documents(
    @Query() query: CFDocumentsQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CFDocumentSetView> {
    const { documents, total } = await this.cases.documents(query);
    response.setHeader('X-Total-Count', String(total));
    response.setHeader('Link', linksOf(response.req, query, total));
    return { CFDocuments: documents as CFDocumentView[] };
  }

  @Get('CFDocuments/:sourcedId')
  async document(@Param('sourcedId', ParseUUIDPipe) id: string): Promise<CFDocumentView> {
    return this.cases.document(id);
  }

  /** A document with all its items, associations and the kinds of items in it. */
  @Get('CFPackages/:sourcedId')
  async package(@Param('sourcedId', ParseUUIDPipe) id: string): Promise<CFPackageView> {
    return this.cases.package(id);
  }

  @Get('CFItems/:sourcedId')
  async item(@Param('sourcedId', ParseUUIDPipe) id: string): Promise<CFItemView> {
    return this.cases.item(id);
  }

  /** An item, and every association from it or to it. */
  @Get('CFItemAssociations/:sourcedId')
  async itemAssociations(@Param('sourcedId', ParseUUIDPipe) id: string): Promise<CFAssociationSetView> {
    return this.cases.itemAssociations(id);
  }

  @Get('CFAssociations/:sourcedId')
  async association(@Param('sourcedId', ParseUUIDPipe) id: string): Promise<CFAssociationView> {
    return this.cases.association(id);
  }

  /** A kind of items, and the kinds below it. */
  @Get('CFItemTypes/:sourcedId')
  async itemTypes(@Param('sourcedId', ParseUUIDPipe) id: string): Promise<CFItemTypeSetView> {
    return { CFItemTypes: await this.cases.itemTypes(id) };
  }
}

/** Where the first, previous, next and last pages are (RFC 8288). */
function linksOf({ originalUrl }: Request, { limit, offset }: CFDocumentsQuery, total: number): string {
  const last = Math.max(0, Math.ceil(total / limit) - 1) * limit;
  const pages: [string, number | undefined][] = [
    ['first', 0],
    ['prev', offset > 0 ? Math.max(0, offset - limit) : undefined],
    ['next', offset + limit < total ? offset + limit : undefined],
    ['last', last],
  ];
  const [path, search] = originalUrl.split('?');
  return pages
    .flatMap(([relation, start]) => {
      if (start === undefined) return [];
      const query = new URLSearchParams(search);
      query.set('limit', String(limit));
      query.set('offset', String(start));
      return [`<${path}?${query.toString()}>; rel="${relation}"`];
    })
    .join(', ');
}
