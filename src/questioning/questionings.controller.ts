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
import { questioningRecords } from './questioning-records.js';
import { type Questioning } from './questioning.entity.js';
import { RecordQuestioning } from './questionings.dto.js';
import {
  type ListedQuestioningView,
  listedQuestioningView,
  type QuestioningSignatureView,
  type QuestioningView,
  questioningView,
  type SignedQuestioningView,
} from './questionings.view.js';

@Controller()
export class QuestioningsController {
  constructor(
    private readonly records: Records,
    private readonly signatures: Signatures,
  ) {}

  /**
   * Record what the candidate was asked under an id of the client's making. To send the same again is harmless; to
   * change a record send its ETag as `If-Match`. A recording goes to the files of the evidence item of the same id.
   */
  @Put('assessments/:assessmentId/questionings/:id')
  async put(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
    @Param('id', ParseUUIDPipe, LowerCase) id: string,
    @Body() input: RecordQuestioning,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<QuestioningView> {
    const put = { id, content: contentOf(input), ifMatch };
    const { named, created } = await this.records.put(actor, questioningRecords, assessmentId, put);
    response.status(created ? 201 : 200);
    return tagged(response, named);
  }

  /** The questioning records of an assessment, conversations about prior learning too; of drafts only those I may see. */
  @Get('assessments/:assessmentId/questionings')
  async list(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
  ): Promise<ListedQuestioningView[]> {
    return (await this.records.list(actor, questioningRecords, assessmentId)).map(listedQuestioningView);
  }

  @Get('questionings/:id')
  async find(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe, LowerCase) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<QuestioningView> {
    return tagged(response, await this.records.find(actor, questioningRecords, id));
  }

  /** What a signature covers, or would cover now, word for word, with its hash. */
  @Get('questionings/:id/signature')
  async signature(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe, LowerCase) id: string,
  ): Promise<QuestioningSignatureView> {
    return { questioningId: id, ...(await this.signatures.covered(actor, questioningRecords, id)) };
  }

  /** Sign my record: it is locked, and what satisfactory answers show is claimed. */
  @Post('questionings/:id/signature')
  @HttpCode(200)
  async sign(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe, LowerCase) id: string,
    @Body() input: SignRecord,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignedQuestioningView> {
    const seen = input.contentSha256 ?? null;
    const { named, claims } = await this.signatures.sign(actor, questioningRecords, id, seen);
    return { questioning: tagged(response, named), claims: claims.map(claimView) };
  }
}

function tagged(response: Response, named: NamedRecord<Questioning>): QuestioningView {
  response.setHeader('ETag', etagOf(named.record.revision));
  return questioningView(named);
}
