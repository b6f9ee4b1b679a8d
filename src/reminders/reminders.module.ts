import { Module } from '@nestjs/common';
import { NoticesModule } from '../notices/notices.module.js';
import { DailyDigest } from './daily-digest.js';
import { RemindersController } from './reminders.controller.js';
import { RemindersService } from './reminders.service.js';

@Module({
  imports: [NoticesModule],
  controllers: [RemindersController],
  providers: [DailyDigest, RemindersService],
})
export class RemindersModule {}
