import { Catch } from '@nestjs/common';
import { type Problem, ProblemFilter } from '../../common/problem.filter.js';
import { type ErrorCode } from '../../i18n/errors.js';

/** What CASE calls these errors; everything else is none of a client's doing. */
const minorCodes: Partial<Record<ErrorCode, string>> = {
  not_found: 'unknownobject',
  bad_request: 'invalid_uuid',
  validation_failed: 'invalid_selection_field',
  case_selection: 'invalid_selection_field',
  case_sort: 'invalid_sort_field',
  unauthenticated: 'unauthorised_request',
  forbidden: 'forbidden',
  password_change_required: 'forbidden',
};

/** Problem JSON as everywhere, and beside it the status information that clients of CASE read. */
@Catch()
export class CaseProblemFilter extends ProblemFilter {
  protected override bodyOf(problem: Problem): object {
    const imsx_codeMinorFieldValue = minorCodes[problem.code] ?? 'internal_server_error';
    return {
      ...problem,
      imsx_codeMajor: 'failure',
      imsx_severity: 'error',
      imsx_description: problem.title,
      imsx_codeMinor: {
        imsx_codeMinorField: [{ imsx_codeMinorFieldName: 'TargetEndSystem', imsx_codeMinorFieldValue }],
      },
    };
  }
}
