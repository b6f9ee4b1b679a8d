export {
  type Competent,
  competentVerdict,
  competentVerdicts,
  type CompetentShape,
  decidedAt,
} from '../../src/bench/made/competent.js';
