import { Body, Controller, Param, ParseUUIDPipe, Patch } from '@nestjs/common';
import { type Actor } from '../common/actor.js';
import { CurrentActor } from '../common/request.js';
import { ChangeEnrolment } from './assessments.dto.js';
import { AssessmentsService } from './assessments.service.js';
import { type AssessmentDetailView, detailView } from './assessments.view.js';
import { EnrolmentsService } from './enrolments.service.js';

@Controller('assessments/:id/enrolment')
export class EnrolmentsController {
  constructor(
    private readonly enrolments: EnrolmentsService,
    private readonly assessments: AssessmentsService,
  ) {}

  /** Correct where the candidate works and whom they go with, until a verdict is given. */
  @Patch()
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: ChangeEnrolment,
  ): Promise<AssessmentDetailView> {
    await this.enrolments.change(actor, id, input);
    return detailView(await this.assessments.find(actor, id));
  }
}
