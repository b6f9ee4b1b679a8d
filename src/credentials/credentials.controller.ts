import { Controller, Get, Header, Param, ParseIntPipe, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { etagOf } from '../common/etag.js';
import { sha256 } from '../common/ids.js';
import { Public } from '../common/request.js';
import { DidDocuments } from './did-documents.service.js';
import { credentialType } from './jws.js';
import { StatusLists } from './status-lists.service.js';

/** For anybody who checks a credential. Outside /api, where did:web and the credentials themselves say it is. */
@Public()
@Controller('training-bodies/:bodyId')
export class CredentialsController {
  constructor(
    private readonly dids: DidDocuments,
    private readonly lists: StatusLists,
  ) {}

  /** The training body's DID document: the public keys of its seals. */
  @Get('did.json')
  @Header('Cache-Control', 'public, max-age=300')
  async did(@Param('bodyId', ParseUUIDPipe) bodyId: string, @Res() response: Response): Promise<void> {
    const document = await this.dids.of(bodyId);
    response.setHeader('Content-Type', 'application/did+json');
    response.send(Buffer.from(JSON.stringify(document)));
  }

  /** A status list credential: which of the body's credentials are revoked. */
  @Get('status-lists/:number')
  @Header('Cache-Control', 'public, max-age=300')
  async list(
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Param('number', ParseIntPipe) number: number,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const jwt = await this.lists.credential(bodyId, number);
    const tag = etagOf(sha256(jwt));
    response.setHeader('ETag', tag);
    if (request.get('if-none-match') === tag) return void response.status(304).end();
    response.setHeader('Content-Type', credentialType);
    response.send(Buffer.from(jwt));
  }
}
