import { useWords } from '../../i18n/words';
import { useHasRole } from '../../session/session';
import { BodyPage, useBodyId } from '../frame';
import { bodyWords } from '../words';
import { Appeals } from './appeals';
import { Findings } from './findings';
import { Plans } from './plans';

/** Quality assurance of a body: appeals that wait, what verifiers found, and what they are to look at. */
export function Verification() {
  const common = useWords(bodyWords);
  const runs = useHasRole(['administrator', 'officer'], useBodyId());
  return (
    <BodyPage title={common.verification}>
      {runs && <Appeals />}
      <Findings />
      {runs && <Plans />}
    </BodyPage>
  );
}
