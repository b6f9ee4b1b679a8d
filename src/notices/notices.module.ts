import { Module } from '@nestjs/common';
import { Letters } from './letters.js';
import { LiveNotices } from './live-notices.js';
import { Mailer } from './mailer.js';
import { NoticesController } from './notices.controller.js';
import { NoticesService } from './notices.service.js';
import { Sender } from './sender.js';

@Module({
  controllers: [NoticesController],
  providers: [Letters, LiveNotices, Mailer, NoticesService, Sender],
  exports: [LiveNotices, Mailer],
})
export class NoticesModule {}
