import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { type Actor } from '../common/actor.js';
import { CurrentActor } from '../common/request.js';
import { ClaimsService } from './claims.service.js';
import { ClaimsQuery, ProposeClaims } from './claims.dto.js';
import { type ClaimsPage, type ClaimView, claimView } from './evidence.view.js';

@Controller()
export class ClaimsController {
  constructor(private readonly claims: ClaimsService) {}

  /** Map items to targets, up to 500 at once, all or none. */
  @Post('assessments/:assessmentId/claims')
  async propose(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
    @Body() input: ProposeClaims,
  ): Promise<ClaimView[]> {
    return (await this.claims.propose(actor, assessmentId, input.claims)).map(claimView);
  }

  @Get('assessments/:assessmentId/claims')
  async list(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', ParseUUIDPipe) assessmentId: string,
    @Query() query: ClaimsQuery,
  ): Promise<ClaimsPage> {
    const page = await this.claims.list(actor, assessmentId, query);
    return { ...page, items: page.items.map(claimView) };
  }

  /** Take back a claim of mine that no assessor has answered. */
  @Post('claims/:id/withdrawal')
  @HttpCode(200)
  async withdraw(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ClaimView> {
    return claimView(await this.claims.withdraw(actor, id));
  }
}
