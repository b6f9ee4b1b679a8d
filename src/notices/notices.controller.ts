import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { type Actor } from '../common/actor.js';
import { CurrentActor } from '../common/request.js';
import { NoticesQuery } from './notices.dto.js';
import { NoticesService } from './notices.service.js';
import { type NoticesPage, type NoticeTextView, type NoticeView, noticeTextView, noticeView } from './notices.view.js';

@Controller()
export class NoticesController {
  constructor(private readonly notices: NoticesService) {}

  /** What the body tells people by mail, newest first. Without a mail server this is the outbox, and all is `kept`. */
  @Get('training-bodies/:bodyId/notices')
  async ofBody(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Query() query: NoticesQuery,
  ): Promise<NoticesPage> {
    const page = await this.notices.ofBody(actor, bodyId, query);
    return { ...page, items: page.items.map(noticeView) };
  }

  /** What I was told by mail, or am about to be, newest first. */
  @Get('me/notices')
  async mine(@CurrentActor() actor: Actor, @Query() query: NoticesQuery): Promise<NoticesPage> {
    const page = await this.notices.mine(actor, query);
    return { ...page, items: page.items.map(noticeView) };
  }

  /**
   * A notice in its own words. A link with a secret is shown to an administrator only, and only while it has to be
   * handed over by hand because there is no mail server; that it was shown goes into the audit log.
   */
  @Get('notices/:id')
  async find(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<NoticeTextView> {
    const { named, letter, link } = await this.notices.find(actor, id);
    return noticeTextView(named, letter, link);
  }

  /** Try a notice that has failed again, from the beginning. Any other is `notice_not_failed`. */
  @Post('training-bodies/:bodyId/notices/:id/resend')
  @HttpCode(200)
  async resend(
    @CurrentActor() actor: Actor,
    @Param('bodyId', ParseUUIDPipe) bodyId: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<NoticeView> {
    return noticeView(await this.notices.resend(actor, bodyId, id));
  }
}
