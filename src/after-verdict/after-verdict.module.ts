import { Module } from '@nestjs/common';
import { TemplatesModule } from '../templates/templates.module.js';
import { VerdictsModule } from '../verdicts/verdicts.module.js';
import { AppealsController } from './appeals.controller.js';
import { AppealsService } from './appeals.service.js';
import { DecisionsService } from './decisions.service.js';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsService } from './notifications.service.js';
import { Overturning } from './overturning.js';
import { StandingController } from './standing.controller.js';
import { StandingService } from './standing.service.js';

@Module({
  imports: [TemplatesModule, VerdictsModule],
  controllers: [NotificationsController, AppealsController, StandingController],
  providers: [NotificationsService, AppealsService, DecisionsService, StandingService, Overturning],
  exports: [Overturning],
})
export class AfterVerdictModule {}
