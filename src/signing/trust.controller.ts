import { Controller, Get, Header, Param, ParseUUIDPipe, StreamableFile } from '@nestjs/common';
import { Public } from '../common/request.js';
import { Authorities } from './authorities.service.js';
import { PublishedLists } from './published-lists.service.js';

const pem = 'application/pem-certificate-chain';
const crl = 'application/pkix-crl';
/** A list is good for days; an hour late is soon enough, and spares the server. */
const cached = 'public, max-age=3600';

/** What anybody needs to check a training body's documents offline. */
@Public()
@Controller('training-bodies/:bodyId/trust')
export class TrustController {
  constructor(
    private readonly authorities: Authorities,
    private readonly lists: PublishedLists,
  ) {}

  /** The root certificate: import it to trust the body's signatures. Earlier roots that still count come after it. */
  @Get('root.pem')
  @Header('Content-Type', pem)
  async root(@Param('bodyId', ParseUUIDPipe) bodyId: string): Promise<string> {
    return (await this.authorities.trust(bodyId)).root;
  }

  /** The issuing certificate, then the root. */
  @Get('chain.pem')
  @Header('Content-Type', pem)
  async chain(@Param('bodyId', ParseUUIDPipe) bodyId: string): Promise<string> {
    return (await this.authorities.trust(bodyId)).chain;
  }

  /** The revocation list (CRL) of the issuing certificate: people's and seals' certificates. */
  @Get('issuing.crl')
  @Header('Content-Type', crl)
  @Header('Cache-Control', cached)
  async issuingList(@Param('bodyId', ParseUUIDPipe) bodyId: string): Promise<StreamableFile> {
    return new StreamableFile(await this.lists.of(bodyId, 'issuing'));
  }

  /** The revocation list (CRL) of the root: issuing certificates. */
  @Get('root.crl')
  @Header('Content-Type', crl)
  @Header('Cache-Control', cached)
  async rootList(@Param('bodyId', ParseUUIDPipe) bodyId: string): Promise<StreamableFile> {
    return new StreamableFile(await this.lists.of(bodyId, 'root'));
  }

  /** The revocation list of any issuer this body ever had: the address that certificates name. */
  @Get('crls/:issuerId.crl')
  @Header('Content-Type', crl)
  @Header('Cache-Control', cached)
  async list(
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Param('issuerId', ParseUUIDPipe) issuerId: string,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.lists.ofIssuer(bodyId, issuerId));
  }
}
