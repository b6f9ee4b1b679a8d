import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { type Actor } from '../common/actor.js';
import { CurrentActor } from '../common/request.js';
import { PasswordResets } from './password-resets.service.js';
import { AddMembership, AddPerson, AddQualification, PeopleQuery, UpdateMe } from './people.dto.js';
import { PeopleService } from './people.service.js';
import {
  type MeView,
  type PeoplePage,
  type MembershipView,
  type NewPersonView,
  type QualificationView,
  membershipView,
  personView,
  qualificationView,
} from './people.view.js';
import { QualificationsService } from './qualifications.service.js';

@Controller()
export class PeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly resets: PasswordResets,
    private readonly qualifications: QualificationsService,
  ) {}

  /** Who I am and what I may be where. */
  @Get('me')
  async me(@CurrentActor() actor: Actor): Promise<MeView> {
    const { user, memberships } = await this.people.me(actor);
    return { ...personView(user, memberships), operator: user.operator };
  }

  @Patch('me')
  async updateMe(@CurrentActor() actor: Actor, @Body() input: UpdateMe): Promise<MeView> {
    if (input.locale) await this.people.setLocale(actor, input.locale);
    return this.me(actor);
  }

  @Get('training-bodies/:bodyId/people')
  async list(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Query() query: PeopleQuery,
  ): Promise<PeoplePage> {
    const page = await this.people.list(actor, bodyId, query);
    return { ...page, items: page.items.map((p) => personView(p.user, p.memberships)) };
  }

  /** Add a person. An address that another body knows is `email_taken`: the operator adds it. */
  @Post('training-bodies/:bodyId/people')
  async add(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Body() input: AddPerson,
  ): Promise<NewPersonView> {
    const { user, memberships, oneTimePassword } = await this.people.add(actor, bodyId, input);
    return { ...personView(user, memberships), oneTimePassword };
  }

  /** A new one-time password for a person who lost theirs. It ends their sessions and API tokens. */
  @Post('training-bodies/:bodyId/people/:userId/password-reset')
  async resetPassword(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Param('userId', ParseUUIDPipe) userId: string,
  ): Promise<{ oneTimePassword: string }> {
    return { oneTimePassword: await this.resets.reset(actor, bodyId, userId) };
  }

  @Post('training-bodies/:bodyId/memberships')
  async addMembership(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Body() input: AddMembership,
  ): Promise<MembershipView> {
    return membershipView(await this.people.addMembership(actor, bodyId, input));
  }

  @Post('training-bodies/:bodyId/memberships/:id/ending')
  @HttpCode(204)
  async endMembership(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<void> {
    await this.people.endMembership(actor, bodyId, id);
  }

  @Get('training-bodies/:bodyId/qualifications')
  async listQualifications(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
  ): Promise<QualificationView[]> {
    return (await this.qualifications.list(actor, bodyId)).map(qualificationView);
  }

  @Post('training-bodies/:bodyId/qualifications')
  async addQualification(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Body() input: AddQualification,
  ): Promise<QualificationView> {
    return qualificationView(await this.qualifications.add(actor, bodyId, input));
  }

  @Post('training-bodies/:bodyId/qualifications/:id/revocation')
  @HttpCode(204)
  async revokeQualification(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<void> {
    await this.qualifications.revoke(actor, bodyId, id);
  }
}
