import { Body, Controller, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Actor } from '../common/actor.js';
import { CurrentActor, RequestLocale } from '../common/request.js';
import { type Locale } from '../i18n/i18n.js';
import { NotifyVerdict, ReceiveVerdict } from './notifications.dto.js';
import { NotificationsService } from './notifications.service.js';
import { type NotificationView, notificationView, type ReceiptView, receiptView } from './notifications.view.js';

@Controller('verdicts/:verdictId')
export class NotificationsController {
  constructor(private readonly notifications: NotificationsService) {}

  /** Notify the candidate of the verdict, once: from that day the time to appeal runs. */
  @Post('notification')
  async notify(
    @CurrentActor() actor: Actor,
    @Param('verdictId', ParseUUIDPipe) verdictId: string,
    @Body() input: NotifyVerdict,
    @Res({ passthrough: true }) response: Response,
  ): Promise<NotificationView> {
    const { row, created } = await this.notifications.notify(actor, verdictId, input);
    response.status(created ? 201 : 200);
    return notificationView(row);
  }

  /** Confirm that I have the document of my verdict. It is no consent. */
  @Post('receipt')
  async receive(
    @CurrentActor() actor: Actor,
    @Param('verdictId', ParseUUIDPipe) verdictId: string,
    @Body() { documentSha256 }: ReceiveVerdict,
    @RequestLocale() locale: Locale,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReceiptView> {
    const { row, created } = await this.notifications.receive(actor, verdictId, documentSha256);
    response.status(created ? 201 : 200);
    return receiptView(row, locale);
  }
}
