import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Put, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Actor } from '../common/actor.js';
import { etagOf } from '../common/etag.js';
import { LowerCase } from '../common/lower-case.js';
import { CurrentActor } from '../common/request.js';
import { claimView } from '../evidence/evidence.view.js';
import { type NamedRecord } from '../evidence/record-kind.js';
import { SignRecord } from '../evidence/record.dto.js';
import { Records } from '../evidence/records.service.js';
import { Signatures } from '../evidence/signatures.service.js';
import { contentOf } from './content.js';
import { observationRecords } from './observation-records.js';
import { type Observation } from './observation.entity.js';
import { RecordObservation } from './observations.dto.js';
import {
  type ListedObservationView,
  type ObservationView,
  type SignatureView,
  type SignedObservationView,
  listedObservationView,
  observationView,
} from './observations.view.js';

@Controller()
export class ObservationsController {
  constructor(
    private readonly records: Records,
    private readonly signatures: Signatures,
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
    const put = { id, content: contentOf(input), ifMatch };
    const { named, created } = await this.records.put(actor, observationRecords, assessmentId, put);
    response.status(created ? 201 : 200);
    return tagged(response, named);
  }

  /** The observations of an assessment; of drafts only those I may see. */
  @Get('assessments/:assessmentId/observations')
  async list(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
  ): Promise<ListedObservationView[]> {
    return (await this.records.list(actor, observationRecords, assessmentId)).map(listedObservationView);
  }

  @Get('observations/:id')
  async find(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe, LowerCase) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ObservationView> {
    return tagged(response, await this.records.find(actor, observationRecords, id));
  }

  /** What a signature covers, or would cover now, word for word, with its hash. */
  @Get('observations/:id/signature')
  async signature(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe, LowerCase) id: string,
  ): Promise<SignatureView> {
    return { observationId: id, ...(await this.signatures.covered(actor, observationRecords, id)) };
  }

  /** Sign my observation: it is locked, and what was shown is claimed. */
  @Post('observations/:id/signature')
  @HttpCode(200)
  async sign(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe, LowerCase) id: string,
    @Body() input: SignRecord,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignedObservationView> {
    const seen = input.contentSha256 ?? null;
    const { named, claims } = await this.signatures.sign(actor, observationRecords, id, seen);
    return { observation: tagged(response, named), claims: claims.map(claimView) };
  }
}

function tagged(response: Response, named: NamedRecord<Observation>): ObservationView {
  response.setHeader('ETag', etagOf(named.record.revision));
  return observationView(named);
}
