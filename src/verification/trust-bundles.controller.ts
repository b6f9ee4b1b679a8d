import { Controller, Get, Header, Param, ParseUUIDPipe } from '@nestjs/common';
import { Public } from '../common/request.js';
import { TrustBundles } from './trust-bundles.service.js';

/** What anybody needs to check a training body's documents without a network. */
@Public()
@Controller('training-bodies/:bodyId/trust')
export class TrustBundlesController {
  constructor(private readonly bundles: TrustBundles) {}

  /** Roots, revocation lists and the documents that no longer stand, in one sealed file for the `verify` command. */
  @Get('bundle')
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="bundle.json"')
  @Header('Cache-Control', 'public, max-age=60')
  bundle(@Param('bodyId', ParseUUIDPipe) bodyId: string): Promise<string> {
    return this.bundles.of(bodyId);
  }
}
