import { Body, Controller, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Actor } from '../common/actor.js';
import { CurrentActor } from '../common/request.js';
import { ChecksService } from './checks.service.js';
import { CheckEvidence } from './evidence.dto.js';
import { type CheckView, checkView } from './evidence.view.js';

@Controller()
export class ChecksController {
  constructor(private readonly checks: ChecksService) {}

  /** Say that I saw the original of a copy, or the candidate while they wrote. It stays, and is shown with the item. */
  @Post('evidence/:id/checks')
  async check(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: CheckEvidence,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CheckView> {
    const { check, created } = await this.checks.check(actor, id, input);
    response.status(created ? 201 : 200);
    return checkView(check);
  }
}
