import { useWords } from '../../i18n/words';
import { BodyPage } from '../frame';
import { bodyWords } from '../words';
import { Packs } from './packs';
import { Retention } from './retention';

/** What an auditor asks for, and how long everything is kept. */
export function Audit() {
  const common = useWords(bodyWords);
  return (
    <BodyPage title={common.audit}>
      <Packs />
      <Retention />
    </BodyPage>
  );
}
