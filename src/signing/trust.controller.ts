import { Controller, Get, Header, Param, ParseUUIDPipe } from '@nestjs/common';
import { Public } from '../common/request.js';
import { Authorities } from './authorities.service.js';

const pem = 'application/pem-certificate-chain';

/** What anybody needs to check a training body's documents offline. */
@Public()
@Controller('training-bodies/:bodyId/trust')
export class TrustController {
  constructor(private readonly authorities: Authorities) {}

  /** The root certificate: import it to trust the body's signatures. */
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
}
