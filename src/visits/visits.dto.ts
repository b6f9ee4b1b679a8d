import { IsOptional, IsUUID } from 'class-validator';
import { CalendarDate, Required } from '../common/validation.js';

export class VisitPlanQuery {
  @IsUUID()
  bodyId: string;

  /** Where the candidates work, as their enrolments name it. */
  @Required(100)
  workplace: string;

  /** The day of the visit, today or later in Taiwan: everything is measured as of then. */
  @CalendarDate()
  day: string;

  /** The `next` of the plan before, where one does not take all. */
  @IsOptional()
  @IsUUID()
  after?: string;
}
