import { Controller, Get } from '@nestjs/common';
import { type Actor } from '../common/actor.js';
import { CurrentActor, RequestLocale } from '../common/request.js';
import { type Locale } from '../i18n/i18n.js';
import { RemindersService } from './reminders.service.js';
import { type ReminderView, reminderView } from './reminders.view.js';

@Controller()
export class RemindersController {
  constructor(private readonly reminders: RemindersService) {}

  /** What waits for me now, the most urgent first: gone as soon as it is done. At most 200 of each kind. */
  @Get('me/reminders')
  async mine(@CurrentActor() actor: Actor, @RequestLocale() locale: Locale): Promise<ReminderView[]> {
    return (await this.reminders.mine(actor)).map((cause) => reminderView(cause, locale));
  }
}
