import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { FormController } from './form.controller.js';
import { FormService } from './form.service.js';
import { InvitationsController } from './invitations.controller.js';
import { InvitationsService } from './invitations.service.js';
import { ReportsController } from './reports.controller.js';
import { ReportsService } from './reports.service.js';
import { SubmissionsService } from './submissions.service.js';

@Module({
  imports: [AuthModule],
  controllers: [InvitationsController, FormController, ReportsController],
  providers: [InvitationsService, FormService, SubmissionsService, ReportsService],
})
export class ThirdPartiesModule {}
