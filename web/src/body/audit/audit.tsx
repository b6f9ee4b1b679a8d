import { useWords } from '../../i18n/words';
import { useHasRole } from '../../session/session';
import { ButtonLink } from '../../ui/button';
import { Section } from '../../ui/page';
import { BodyPage, useBodyId } from '../frame';
import { bodyWords } from '../words';
import { Packs } from './packs';
import { Retention } from './retention';
import { Tombstones } from './tombstones';
import { auditWords } from './words';

/** What an auditor asks for, how long everything is kept, and who changed what. */
export function Audit() {
  const say = useWords(auditWords);
  const common = useWords(bodyWords);
  const bodyId = useBodyId();
  const runs = useHasRole(['administrator', 'officer'], bodyId);
  const administers = useHasRole(['administrator'], bodyId);
  return (
    <BodyPage title={common.audit}>
      <Packs />
      {runs && <Retention deletes={administers} />}
      {runs && <Tombstones />}
      {administers && (
        <Section title={say.log}>
          <p>{say.logHelp}</p>
          <div>
            <ButtonLink to={`/bodies/${bodyId}/audit/log`}>{say.logLink}</ButtonLink>
          </div>
        </Section>
      )}
    </BodyPage>
  );
}
