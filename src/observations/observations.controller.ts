import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Injectable,
  Param,
  ParseUUIDPipe,
  type PipeTransform,
  Post,
  Put,
  Res,
} from '@nestjs/common';
import { type Response } from 'express';
import { type Actor } from '../common/actor.js';
import { etagOf } from '../common/etag.js';
import { CurrentActor } from '../common/request.js';
import { claimView } from '../evidence/evidence.view.js';
import { RecordObservation, SignObservation } from './observations.dto.js';
import { ObservationsService } from './observations.service.js';
import {
  type ListedObservationView,
  type NamedObservation,
  type ObservationView,
  type SignatureView,
  type SignedObservationView,
  listedObservationView,
  observationView,
} from './observations.view.js';
import { SignaturesService } from './signatures.service.js';

/** Ids made by clients come in either case; one record has one id. */
@Injectable()
class LowerCase implements PipeTransform<string, string> {
  transform(value: string): string {
    return value.toLowerCase();
  }
}

@Controller()
export class ObservationsController {
  constructor(
    private readonly observations: ObservationsService,
    private readonly signatures: SignaturesService,
  ) {}

  /**
   * Record an observation under an id of the client's making. To send the same again is harmless; to change a record
   * send its ETag as `If-Match`.
   */
  @Put('assessments/:assessmentId/observations/:id')
  async put(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
    @Param('id', ParseUUIDPipe, LowerCase) id: string,
    @Body() input: RecordObservation,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ObservationView> {
    const { named, created } = await this.observations.put(actor, assessmentId, id, input, ifMatch);
    response.status(created ? 201 : 200);
    return tagged(response, named);
  }

  /** The observations of an assessment; of drafts only those I may see. */
  @Get('assessments/:assessmentId/observations')
  async list(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
  ): Promise<ListedObservationView[]> {
    return (await this.observations.list(actor, assessmentId)).map(listedObservationView);
  }

  @Get('observations/:id')
  async find(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe, LowerCase) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ObservationView> {
    return tagged(response, await this.observations.find(actor, id));
  }

  /** What a signature covers, or would cover now, word for word, with its hash. */
  @Get('observations/:id/signature')
  async signature(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe, LowerCase) id: string,
  ): Promise<SignatureView> {
    return { observationId: id, ...(await this.signatures.covered(actor, id)) };
  }

  /** Sign my observation: it is locked, and what was shown is claimed. */
  @Post('observations/:id/signature')
  @HttpCode(200)
  async sign(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe, LowerCase) id: string,
    @Body() input: SignObservation,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignedObservationView> {
    const { named, claims } = await this.signatures.sign(actor, id, input.contentSha256 ?? null);
    return { observation: tagged(response, named), claims: claims.map(claimView) };
  }
}

function tagged(response: Response, named: NamedObservation): ObservationView {
  response.setHeader('ETag', etagOf(named.observation.revision));
  return observationView(named);
}
