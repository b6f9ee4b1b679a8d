export { assessmentWith, type MadeAssessment } from '../../src/bench/made/assessment.js';
export { type AssessmentShape, type Fate } from '../../src/bench/made/assessment-rows.js';
export { insertAll } from '../../src/bench/made/insert-all.js';
export { qualify, userNamed } from '../../src/bench/made/people.js';
export { criteriaRefs, documentWith } from '../../src/bench/made/unit.js';
